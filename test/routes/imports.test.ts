import { expect, test } from 'vitest';
import { collection, square } from '../fixtures/parcels';
import { shapefileParts, zipped } from '../fixtures/shapefile';
import { actor, multipart, previewed, quarantine, settled, upload, written } from '../fixtures/uploads';
import { testApp } from '../support/app';

const megabyte = 1024 * 1024;
const { app, db } = await testApp({ sample: false, config: { uploadLimitBytes: 2 * megabyte } });
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, headers: actor, payload });

test('nobody uploads without a name', async () => {
  const { 'x-actor': _, ...headers } = multipart(collection([{}]), 'a.geojson').headers;
  const answer = await app.inject({ ...multipart(collection([{}]), 'a.geojson'), headers });
  expect(answer.json()).toMatchObject({ code: 'actor-missing' });
});

test('an upload that announces two gigabytes is refused at once, naming the limit', async () => {
  const announced = multipart(new Uint8Array(10), 'big.zip');
  const answer = await app.inject({
    ...announced,
    headers: { ...announced.headers, 'content-length': String(2 * 1024 * megabyte) },
  });
  expect(answer.statusCode).toBe(413);
  expect(answer.json().message).toContain('2 MiB');
});

test('an upload that grows past the limit is refused and nothing of it is kept', async () => {
  const before = await db.query({ text: 'select count(*)::int as n from file' });
  const answer = await app.inject(multipart(new Uint8Array(2 * megabyte + 100), 'big.zip'));
  expect(answer.statusCode).toBe(413);
  expect(await db.query({ text: 'select count(*)::int as n from file' })).toEqual(before);
});

test('a request without a file says so', async () => {
  expect((await post('/api/imports', {})).statusCode).toBeGreaterThanOrEqual(400);
});

test('a file name is shown and never a path', async () => {
  const state = await previewed(app, collection([{}]), '../../etc/宗地.geojson');
  expect(state.fileName).toBe('宗地.geojson');
});

test('encoding and CRS are chosen again before anything is written', async () => {
  const parts = shapefileParts({
    shapes: [[square(557_400, 2_750_000, 100)]],
    fields: [
      { name: 'DKBH', width: 9 },
      { name: 'DKMC', width: 20 },
    ],
    rows: [['1', '东海']],
    encoding: 'GB18030',
  });
  const ready = await previewed(app, zipped({ 'a.shp': parts.shp, 'a.shx': parts.shx, 'a.dbf': parts.dbf }), 'a.zip');
  expect(ready.preview).toMatchObject({ crs: { chosen: null }, outlines: [], encoding: 'GB18030' });
  expect(ready.preview?.crs.choices.map((choice) => choice.id)).toEqual(
    expect.arrayContaining(['4548', 'local-118.5']),
  );
  const patch = (payload: object) =>
    app.inject({ method: 'PATCH', url: `/api/imports/${ready.id}`, headers: actor, payload });
  expect((await patch({ crs: 'EPSG:2154' })).statusCode).toBe(400);
  await patch({ crs: 'local-118.5', encoding: 'UTF-8' });
  const again = await settled(app, ready.id);
  expect(again.preview).toMatchObject({ crs: { chosen: 'local-118.5' }, encoding: 'UTF-8' });
  expect(again.preview?.outlines).toHaveLength(1);
  await patch({ encoding: 'GB18030' });
  const back = await settled(app, ready.id);
  expect(back.preview?.columns[1]?.samples).toEqual(['东海']);
  expect(back.preview?.crs.chosen).toBe('local-118.5');
  expect(await db.query({ text: 'select count(*)::int as n from parcel' })).toEqual([{ n: 0 }]);
});

test('an import is withdrawn and written again with its old parcels', async () => {
  const done = await written(
    app,
    await previewed(app, collection([{ number: 'w-1' }, { number: 'w-2', geometry: null }]), 'w.geojson'),
  );
  const ids = () => db.query({ text: 'select id::text, number from parcel where import = $1', values: [done.id] });
  const before = await ids();
  expect(before).toHaveLength(1);
  const undone = await post(`/api/events/${done.report?.event}/undo`, {});
  expect(await ids()).toEqual([]);
  expect((await settled(app, done.id, ['done'])).report).toMatchObject({ undone: true, received: 2, accepted: 1 });
  expect((await post(`/api/events/${undone.json().event}/undo`, {})).statusCode).toBe(200);
  expect(await ids()).toEqual(before);
  expect((await settled(app, done.id, ['done'])).report).toMatchObject({ undone: false, accepted: 1 });
});

test('an import that a park stands on cannot be withdrawn, and the park is named', async () => {
  const done = await written(app, await previewed(app, collection([{ number: 'p-1' }]), 'p.geojson'));
  const [parcel] = await db.query<{ id: string }>({ text: `select id::text from parcel where number = 'p-1'` });
  const park = await post('/api/parks', { name: '占用园', parcels: [parcel?.id], theme: null });
  expect(park.statusCode, park.body).toBe(200);
  const answer = await post(`/api/events/${done.report?.event}/undo`, {});
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'import-in-use', message: expect.stringContaining('占用园') });
  expect(await db.query({ text: `select count(*)::int as n from parcel where number = 'p-1'` })).toEqual([{ n: 1 }]);
});

test('an import is given up before it is written, not after', async () => {
  const id = await upload(app, collection([{}]), 'c.geojson');
  const cancel = () => app.inject({ method: 'DELETE', url: `/api/imports/${id}`, headers: actor });
  expect((await cancel()).json()).toMatchObject({ phase: 'cancelled' });
  expect((await cancel()).statusCode).toBe(409);
  expect((await post(`/api/imports/${id}/commit`, { crs: '4490', mapping: { columns: {} } })).statusCode).toBe(409);
});

test('a mapping onto a column that is not there is refused', async () => {
  const ready = await previewed(app, collection([{}]), 'm.geojson');
  const answer = await post(`/api/imports/${ready.id}/commit`, {
    crs: '4490',
    mapping: { columns: { number: 'nope' } },
  });
  expect(answer.statusCode).toBe(400);
});

test('the quarantine list opens in a spreadsheet and runs nothing there', async () => {
  const done = await written(app, await previewed(app, collection([{ number: '=1+1', geometry: null }]), 'q.geojson'));
  expect(await quarantine(app, done.id)).toMatchObject([{ number: '=1+1', code: 'geometry-missing' }]);
  const csv = await app.inject({ url: `/api/imports/${done.id}/quarantine.csv`, headers: actor });
  expect(csv.body.startsWith('\ufeff"record"')).toBe(true);
  expect(csv.body).toContain(`"'=1+1"`);
});

test('imports are listed newest first, without outlines, in the language of the reader', async () => {
  const answer = await app.inject({ url: '/api/imports', headers: { 'accept-language': 'zh-CN' } });
  const rows = answer.json().rows;
  expect(rows[0].fileName).toBe('q.geojson');
  expect(rows[0].report.byReason).toEqual([{ code: 'geometry-missing', title: '没有图形', count: 1 }]);
  expect((await app.inject('/api/imports/00000000-0000-4000-8000-000000000000')).statusCode).toBe(404);
});
