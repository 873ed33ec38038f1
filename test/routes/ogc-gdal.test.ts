import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { testApp } from '../support/app';
import { gdal, hasGdal } from '../support/gdal';

const { app, db } = await testApp({ sample: true });
const url = await app.listen({ port: 0, host: '127.0.0.1' });
const OGC = `OAPIF:${url}/ogc`;

const tables = {
  parcels: 'parcel',
  parks: 'park',
  'leftover-plots': '(select p.geom from leading_leftover f join parcel p on p.id = f.parcel) t',
  zones: 'unit',
  corridors: 'corridor',
};

/** Every corner that a GeoJSON file names. */
function corners(value: unknown, found: number[][] = []): number[][] {
  if (!Array.isArray(value)) return found;
  if (typeof value[0] === 'number') found.push(value as number[]);
  else for (const inner of value) corners(inner, found);
  return found;
}

describe.skipIf(!hasGdal)('GDAL (needs gdal-bin) opens /ogc', () => {
  it.each(Object.entries(tables))('reads %s page by page and agrees with the database', async (id, from) => {
    const [row] = await db.query<{ count: number; west: number; south: number; east: number; north: number }>({
      text: `select count(*)::int as count, min(st_xmin(geom)) as west, min(st_ymin(geom)) as south,
                    max(st_xmax(geom)) as east, max(st_ymax(geom)) as north from ${from}`,
    });
    const pageSize = Math.max(2, Math.ceil((row?.count ?? 0) / 4));
    const read = await gdal(
      'ogr2ogr',
      '-f',
      'GeoJSON',
      '/vsistdout/',
      OGC,
      id,
      '-oo',
      `PAGE_SIZE=${pageSize}`,
      '-lco',
      'COORDINATE_PRECISION=12',
    );
    const { features } = JSON.parse(read);
    expect(features).toHaveLength(row?.count ?? -1);
    const all = corners(features.map((one: { geometry: { coordinates: unknown } }) => one.geometry.coordinates));
    const box = [0, 1].flatMap((axis) => {
      const values = all.map((one) => one[axis] as number);
      return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    });
    [row?.west, row?.east, row?.south, row?.north].forEach((value, n) =>
      expect(box[n]).toBeCloseTo(value ?? Number.NaN, 9),
    );
    const told = await gdal('ogrinfo', '-so', OGC, id);
    expect(told).toContain(`Feature Count: ${row?.count}`);
  });
});
