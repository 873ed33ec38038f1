import type { ExportEncoding } from '../../../data/contract';
import type { Crs } from '../crs/crs';
import { ringArea } from '../ring-area';
import { encode, fitSigns } from './encode';
import { cellText, type OutRow, type OutTable, polygonsOf } from './table';

const DIGITS = 4;

/**
 * Writes a table as boundary-point TXT (勘测定界/报盘): X is northing, CRLF, rings closed, ring 1 outer. Points count
 * every row, the closing one too, which bears the name of the ring's first. Parts of one plot are rings numbered on, each
 * followed by its holes; points are numbered on through the plot. Only for a plane.
 */
export async function* writeBoundaryTxt(table: OutTable, encoding: ExportEncoding): AsyncGenerator<Buffer> {
  const bytes = (lines: readonly string[]) => encode(fitSigns(`${lines.join('\r\n')}\r\n`, encoding), encoding);
  yield bytes(head(table));
  for await (const rows of table.batches) {
    const lines = rows.flatMap((row) => plot(row, table));
    if (lines.length > 0) yield bytes(lines);
  }
}

/** The zone of a plane: its number, its width in degrees, and its central meridian. */
export function zoneOf(crs: Crs): { number: number | null; degrees: 3 | 6; meridian: number } {
  const meridian = crs.centralMeridian;
  const prefix = Math.floor(crs.falseEasting / 1_000_000);
  if (prefix > 0 && prefix * 6 - 3 === meridian) return { number: prefix, degrees: 6, meridian };
  return { number: meridian % 3 === 0 ? meridian / 3 : null, degrees: 3, meridian };
}

function head({ crs, notes }: OutTable): string[] {
  const { number, degrees, meridian } = zoneOf(crs);
  return [
    '[属性描述]',
    '格式版本号=1.01',
    '坐标系=2000国家大地坐标系',
    `几度分带=${degrees}`,
    '投影类型=高斯克吕格',
    '计量单位=米',
    `带号=${number ?? ''}`,
    ...(number === null ? [`中央子午线=${meridian}`] : []),
    `精度=${(10 ** -DIGITS).toFixed(DIGITS)}`,
    '转换参数=0,0,0,0,0,0,0',
    // A key of the format itself must stand once, and readers look for it by a part of its name.
    ...notes.map(({ title, text }) => `${plain(title).replace('坐标系', '坐标说明')}=${plain(text)}`),
    '[地块坐标]',
  ];
}

function plot(row: OutRow, { places }: OutTable): string[] {
  if (!row.shape) return [];
  const cell = (place: number | null) => (place === null ? '' : plain(cellText(row.cells[place] ?? null)));
  const polygons = polygonsOf(row.shape);
  const rings = polygons.flat();
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  const titles = [points, hectares(polygons).toFixed(DIGITS), cell(places.number), cell(places.name), '面', ''];
  const lines = [`${[...titles, cell(places.use), cell(places.useCode)].join(',')},@`];
  let first = 1;
  for (const [n, ring] of rings.entries()) {
    for (const [place, [easting = 0, northing = 0]] of ring.entries()) {
      const name = place === ring.length - 1 ? first : first + place;
      lines.push(`J${name},${n + 1},${northing.toFixed(DIGITS)},${easting.toFixed(DIGITS)}`);
    }
    first += ring.length - 1;
  }
  return lines;
}

const SQUARE_METRES_PER_HECTARE = 10_000;

/** Area in the plane of the file, so that whoever reckons it from the points finds the same. */
function hectares(polygons: ReturnType<typeof polygonsOf>): number {
  const squareMetres = polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((held, hole) => held + ringArea(hole), 0),
    0,
  );
  return squareMetres / SQUARE_METRES_PER_HECTARE;
}

/** Commas of either width, tabs and the sign that ends a header part cells: inside text they give way to others. */
const plain = (text: string): string =>
  text
    .replace(/[,，]/g, '、')
    .replace(/[@＠]/g, '(at)')
    .replace(/[=＝\s]+/g, ' ');
