import { expect, test } from 'vitest';
import { toGcj02 } from '../../server/formats/crs/gcj02';
import { findShift } from '../../server/imports/shift';
import { collection, square } from '../fixtures/parcels';
import { shapefileParts, zipped } from '../fixtures/shapefile';
import { actor, previewed, written } from '../fixtures/uploads';
import { testApp } from '../support/app';

const { app, db } = await testApp({ sample: false });

const loose = (number: string, east = 0) => {
  const parts = shapefileParts({
    shapes: [[square(557_400 + east, 2_750_000, 100)]],
    fields: [
      { name: 'BH', width: 9 },
      { name: 'MC', width: 20 },
    ],
    rows: [[number, '东海']],
    encoding: 'GB18030',
  });
  return zipped({ 'a.shp': parts.shp, 'a.shx': parts.shx, 'a.dbf': parts.dbf });
};

test('a file of a known make is proposed what the last was written with, and says after which', async () => {
  const ready = await previewed(app, loose('1'), '甲.zip');
  expect(ready.preview).toMatchObject({ crs: { chosen: null }, remembered: null });
  const mapping = {
    columns: { number: 'BH', tenure: 'MC' },
    constants: { status: 'idle', unit: '晋江市' },
    areaUnit: 'mu' as const,
  };
  expect(ready.preview?.mapping).not.toEqual(mapping);
  const done = await written(app, ready, { crs: 'local-118.5', mapping, sender: '晋江市资规局' });
  expect(done.phase).toBe('done');
  expect(await db.query({ text: 'select unit, status from parcel' })).toEqual([{ unit: 'jinjiang', status: 'idle' }]);
  const constants = done.report?.warnings.filter(({ code }) => code === 'value-constant') ?? [];
  expect(constants.map(({ message }) => message)).toEqual([
    expect.stringContaining('status: every record was written with the same value, “idle”'),
    expect.stringContaining('unit: every record was written with the same value, “Jinjiang City”'),
  ]);
  const next = await previewed(app, loose('2', 500), '乙.zip');
  expect(next.preview).toMatchObject({
    crs: { chosen: 'local-118.5' },
    mapping,
    remembered: { fileName: '甲.zip', sender: '晋江市资规局' },
  });
  expect(next.preview?.outlines).toHaveLength(1);
});

test('a field takes one value for all records unless each has its own', async () => {
  const ready = await previewed(app, loose('9', 700), '丁.zip');
  const fields = new Map(ready.preview?.fields.map((field) => [field.id, field]));
  expect(fields.get('number')).toMatchObject({ varies: true, values: null });
  expect(fields.get('status')?.values).toContainEqual({ value: 'idle', title: 'idle' });
  for (const field of ['number', 'kind']) {
    const mapping = { columns: { name: 'MC' }, constants: { [field]: 'x' }, areaUnit: 'mu' as const };
    for (const [method, url] of [
      ['POST', `/api/imports/${ready.id}/commit`],
      ['PATCH', `/api/imports/${ready.id}`],
    ] as const) {
      const payload = method === 'POST' ? { crs: 'local-118.5', mapping } : { mapping };
      const answer = await app.inject({ method, url, headers: actor, payload });
      expect(answer.statusCode, answer.body).toBe(400);
      expect(answer.json().issues).toEqual([{ path: `/mapping/constants/${field}`, message: 'takes no constant' }]);
    }
  }
});

test('a coordinate system that leaves no doubt is kept, and a file of another make is proposed nothing', async () => {
  const certain = await previewed(app, loose('3', 90_000), '丙.zip');
  expect(certain.preview).toMatchObject({ crs: { chosen: '4548' }, remembered: { fileName: '甲.zip' } });
  const other = await previewed(app, file(field, 'g'), 'g.geojson');
  expect(other.preview).toMatchObject({ remembered: null });
  expect(warned(other)).toEqual([]);
  await written(app, other);
});

/** Plots of uneven sizes in a field, as no two fields are alike. */
const field = Array.from({ length: 12 }, (_, n) =>
  square(118.62 + (n % 4) * 0.0013 + (n % 3) * 0.0002, 24.86 + Math.floor(n / 4) * 0.0011, 0.0006 + (n % 5) * 0.0001),
);
const warned = (state: Awaited<ReturnType<typeof previewed>>) =>
  state.preview?.warnings.filter(({ code }) => code === 'gcj02-suspected') ?? [];
const outline = (ring: [number, number][]) => ({ type: 'Polygon' as const, coordinates: [ring] });
const file = (rings: [number, number][][], prefix: string) =>
  collection(rings.map((ring, n) => ({ number: `${prefix}-${n}`, geometry: outline(ring) })));

test('plots that fit the stored ones only when moved back are suspected of GCJ-02, and left where they are', async () => {
  expect(await findShift(db, field.map(outline))).toBeNull();
  const shown = field.map((ring) => ring.map(toGcj02));
  const suspected = await previewed(app, file(shown, 'i'), 'i.geojson');
  expect(warned(suspected)[0]?.message).toMatch(/about 4\d\d m east and -3\d\d m north/);
  const [first] = suspected.preview?.outlines[0]?.geometry.coordinates.flat(3) ?? [];
  expect(first).toBeCloseTo(shown[0]?.[0]?.[0] ?? 0, 6);
});

test('an outline that runs along a county line only when moved back is suspected too', async () => {
  const [county] = await db.query<{ line: { coordinates: [number, number][] } }>({
    text: `select st_asgeojson(st_exteriorring(st_geometryn(geom, 1)), 9)::jsonb as line from unit
           where kind = 'county' order by st_npoints(geom) desc limit 1`,
  });
  const line = county?.line.coordinates ?? [];
  expect(await findShift(db, [outline(line)])).toBeNull();
  expect(await findShift(db, [outline(line.map(toGcj02))])).toMatchObject({ north: expect.any(Number) });
});
