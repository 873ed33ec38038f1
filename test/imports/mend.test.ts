import { expect, test } from 'vitest';
import type { EventRow, ImportReport, ImportState, MendedRecord } from '../../data/contract';
import { inventUscc as usccOf } from '../../scripts/sample-city/uscc';
import { corridors } from '../../server/imports/kinds/corridors';
import { collection, type Given, square } from '../fixtures/parcels';
import { actor, previewed, quarantine, settled, written } from '../fixtures/uploads';
import { testApp } from '../support/app';
import { bring, everything } from './kinds/bringing';

const { app, db } = await testApp({ sample: false });
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, headers: actor, payload });
const bringPlots = async (records: Given[], changes: object = {}) =>
  written(app, await previewed(app, collection(records), 'm.geojson'), changes);
const report = async ({ id }: ImportState): Promise<ImportReport> => {
  const found = (await settled(app, id, ['done'])).report;
  if (!found) throw new Error('no report');
  return found;
};
const counts = async (state: ImportState) => {
  const { received, accepted, quarantined, mended, written: done } = await report(state);
  expect(accepted + quarantined).toBe(received);
  return { accepted, quarantined, mended, ...done };
};
interface Answer {
  rows: MendedRecord[];
  event: string | null;
}
async function mend({ id }: ImportState, payload: object): Promise<Answer> {
  const answer = await post(`/api/imports/${id}/quarantine/mend`, payload);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
async function undo(event: string | null): Promise<string> {
  const answer = await post(`/api/events/${event}/undo`, {});
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ event: string }>().event;
}
const historyOf = async (event: string, lang: string): Promise<EventRow | undefined> => {
  const answer = await app.inject({ url: '/api/events?limit=200', headers: { ...actor, 'accept-language': lang } });
  return answer.json<{ rows: EventRow[] }>().rows.find(({ id }) => id === event);
};
/** A mend of an import that was withdrawn is not offered for undoing, and says why where it is asked for all the same. */
async function standsWithdrawn(event: string): Promise<void> {
  const when = /\d{4}-\d\d-\d\d \d\d:\d\d/;
  for (const [lang, named] of [
    ['zh', /「m\.geojson」.*整次撤销.*先在历史记录中重做这次导入/],
    ['en', /“m\.geojson” was withdrawn.*Redo the import in the history first/],
  ] as const) {
    const headers = { ...actor, 'accept-language': lang };
    const refused = await app.inject({ method: 'POST', url: `/api/events/${event}/undo`, headers, payload: {} });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'import-undone', message: expect.stringMatching(named) });
    expect(refused.json().message).toMatch(when);
    expect((await historyOf(event, lang))?.blocked).toBe(refused.json().message);
  }
}
/** What is held goes back to the sender as it came, with the reason. */
async function goesBack({ id }: ImportState, long: string): Promise<void> {
  const file = (end: string) => app.inject({ url: `/api/imports/${id}/${end}`, headers: actor });
  const csv = (await file('quarantine.csv')).body;
  expect(csv.startsWith('\ufeff"record"')).toBe(true);
  expect(csv).toContain(`"'=1+1"`);
  expect(csv).toContain(long);
  expect((await file('quarantine.geojson')).json().features).toMatchObject([
    {
      id: 2,
      geometry: { type: 'MultiPolygon', coordinates: [crossing.coordinates] },
      properties: { DKBH: 'x-2', note: '=1+1', n: 5, code: 'self-crossing', crs: 'EPSG:4490' },
    },
  ]);
}
const parcels = ({ id }: ImportState) =>
  db.query({
    text: `select id::text, number, name, import_record as record, st_isvalid(geom) as valid, round(area_square_metres) as area,
             original is not null as converted from parcel where import = $1 order by import_record`,
    values: [id],
  });
const staged = ({ id }: ImportState) =>
  db.query({
    text: `select record, number, code, args, fault_at, raw, original, fields, mended, geom::text from import_record where import = $1 order by record`,
    values: [id],
  });
const polygon = (ring: unknown) => ({ type: 'Polygon', coordinates: [ring] });
const [a, b, c, d] = square(118.7, 24.9);
const crossing = polygon([a, c, b, d, a]);

test('an outline that crosses itself is shown mended, taken in, put back and taken in again', async () => {
  const long = '长'.repeat(600);
  const properties = { note: '=1+1', long, n: 5 };
  const state = await bringPlots([{ number: 'x-1' }, { number: 'x-2', geometry: crossing, properties }]);
  await goesBack(state, long);
  const before = await staged(state);
  const [held] = await quarantine(app, state.id);
  expect(held).toMatchObject({
    record: 2,
    code: 'self-crossing',
    mends: ['make-valid'],
    cells: { DKBH: 'x-2', n: '5' },
  });
  expect(held?.geometry).toMatchObject({ type: 'MultiPolygon' });

  const shown = await mend(state, { records: [2], how: 'make-valid', dryRun: true });
  expect(shown).toMatchObject({ rows: [{ record: 2, ok: true, message: null }], event: null });
  expect(shown.rows[0]?.areaSquareMetres).toBeGreaterThan(1000);
  expect(shown.rows[0]?.areaBeforeSquareMetres).toBeLessThan(1);
  expect(await staged(state)).toEqual(before);

  const done = await mend(state, { records: [2], how: 'make-valid', reason: '核对原图' });
  expect(done.rows).toEqual(shown.rows);
  expect(await counts(state)).toMatchObject({ accepted: 2, quarantined: 0, mended: 1, inserted: 2 });
  const taken = await parcels(state);
  expect(taken).toMatchObject([{ number: 'x-1' }, { number: 'x-2', record: 2, valid: true, converted: true }]);

  const undone = await undo(done.event);
  expect(await staged(state)).toEqual(before);
  expect(await counts(state)).toMatchObject({ accepted: 1, quarantined: 1, mended: 0, inserted: 1 });
  const redone = await undo(undone);
  expect(await parcels(state)).toEqual(taken);

  const withdrawn = await undo((await report(state)).event);
  expect(await parcels(state)).toEqual([]);
  const refused = await post(`/api/imports/${state.id}/quarantine/mend`, { records: [2], how: 'make-valid' });
  expect(refused.json()).toMatchObject({ code: 'import-undone' });
  await standsWithdrawn(redone);
  await undo(withdrawn);
  expect((await historyOf(redone, 'en'))?.blocked).toBeNull();
  expect(await parcels(state)).toEqual(taken);
  expect(await counts(state)).toMatchObject({ accepted: 2, mended: 1 });
});

test('open rings are closed, axes swapped and coordinates read in another system; what stays wrong stays held', async () => {
  const [east, north] = [557_400, 2_750_000];
  const open = polygon(square(118.71, 24.9).slice(0, -1));
  const swapped = polygon(square(118.72, 24.9).map(([x, y]) => [y, x]));
  const plane = polygon(square(east, north, 100));
  const both = polygon([a, c, b, d]);
  const state = await bringPlots(
    [
      {},
      { geometry: open },
      { geometry: swapped },
      { geometry: plane },
      { geometry: both },
      { geometry: polygon(square(118.71, 24.9)) },
    ].map((given, n) => ({
      number: `y-${n + 1}`,
      ...given,
    })),
    { crs: '4490' },
  );
  expect((await quarantine(app, state.id)).map(({ record, mends }) => [record, mends])).toEqual([
    [2, ['close-ring']],
    [3, ['swap-axes', 'crs']],
    [4, ['swap-axes', 'crs']],
    [5, ['close-ring']],
  ]);
  const closed = await mend(state, { records: [2, 5], how: 'close-ring' });
  expect(closed.rows).toMatchObject([
    { record: 2, ok: true },
    { record: 5, ok: false, message: expect.stringContaining('cross') },
  ]);
  const within = (told: ImportReport | null) => told?.overlaps.filter(({ other }) => other.sameFile);
  expect(within(state.report)).toEqual([]);
  expect(within(await report(state))).toHaveLength(1);
  expect((await mend(state, { records: [3], how: 'swap-axes' })).rows).toMatchObject([{ ok: true }]);
  expect((await mend(state, { records: [4], how: 'crs', crs: '4549' })).rows).toMatchObject([{ ok: false }]);
  expect((await mend(state, { records: [4], how: 'crs', crs: 'local-118.5' })).rows).toMatchObject([{ ok: true }]);
  expect((await mend(state, { records: [5], how: 'swap-axes' })).rows).toMatchObject([{ ok: false }]);
  expect(await counts(state)).toEqual({
    accepted: 5,
    quarantined: 1,
    mended: 3,
    inserted: 5,
    updated: 0,
    unchanged: 0,
    removed: 0,
  });
  const areas = (await parcels(state)).map(({ area }) => Number(area));
  expect(areas.slice(0, 3).every((area) => Math.abs(area - 11_190) < 20)).toBe(true);
  expect(areas[3]).toBeCloseTo(10_000, -2);
  expect(await quarantine(app, state.id)).toMatchObject([{ record: 5, code: 'ring-unclosed' }]);
  const gone = await post(`/api/imports/${state.id}/quarantine/mend`, { records: [2], how: 'close-ring' });
  expect(gone.json()).toMatchObject({ code: 'records-not-held' });
  const unknown = { records: [5], how: 'crs', crs: 'EPSG:2154' };
  expect((await post(`/api/imports/${state.id}/quarantine/mend`, unknown)).statusCode).toBe(400);
});

test('one of two twins is taken, the other given a number of its own; a number that is there is refused', async () => {
  const state = await bringPlots([
    { number: 'z-1' },
    { number: 'z-1', properties: { DKMC: '北' } },
    { number: 'z-3' },
    { number: null },
  ]);
  expect(await counts(state)).toMatchObject({ accepted: 1, quarantined: 3 });
  const taken = await mend(state, { records: [2], how: 'take' });
  expect(taken.rows).toMatchObject([{ record: 2, ok: true }]);
  expect((await mend(state, { records: [1], how: 'take', dryRun: true })).rows).toMatchObject([{ ok: false }]);
  const number = (text: string) => mend(state, { records: [1], how: 'values', values: { number: text } });
  expect((await number('z-3')).rows[0]).toMatchObject({ ok: false, message: expect.stringContaining('z-3') });
  expect((await number('z-9')).rows).toMatchObject([{ ok: true }]);
  const both = await mend(state, { records: [4], how: 'values', values: { number: 'z-4', name: '南' } });
  expect(both.rows).toMatchObject([{ ok: true }]);
  expect(await parcels(state)).toMatchObject([
    { number: 'z-9', record: 1 },
    { number: 'z-1', name: '北' },
    { number: 'z-3' },
    { number: 'z-4', name: '南', record: 4 },
  ]);
  const [raw] = await db.query({
    text: 'select raw from import_record where import = $1 and record = 4',
    values: [state.id],
  });
  expect(raw).toEqual({ raw: expect.objectContaining({ DKBH: null }) });
  await undo(taken.event);
  expect(await counts(state)).toMatchObject({ accepted: 3, quarantined: 1, mended: 2 });
});

test('a record mended in an update writes over the plot, and undone gives it back; also the whole import does', async () => {
  const known = await bringPlots([{ number: 'u-1', properties: { DKMC: '旧' } }, { number: 'u-2' }]);
  const before = await parcels(known);
  const state = await bringPlots(
    [
      { number: 'u-2', properties: { DKMC: '新' } },
      { number: 'u-1', geometry: crossing },
    ],
    {
      mode: 'update',
    },
  );
  const done = await mend(state, { records: [2], how: 'make-valid' });
  expect(await counts(state)).toMatchObject({ accepted: 2, mended: 1, updated: 2, inserted: 0 });
  const undone = await undo(done.event);
  expect(await parcels(known)).toEqual(before.slice(0, 1));
  await undo(undone);
  expect(await parcels(state)).toHaveLength(2);
  await undo((await report(state)).event);
  expect(await parcels(known)).toEqual(before);
});

test('a firm is mended by its values; who does not sign reads nothing of what firms state', async () => {
  const rows = [
    ['统一社会信用代码', '企业名称', '备注'],
    [usccOf(1), '甲', '1234567'],
    ['91350100M000100Y44', '乙', '7654321'],
    [usccOf(3), '', '1'],
  ];
  const csv = new TextEncoder().encode(`${rows.map((row) => row.join(',')).join('\n')}\n`);
  const ready = await previewed(app, csv, 'firms.csv');
  expect(ready.kind).toBe('firms');
  const state = await written(app, ready);
  expect(await counts(state)).toMatchObject({ accepted: 1, quarantined: 2 });
  const firms = () =>
    db.query({ text: 'select uscc, name from firm where import = $1 order by name', values: [state.id] });
  const before = await firms();

  const done = await mend(state, { records: [2], how: 'values', values: { uscc: usccOf(2) } });
  expect(done.rows).toMatchObject([{ ok: true, geometry: null }]);
  expect((await mend(state, { records: [3], how: 'values', values: { name: '丙' } })).rows).toMatchObject([
    { ok: true },
  ]);
  expect(await firms()).toHaveLength(3);
  await undo(done.event);
  expect(await firms()).toEqual(
    [...before, { uscc: usccOf(3), name: '丙' }].sort((x, y) => (String(x.name) < String(y.name) ? -1 : 1)),
  );
  expect(await counts(state)).toMatchObject({ accepted: 2, quarantined: 1, mended: 1 });

  for (const end of ['quarantine', 'quarantine.csv', 'quarantine.geojson']) {
    const url = `/api/imports/${state.id}/${end}`;
    expect((await app.inject({ url })).json()).toMatchObject({ code: 'actor-missing' });
    expect((await app.inject({ url, headers: actor })).body).toContain('7654321');
  }
  const url = `/api/imports/${state.id}`;
  expect((await app.inject({ url })).body).not.toContain('7654321');
  expect((await app.inject({ url, headers: actor })).body).toContain('7654321');
  const events = await app.inject({ url: '/api/events', headers: actor });
  expect(events.body).toContain('mend-import');
  expect(events.body).not.toContain(usccOf(2));
});

test('any kind is mended: a corridor widens the ground on which its file is complete, and goes exactly', async () => {
  const line = (longitude: number, latitude: number) => ({
    type: 'MultiLineString',
    coordinates: [
      [
        [longitude, latitude],
        [longitude + 0.01, latitude + 0.02],
      ],
    ],
  });
  const given = [
    { cells: { 类别: '道路' }, geometry: line(118.6, 24.9) },
    { cells: { 类别: '道路' }, geometry: line(118.62, 24.9) },
    { cells: { 类别: '?' }, geometry: line(118.7, 24.95) },
  ];
  const brought = await bring(db, corridors, given, { complete: true });
  expect(brought.held).toEqual({ 3: 'kind-unreadable' });
  await db.query({
    text: `with kept as (insert into file (sha256, byte_length) values ('corridors', 0)) update import set sha256 = 'corridors' where id = $1`,
    values: [brought.id],
  });
  const [ground] = await covered();
  const before = await everything(db);
  const payload = { records: [3], how: 'values', values: { kind: '铁路', number: 'R-1' } };
  const answer = await post(`/api/imports/${brought.id}/quarantine/mend`, payload);
  expect(answer.json()).toMatchObject({ rows: [{ ok: true, geometry: { type: 'MultiLineString' } }] });
  const after = await everything(db);
  const [wider] = await covered();
  expect(wider?.area).toBeGreaterThan((ground?.area ?? 0) * 1.5);
  const undone = await undo(answer.json<Answer>().event);
  expect(withoutIds(await everything(db))).toEqual(withoutIds(before));
  await undo(undone);
  expect(withoutIds(await everything(db))).toEqual(withoutIds(after));
});
const covered = () => db.query<{ area: number }>({ text: 'select st_area(geom) as area from corridor_coverage' });
/** The ground of a file is drawn anew with each writing, under a new id. */
const withoutIds = (all: unknown) =>
  JSON.stringify(all, (key, value) => (key === 'source' ? null : key === 'corridor_coverage' ? value[0].g : value));
