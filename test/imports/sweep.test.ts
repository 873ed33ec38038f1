import { expect, test } from 'vitest';
import type { ImportState } from '../../data/contract';
import { noteFile } from '../../server/db/files/store-file';
import { noteAttachment } from '../../server/db/rulings/attachments';
import { sweepFiles } from '../../server/imports/sweep-files';
import { collection, square } from '../fixtures/parcels';
import { actor, previewed, quarantine, settled, written } from '../fixtures/uploads';
import { testApp } from '../support/app';

const { app, db } = await testApp({ sample: false });
const keepDays = 30;
const cross = (lon: number) => {
  const [a, b, c, d] = square(lon, 24.9);
  return { type: 'Polygon', coordinates: [[a, c, b, d, a]] };
};
const fileOf = (name: string) => collection([{ number: `${name}-1` }, { number: `${name}-2`, geometry: cross(118.7) }]);
const send = (name: string) => previewed(app, fileOf(name), `${name}.geojson`);
const read = async (id: string, lang: 'zh' | 'en' = 'en') =>
  (await app.inject({ url: `/api/imports/${id}`, headers: { ...actor, 'accept-language': lang } })).json<ImportState>();
const age = async (states: ImportState[], days: number) => {
  const values = [states.map(({ id }) => id), days];
  await db.query({
    text: 'update import set touched_at = now() - make_interval(days => $2) where id = any($1)',
    values,
  });
  await db.query({
    text: `update file set stored_at = now() - make_interval(days => $2)
           where sha256 in (select sha256 from import where id = any($1))`,
    values,
  });
};
const counted = async (text: string, id: string) =>
  (await db.query<{ n: number }>({ text: `select count(*)::int as n from ${text}`, values: [id] }))[0]?.n;
const shaOf = ({ preview }: ImportState): string => preview?.sha256 ?? '';
const pieces = ({ id }: ImportState) =>
  counted('file_chunk c join import i on i.sha256 = c.sha256 where i.id = $1', id);
const staged = ({ id }: ImportState) => counted('import_record where import = $1', id);
const order = (method: 'PATCH' | 'POST', url: string, payload: object, lang = 'en') =>
  app.inject({ method, url: `/api/imports/${url}`, headers: { ...actor, 'accept-language': lang }, payload });

test('files of what was never written go after their time, and nothing that is needed goes with them', async () => {
  const left = await send('left');
  const cancelled = await send('cancelled');
  await app.inject({ method: 'DELETE', url: `/api/imports/${cancelled.id}`, headers: actor });
  const broken = await send('broken');
  await written(app, broken);
  // As a writing leaves it that fails when all is staged.
  await db.query({ text: `update import set phase = 'failed', report = null where id = $1`, values: [broken.id] });
  const done = await written(app, await send('done'));
  const twin = await send('done');
  const attached = await send('attached');
  await noteAttachment(db, { sha256: shaOf(attached), name: 'a.txt', mediaType: 'text/plain', actor: 'a' });
  const recent = await send('recent');
  const again = await send('again');
  const old = [left, cancelled, broken, done, twin, attached, again];
  await age(old, keepDays + 1);
  await age([recent], keepDays - 1);
  // Somebody sends the same content once more at this moment.
  await noteFile(db, shaOf(again), fileOf('again').byteLength);

  await Promise.all([sweepFiles(db, keepDays), sweepFiles(db, keepDays), sweepFiles(db, keepDays)]);

  expect(await Promise.all([left, cancelled, broken].map(pieces))).toEqual([0, 0, 0]);
  expect(await staged(broken)).toBe(0);
  expect(await Promise.all([done, twin, attached, recent, again].map(pieces))).toEqual([1, 1, 1, 1, 1]);
  expect((await read(recent.id)).phase).toBe('ready');
  expect(await staged(done)).toBe(2);
  expect(await quarantine(app, done.id)).toHaveLength(1);

  for (const [state, phase] of [
    [left, 'failed'],
    [cancelled, 'cancelled'],
    [broken, 'failed'],
    [twin, 'failed'],
  ] as const) {
    const now = await read(state.id);
    expect(now).toMatchObject({ phase, preview: null, fileName: state.fileName, error: { code: 'file-gone' } });
    expect(now.error?.message).toMatch(/^“\w+\.geojson” was never written.*\d{4}-\d\d-\d\d/);
  }
  expect((await read(left.id, 'zh')).error?.message).toMatch(/「left\.geojson」一直没有写入.*清除/);
  const listed = (await app.inject({ url: '/api/imports', headers: actor })).json<{ rows: ImportState[] }>().rows;
  expect(listed.find(({ id }) => id === left.id)?.error?.code).toBe('file-gone');

  for (const [lang, said] of [
    ['zh', /「left\.geojson」.*清除.*重新上传/],
    ['en', /“left\.geojson”.*cleared away.*upload the file again/],
  ] as const)
    for (const answer of [
      await order('PATCH', left.id, { crs: '4490' }, lang),
      await order('POST', `${left.id}/commit`, { crs: '4490', mapping: left.preview?.mapping }, lang),
    ]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toMatchObject({ code: 'import-file-gone', message: expect.stringMatching(said) });
    }
});

test('the same content can come again and be written', async () => {
  const before = await send('return');
  await age([before], keepDays + 1);
  await sweepFiles(db, keepDays);
  expect(await pieces(before)).toBe(0);
  const state = await written(app, await send('return'));
  expect(state).toMatchObject({ phase: 'done', report: { accepted: 1, quarantined: 1 } });
  expect((await read(before.id)).error?.code).toBe('file-gone');
  await sweepFiles(db, keepDays);
  expect(await pieces(state)).toBe(1);
});

test('an import that is read anew begins its time again, a withdrawn one keeps its file, and a stray file goes', async () => {
  const state = await send('anew');
  await age([state], keepDays + 1);
  await order('PATCH', state.id, { crs: '4490' });
  await settled(app, state.id);
  const undone = await written(app, await send('undone'));
  await app.inject({ method: 'POST', url: `/api/events/${undone.report?.event}/undo`, headers: actor, payload: {} });
  await age([undone], keepDays + 1);
  const stray = await send('stray');
  await age([stray], 2);
  await db.query({ text: 'delete from import where id = $1', values: [stray.id] });
  await sweepFiles(db, keepDays);
  expect((await read(state.id)).phase).toBe('ready');
  expect(await pieces(state)).toBe(1);
  expect(await pieces(undone)).toBe(1);
  expect(await staged(undone)).toBe(2);
  expect(await counted(`file_chunk c join file f using (sha256) where f.sha256 = $1`, shaOf(stray))).toBe(0);
});
