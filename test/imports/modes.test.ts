import { expect, test } from 'vitest';
import { parcels } from '../../server/imports/kinds/parcels';
import { perform } from '../../server/operations/perform';
import { verbs } from '../../server/operations/verbs';
import { square } from '../fixtures/parcels';
import { testDatabase } from '../support/database';
import { bring, everything, takeBack } from './kinds/bringing';

const db = await testDatabase({ sample: false });
const who = { actor: 'a', reason: null };
const plot = (DKBH: string, longitude: number, side?: number) => ({
  cells: { DKBH },
  geometry: { type: 'MultiPolygon', coordinates: [[square(longitude, 24.9, side)]] },
});
const first = await bring(db, parcels, [plot('A', 118.6), plot('B', 118.61), plot('C', 118.62)]);
const idOf = async (number: string) =>
  (await db.query<{ id: string }>({ text: 'select id::text from parcel where number = $1', values: [number] }))[0]?.id;

test('a replacement is refused by name where a park or a firm stands on a plot that it would remove', async () => {
  const [a, b] = [await idOf('A'), await idOf('B')];
  const { outcome } = await perform(db, verbs, who, {
    verb: 'create-park',
    args: { name: '占地园', parcels: [a, b], theme: null },
  });
  await db.query({
    text: `insert into firm (uscc, name, parcel, source) values ('91350500M000100Y43', '占地公司', $1, 'units')`,
    values: [await idOf('C')],
  });
  const before = await everything(db);
  await expect(bring(db, parcels, [plot('A', 118.6)], { mode: 'replace', replaces: first.id })).rejects.toMatchObject({
    code: 'replace-in-use',
    args: { holders: expect.stringMatching(/占地公司.*占地园|占地园.*占地公司/) },
  });
  expect(await everything(db)).toEqual(before);
  await db.query({ text: 'delete from firm' });

  const replaced = await bring(db, parcels, [plot('A', 118.6), plot('B', 118.61)], {
    mode: 'replace',
    replaces: first.id,
  });
  expect(replaced).toMatchObject({ unchanged: 2, removed: 1 });
  expect(await membersOf(outcome.subject.id)).toEqual([a, b]);
  await takeBack(db, replaced);
});

test('a plot that is written over stays in its park, whose outline follows it and goes back', async () => {
  const [park] = await db.query<{ id: string; area: number }>({
    text: 'select id::text, area_square_metres as area from park',
  });
  const members = await membersOf(park?.id ?? '');
  const before = await everything(db);
  const update = await bring(db, parcels, [plot('A', 118.6, 0.002)], { mode: 'update' });
  expect(update).toMatchObject({ updated: 1, inserted: 0 });
  expect(await membersOf(park?.id ?? '')).toEqual(members);
  const [now] = await db.query<{ area: number }>({ text: 'select area_square_metres as area from park' });
  expect((now?.area ?? 0) / (park?.area ?? 1)).toBeCloseTo(2.5, 2);
  await takeBack(db, update);
  expect(await everything(db)).toEqual(before);
});

test('a park whose plots move into another unit follows them and goes back, but for one whose unit is stored', async () => {
  const unitOf = async (table: string, where: string) =>
    (await db.query({ text: `select unit, unit_basis as basis from ${table} where ${where}` }))[0];
  const moved = () => bring(db, parcels, [plot('A', 118.3), plot('B', 118.302)], { mode: 'update' });
  const before = await everything(db);
  const home = await unitOf('park', 'true');
  expect(home).toMatchObject({ unit: expect.any(String) });

  const update = await moved();
  const now = await unitOf('park', 'true');
  expect(now).toEqual(await unitOf('parcel', "number = 'A'"));
  expect(now?.unit).not.toBe(home?.unit);
  await takeBack(db, update);
  expect(await everything(db)).toEqual(before);

  await db.query({ text: `update park set unit_basis = 'stored'` });
  const again = await moved();
  expect(await unitOf('park', 'true')).toEqual({ unit: home?.unit, basis: 'stored' });
  await takeBack(db, again);
});

async function membersOf(park: string): Promise<string[]> {
  const rows = await db.query<{ parcel: string }>({
    text: 'select parcel::text from park_member where park = $1 order by parcel',
    values: [park],
  });
  return rows.map(({ parcel }) => parcel);
}
