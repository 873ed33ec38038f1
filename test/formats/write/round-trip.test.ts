import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { ExportEncoding, ExportFormat } from '../../../data/contract';
import { exportFormats } from '../../../data/words/exports';
import { toDegrees } from '../../../server/formats/crs/crs';
import { ringArea } from '../../../server/formats/ring-area';
import { writeXlsxTable } from '../../../server/formats/write/xlsx';
import { afterLosses } from './after-losses';
import { type Read, readWithGdal } from './gdal-reader';
import { fields, plots, tableIn, written } from './written';

const MILLIMETRE_DEGREES = 0.9e-8;
const systems = ['4490', '4527', '4549', 'local-118.5', '3857'];

/** Corners in degrees, rounded to nothing, in one order: what shape a writer gave the rings plays no part. */
function corners(geometry: unknown): [number, number][] {
  const flat: [number, number][] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') flat.push([part[0], part[1] as number]);
    else for (const each of part) walk(each);
  };
  walk(geometry);
  return flat.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Every corner of one has one of the other within a millimetre, and there are as many. */
function expectSameGround(found: unknown, wanted: unknown): void {
  const [a, b] = [corners(found), corners(wanted)];
  expect(a.length).toBe(b.length);
  const near = (p: [number, number], q: [number, number]) =>
    Math.abs(p[0] - q[0]) < MILLIMETRE_DEGREES && Math.abs(p[1] - q[1]) < MILLIMETRE_DEGREES;
  expect(b.filter((corner) => !a.some((one) => near(one, corner)))).toEqual([]);
}

const expectGrounds = (read: readonly Read[]): void => {
  expect(read.length).toBe(plots.length);
  for (const [n, { geometry }] of read.entries()) expectSameGround(geometry?.coordinates, plots[n]?.polygons);
};
const titles = fields.map(({ title }) => title);
/** The rows as a format may hold them by what the table of losses says of it, and no further. */
const promised = (format: ExportFormat, encoding: ExportEncoding = 'UTF-8') =>
  afterLosses(exportFormats[format].losses, encoding);
/** GDAL writes dates with slashes into GeoJSON. */
const plain = (read: readonly Read[]) =>
  read.map(({ properties }) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [
        name,
        typeof value === 'string' && /^\d{4}\/\d\d\/\d\d$/.test(value) ? value.replaceAll('/', '-') : value,
      ]),
    ),
  );

test.each(['4527', 'local-118.5'])(
  'a GeoPackage in %s keeps ground, types and every word, and says where it is from',
  async (crs) => {
    const file = { 'a.gpkg': await written(tableIn(crs), 'gpkg', 'UTF-8') };
    const read = await readWithGdal(file, 'a.gpkg', { layer: '地块', degrees: true });
    expectGrounds(read);
    expect(plain(read)).toEqual(promised('gpkg'));
    const notes = await readWithGdal(file, 'a.gpkg', { layer: '说明' });
    expect(notes.map(({ properties }) => Object.values(properties))).toContainEqual(['审图号', '闽S(2026)1号']);
  },
);

test.each(systems)('GeoJSON in %s keeps ground and every word', async (crs) => {
  const bytes = await written(tableIn(crs), 'geojson', 'UTF-8');
  const file = JSON.parse(bytes.toString());
  expect('crs' in file).toBe(crs !== '4490');
  expect(file.notes).toMatchObject({ 声明: '示意图，不作为划界依据', 审图号: '闽S(2026)1号' });
  expect(file.features.map((one: Read) => one.properties)).toEqual(promised('geojson'));
  const back = toDegrees(tableIn(crs).crs);
  for (const [n, { geometry }] of file.features.entries())
    expectSameGround(
      corners(geometry.coordinates).map(([x, y]) => back(x, y)),
      plots[n]?.polygons,
    );
});

test.each([
  ['GBK', '4527'],
  ['UTF-8', 'local-118.5'],
  ['UTF-8', '4490'],
] as const)('a shapefile in %s and %s keeps all but what its note names', async (encoding, crs) => {
  const parts = unzipSync(await written(tableIn(crs), 'shp', encoding));
  expect(new TextDecoder().decode(parts['地块.cpg'])).toBe(encoding);
  const note = new TextDecoder().decode(parts['说明.txt']);
  for (const { title, short } of fields) {
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(10);
    expect(note).toContain(`${short} = ${title}`);
  }
  expect(note).toContain('审图号: 闽S(2026)1号');
  const files = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name.replace('地块', 'a'), bytes]));
  const read = await readWithGdal(files, 'a.shp', { degrees: true });
  expectGrounds(read);
  expect(plain(read)).toEqual(promised('shp', encoding));
  expect(note).toContain('截断: 第 2 条, DKMC');
  expect(note.includes('缺字: 第 3 条, DKMC')).toBe(encoding === 'GBK');
});

test('DXF keeps rings as closed polylines on the layer of their class, and numbers as text', async () => {
  const bytes = await written(tableIn('4528'), 'dxf', 'GBK');
  expect(iconv.decode(bytes, 'GBK')).toMatch(/^999\r\n坐标系: 4528/);
  const read = await readWithGdal({ 'a.dxf': bytes }, 'a.dxf');
  const lines = read.filter(({ geometry }) => geometry?.type !== 'Point');
  const back = toDegrees(tableIn('4528').crs);
  const rings = plots.flatMap(({ polygons }) => polygons.flat());
  expect(lines.length).toBe(rings.length);
  expectSameGround(
    corners(lines.map(({ geometry }) => geometry?.coordinates)).map(([x, y]) => back(x, y)),
    rings,
  );
  const labels = read.filter(({ geometry }) => geometry?.type === 'Point');
  const held = labels.map(({ properties }) => ({ 地块编号: properties.Text, 用途: properties.Layer }));
  // A row without a class goes onto the layer named for the table.
  expect(held).toEqual(promised('dxf', 'GBK').map((row) => ({ ...row, 用途: row.用途 ?? '地块' })));
  expect(new Set(lines.map(({ properties }) => properties.Layer))).toEqual(new Set(['工业', '地块', '物流仓储']));
});

test('KML keeps ground and every word, all as text', async () => {
  const bytes = await written(tableIn('4326'), 'kml', 'UTF-8');
  const text = bytes.toString();
  expectGrounds(await readWithGdal({ 'a.kml': bytes }, 'a.kml'));
  const unescaped = (value: string) =>
    value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const rows = text.split('<Placemark').slice(1);
  const read = rows.map((row) =>
    Object.fromEntries(
      [...row.matchAll(/<Data name="([^"]+)"><value>([^<]*)/g)].map(([, name, value]) => [
        name,
        unescaped(value ?? ''),
      ]),
    ),
  );
  expect(read).toEqual(promised('kml'));
  expect(text).toContain('审图号: 闽S(2026)1号');
});

test('XLSX keeps types, is never run as a formula, freezes its head, and tells on a second sheet', async () => {
  const bytes = await written(tableIn('4490'), 'xlsx', 'UTF-8');
  const read = await readWithGdal({ 'a.xlsx': bytes }, 'a.xlsx', { layer: '地块', open: ['HEADERS=FORCE'] });
  const nothing = Object.fromEntries(titles.map((title) => [title, null]));
  expect(plain(read).map((row) => ({ ...nothing, ...row }))).toEqual(promised('xlsx'));
  const notes = await readWithGdal({ 'a.xlsx': bytes }, 'a.xlsx', { layer: '说明', open: ['HEADERS=DISABLE'] });
  expect(notes.map(({ properties }) => Object.values(properties))).toContainEqual(['审图号', '闽S(2026)1号']);
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  expect(sheet).toContain('state="frozen"');
  expect(sheet).not.toContain('<f>');
});

test('more rows than a sheet of XLSX holds go on in the next, each under the head', async () => {
  const parts: Buffer[] = [];
  for await (const part of writeXlsxTable(tableIn('4490'), 3)) parts.push(Buffer.from(part));
  const file = { 'a.xlsx': Buffer.concat(parts) };
  const numbers = async (layer: string) =>
    (await readWithGdal(file, 'a.xlsx', { layer, open: ['HEADERS=FORCE'] })).map(
      ({ properties }) => properties.地块编号,
    );
  expect(await numbers('地块')).toEqual(['350503-001', '=HYPERLINK("x")']);
  expect(await numbers('地块 2')).toEqual(['0007']);
});

test('CSV opens in Chinese, and what would run is led by an apostrophe', async () => {
  const text = (await written(tableIn('4490'), 'csv', 'UTF-8')).toString();
  expect(text.startsWith('\ufeff"地块编号","地块名称"')).toBe(true);
  const read = await readWithGdal({ 'a.csv': Buffer.from(text) }, 'a.csv');
  expect(read.map(({ properties }) => properties)).toEqual(promised('csv'));
});

test.each([
  ['4527', 'GBK', '39', '3', 39_500_000],
  ['4549', 'UTF-8', '40', '3', 500_000],
  ['4498', 'GBK', '20', '6', 20_500_000],
  ['local-118.5', 'GBK', '', '3', 500_000],
] as const)(
  'a boundary-point TXT in %s and %s keeps closed rings with X northing',
  async (crs, encoding, zone, degrees, middle) => {
    const bytes = await written(tableIn(crs), 'txt', encoding);
    const text = iconv.decode(bytes, encoding);
    const [head = '', body = ''] = text.split('[地块坐标]\r\n');
    const keys = new Map(head.split('\r\n').map((line) => line.split('=') as [string, string]));
    expect([...keys.keys()].filter((key) => key.includes('坐标系'))).toEqual(['坐标系']);
    expect([keys.get('带号'), keys.get('几度分带'), keys.get('计量单位')]).toEqual([zone, degrees, '米']);
    expect(keys.get('审图号')).toBe('闽S(2026)1号');
    const plotsRead = body.split(/(?<=@\r\n)/).length - 1;
    expect(plotsRead).toBe(plots.length);
    const headers = body.split('\r\n').filter((line) => line.endsWith(',@'));
    const read = headers.map((line) => {
      const [count, hectares, number, name, , , use, code] = line.split(',');
      expect(Number(count)).toBeGreaterThan(4);
      return { row: { 地块编号: number, 地块名称: name, 用途: use, 地类编码: code }, hectares: Number(hectares) };
    });
    expect(read.map(({ row }) => row)).toEqual(promised('txt', encoding));
    const back = toDegrees(tableIn(crs).crs);
    for (const [n, rows] of body
      .split(/^.*@\r\n/m)
      .slice(1)
      .entries()) {
      const points = rows
        .trim()
        .split('\r\n')
        .map((row) => row.split(',') as [string, string, string, string]);
      for (const [, , northing, easting] of points) {
        expect(Number(northing)).toBeGreaterThan(2_688_000);
        expect(Math.abs(Number(easting) - middle)).toBeLessThan(180_000);
      }
      expectSameGround(
        points.map(([, , northing, easting]) => back(Number(easting), Number(northing))),
        plots[n]?.polygons,
      );
      const areas = [...new Set(points.map(([, ring]) => ring))].map((ring) => {
        const own = points.filter(([, number]) => number === ring);
        return ringArea(own.map(([, , northing, easting]) => [Number(easting), Number(northing)]));
      });
      const whole = areas.reduce((sum, area) => sum + area, 0) / 10_000;
      // The ring that is a hole is taken off, not added.
      const holes = (plots[n]?.polygons ?? []).some((polygon) => polygon.length > 1);
      if (holes) expect(read[n]?.hectares).toBeLessThan(whole);
      else expect(read[n]?.hectares).toBeCloseTo(whole, 4);
      for (const ring of new Set(points.map(([, number]) => number))) {
        const own = points.filter(([, number]) => number === ring);
        expect(own.at(-1)).toEqual(own[0]);
      }
      expect([...new Set(points.map(([, number]) => number))]).toEqual(
        plots[n]?.polygons.flat().map((_, place) => String(place + 1)),
      );
    }
  },
);
