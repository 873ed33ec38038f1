import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { crsId } from '../../server/formats/crs/catalogue';
import { degreesCrs, toDegrees } from '../../server/formats/crs/crs';
import { judgeShape } from '../../server/imports/judge-shape';
import { readBytes } from '../fixtures/at-hand';
import { square } from '../fixtures/parcels';
import { type Ring, zipped } from '../fixtures/shapefile';

interface Gdal {
  open(path: string): Promise<{ datasets: object[] }>;
  ogr2ogr(dataset: object | undefined, options: string[], name: string): Promise<unknown>;
}
type StartGdal = (settings: object) => Promise<Gdal>;

/** GDAL in WebAssembly writes what our own reader has to understand: another hand than ours. */
const folder = mkdtempSync(join(tmpdir(), 'yuantu-gdal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const require = createRequire(import.meta.url);
const startGdal = require('gdal3.js/node.js') as StartGdal;
const gdal = await startGdal({ path: 'node_modules/gdal3.js/dist/package', dest: folder, useWorker: false });

const parcels: Ring[][][] = [
  [[square(118.6, 24.9)]],
  [[square(118.61, 24.9, 0.005), square(118.612, 24.902, 0.001)], [square(118.62, 24.9)]],
  [[square(118.63, 24.9, 0.005)], [square(118.64, 24.9, 0.002)]],
];
const rows = parcels.map((_, n) => ({ DKBH: `350503-${n}`, 地块名: `东海片区${n}号`, DKMJ: 1234.5 + n, XH: n }));

async function writtenByGdal(name: string, encoding: string, epsg: string): Promise<Uint8Array> {
  const features = parcels.map((coordinates, n) => ({
    type: 'Feature',
    properties: rows[n],
    geometry: { type: 'MultiPolygon', coordinates },
  }));
  const path = join(folder, `${name}.geojson`);
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  const [dataset] = (await gdal.open(path)).datasets;
  await gdal.ogr2ogr(dataset, ['-f', 'ESRI Shapefile', '-lco', `ENCODING=${encoding}`, '-t_srs', `EPSG:${epsg}`], name);
  const parts = ['shp', 'shx', 'dbf', 'prj', 'cpg'].map((part) => `${name}.${part}`);
  return zipped(Object.fromEntries(parts.map((part) => [part, new Uint8Array(readFileSync(join(folder, part)))])));
}

test.each([
  ['gbk39', 'GBK', '4527', 'GB18030'],
  ['gbk120', 'GBK', '4549', 'GB18030'],
  ['utf117', 'UTF-8', '4548', 'UTF-8'],
  ['utf-degrees', 'UTF-8', '4490', 'UTF-8'],
])('%s, written by GDAL in %s and EPSG:%s, is read back the same', async (name, encoding, epsg, told) => {
  const file = await readBytes(await writtenByGdal(name, encoding, epsg), `${name}.zip`, null);
  if (!file.ok) throw new Error(file.code);
  expect(file).toMatchObject({ encoding: told, columns: ['DKBH', '地块名', 'DKMJ', 'XH'] });
  expect(file.records.map((record) => record.properties)).toEqual(rows);
  expect(file.declared.kind === 'known' && crsId(file.declared.crs)).toBe(epsg);
  const convert = toDegrees(file.declared.kind === 'known' ? file.declared.crs : degreesCrs('CGCS2000'));
  for (const [n, record] of file.records.entries()) {
    const shape = judgeShape(record.geometry, { shapes: ['polygon'], place: 'required' });
    if (!shape.ok) throw new Error(shape.code);
    if (shape.polygons === null) throw new Error('no shape');
    expect(shape.polygons.map((polygon) => polygon.length).sort()).toEqual(
      parcels[n]?.map((each) => each.length).sort(),
    );
    const corners = (polygons: Ring[][]) =>
      [...new Set(polygons.flat(2).map(([x, y]) => `${x.toFixed(7)},${y.toFixed(7)}`))].sort();
    expect(
      corners(shape.polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => convert(x, y))))),
    ).toEqual(corners(parcels[n] ?? []));
  }
});
