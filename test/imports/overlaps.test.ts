import { expect, test } from 'vitest';
import { findOverlapBatch, overlapBatchQuery } from '../../server/db/imports/overlap-batch';
import { parcels } from '../../server/imports/kinds/parcels';
import { parks } from '../../server/imports/kinds/parks';
import { square } from '../fixtures/parcels';
import { testDatabase } from '../support/database';
import { bring, redo, takeBack } from './kinds/bringing';

const db = await testDatabase({ sample: false });
const degreesOfMetre = 1 / 110_800;
const area = (longitude: number, latitude: number, side?: number) => ({
  type: 'MultiPolygon',
  coordinates: [[square(longitude, latitude, side)]],
});
const plot = (DKBH: string, longitude: number, latitude = 24.9) => ({
  cells: { DKBH },
  geometry: area(longitude, latitude),
});
const limits = {
  squareMetres: 0.5,
  thicknessMetres: 0.1,
  plane: '+proj=tmerc +lat_0=0 +lon_0=118.5 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
};
interface Told {
  overlaps: {
    number: string;
    parcel: string;
    other: { number: string; parcel: string; sameFile: boolean };
    areaSquareMetres: number;
  }[];
  overlapsCount: number;
}
async function told(id: string): Promise<Told> {
  const [row] = await db.query<{ report: Told }>({ text: 'select report from import where id = $1', values: [id] });
  if (!row) throw new Error('no report');
  return row.report;
}
const pairs = ({ overlaps }: Told) =>
  overlaps.map(({ number, other }) => [[number, other.number].sort().join(' '), other.sameFile]);

test('plots that share ground are told, largest first: of the file once each, and with what was there', async () => {
  const there = await bring(db, parcels, [plot('T-1', 118.7), plot('T-2', 118.71)]);
  expect(await told(there.id)).toMatchObject({ overlaps: [], overlapsCount: 0 });
  await db.query({ text: `update parcel set sample = true where number = 'T-2'` });
  const given = [
    plot('A', 118.6),
    // Touches A; sticks out over it by 6 cm; covers half of A; lies on T-1 wholly; lies on a plot of the sample city.
    plot('B', 118.601),
    plot('C', 118.599 + 0.06 * degreesOfMetre),
    plot('D', 118.6, 24.9005),
    plot('E', 118.7),
    plot('F', 118.71),
  ];
  const brought = await bring(db, parcels, given);
  const report = await told(brought.id);
  expect(pairs(report)).toEqual([
    ['E T-1', false],
    ['A D', true],
  ]);
  expect(report.overlapsCount).toBe(2);
  const [whole, half] = report.overlaps.map(({ areaSquareMetres }) => areaSquareMetres);
  expect(whole).toBeCloseTo((await storedArea('E')) ?? 0, 2);
  expect((half ?? 0) / (await storedArea('A'))).toBeCloseTo(0.5, 4);
  const away = await takeBack(db, brought);
  await redo(db, away);
  expect(await told(brought.id)).toMatchObject(report);
});

test('a plot written over is compared as it now stands, and unchanged ones of the file count as its own', async () => {
  const update = await bring(db, parcels, [plot('A', 118.6), plot('D', 118.6, 24.9005), plot('B', 118.6005)], {
    mode: 'update',
  });
  expect(update).toMatchObject({ updated: 1, unchanged: 2 });
  const report = await told(update.id);
  expect(pairs(report).sort()).toEqual([
    ['A B', true],
    ['A D', true],
    ['B D', true],
  ]);
  await takeBack(db, update);
});

test('red lines that share ground are told of parks as of plots, with official parks only', async () => {
  const line = (园区名称: string, longitude: number) => ({ cells: { 园区名称 }, geometry: area(longitude, 24.7) });
  const there = await bring(db, parks, [line('旧园', 118.8)]);
  expect(await told(there.id)).toMatchObject({ overlaps: [], overlapsCount: 0 });
  await db.query({ text: `update park set kind = 'draft', name = '草案' where name = '旧园'` });
  const again = await bring(db, parks, [line('老园', 118.8)]);
  expect(await told(again.id)).toMatchObject({ overlapsCount: 0 });
  const brought = await bring(db, parks, [
    line('甲园', 118.8005),
    line('乙园', 118.9),
    line('丙园', 118.9002),
    line('丁园', 118.901),
    line('戊园', 118.95),
  ]);
  const report = await told(brought.id);
  expect(pairs(report)).toEqual([
    ['丙园 乙园', true],
    ['甲园 老园', false],
    ['丁园 丙园', true],
  ]);
  expect(report.overlaps[1]).toMatchObject({ parcel: null, park: expect.any(String), other: { parcel: null } });
  const ids = await db.query<{ id: string }>({ text: `select id::text from park where name in ('甲园', '老园')` });
  const { park, other } = report.overlaps[1] as unknown as { park: string; other: { park: string } };
  expect([park, other.park].sort()).toEqual(ids.map(({ id }) => id).sort());
  await redo(db, await takeBack(db, brought));
  expect(await told(brought.id)).toMatchObject(report);
  for (const each of [brought, again]) await takeBack(db, each);
});

test('the search of a batch asks the spatial index of the parcels', async () => {
  const query = overlapBatchQuery('00000000-0000-4000-8000-000000000001', { first: 1, next: null }, limits);
  const plan = await db.transaction(async (tx) => {
    await tx.query({ text: 'set local enable_seqscan = off' });
    return tx.query({ text: `explain ${query.text}`, values: query.values });
  });
  expect(JSON.stringify(plan)).toContain('parcel_geom');
  expect(await findOverlapBatch(db, '00000000-0000-4000-8000-000000000001', { first: 1, next: null }, limits)).toEqual(
    [],
  );
});

async function storedArea(number: string): Promise<number> {
  const [row] = await db.query<{ area: number }>({
    text: 'select st_area(geom::geography) as area from parcel where number = $1',
    values: [number],
  });
  return row?.area ?? Number.NaN;
}
