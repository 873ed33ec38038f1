import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import proj4 from 'proj4';
import { prj } from '../../fixtures/prj';
import { type Ring, shapefileParts } from '../../fixtures/shapefile';

export interface HandedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
type Corner = readonly [lon: number, lat: number];

const zone39 = '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
const plots = 6;
const perRow = 3;
const stepDegrees = 0.001;
const sideDegrees = 0.0008;
const fileOf = (name: string, content: Uint8Array): HandedFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** Corners in zone 39, easting with its prefix first; the plot numbered `crossing` crosses itself. */
function cornersOf([west, south]: Corner, index: number, crossing: number): Ring {
  const [x, y] = [west + (index % perRow) * stepDegrees, south + Math.floor(index / perRow) * stepDegrees];
  const [low, high]: [Ring, Ring] = [
    [
      [x, y],
      [x + sideDegrees, y],
    ],
    [
      [x + sideDegrees, y + sideDegrees],
      [x, y + sideDegrees],
    ],
  ];
  const corners = [...low, ...(index === crossing ? high.reverse() : high)];
  return corners.map((corner) => proj4('WGS84', zone39, corner) as [number, number]);
}

/** A boundary-point TXT in GBK as surveyors hand it over: six plots from `corner` on, the fifth crosses itself. */
export function boundaryTxt(name: string, corner: Corner, prefix: string): HandedFile {
  const head = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', '计量单位=米', '带号=39', '[地块坐标]'];
  const body = Array.from({ length: plots }, (_, index) => {
    const ring = cornersOf(corner, index, plots - 2);
    const rows = [...ring, ring[0] ?? [0, 0]].map(
      ([easting, northing], at) => `J${(at % 4) + 1},1,${northing.toFixed(3)},${easting.toFixed(3)}`,
    );
    return [`5,0.7200,${prefix}-${index + 1},五里地块${index + 1},面,,工业用地,,@`, ...rows];
  });
  return fileOf(name, iconv.encode([...head, ...body.flat()].join('\r\n'), 'gbk'));
}

/** The loose parts of a shapefile whose table is in GBK without saying so: six plots from `corner` on. */
export function gbkShapefile(stem: string, corner: Corner, prefix: string): HandedFile[] {
  const { shp, shx, dbf } = shapefileParts({
    shapes: Array.from({ length: plots }, (_, index) => {
      const ring = cornersOf(corner, index, -1);
      return [[...ring, ring[0] as [number, number]].reverse() as Ring];
    }),
    fields: [
      { name: 'DKBH', width: 20 },
      { name: 'DKMC', width: 40 },
    ],
    rows: Array.from({ length: plots }, (_, index) => [`${prefix}-${index + 1}`, `晋江鞋服园${index + 1}号`]),
    encoding: 'gbk',
  });
  const parts = { shp, shx, dbf, prj: new TextEncoder().encode(prj.zone39) };
  return Object.entries(parts).map(([extension, content]) => fileOf(`${stem}.${extension}`, content));
}

/** A workbook of firms with their grades. */
export function firmWorkbook(
  name: string,
  firms: readonly { name: string; code: string; grade: string }[],
): HandedFile {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    ['企业名称', '统一社会信用代码', '企业等级'],
    ...firms.map((firm) => [firm.name, firm.code, firm.grade]),
  ];
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="企业名录" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const encoder = new TextEncoder();
  return fileOf(name, zipSync(Object.fromEntries(Object.entries(parts).map(([at, xml]) => [at, encoder.encode(xml)]))));
}
