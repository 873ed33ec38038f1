import { afterAll, expect, test } from 'vitest';
import { openNative } from '../../server/db/native';
import { createNative, nativeUrl, openNativeTest } from '../support/native-database';

const { url, drop } = await createNative('nothing');
const db = await openNativeTest(url, 500);
afterAll(async () => {
  await db.close();
  await drop();
});

test('a statement that runs too long ends with the same word as on the embedded database', async () => {
  await expect(db.query({ text: 'select pg_sleep(5)' })).rejects.toMatchObject({ code: 'deadline-exceeded' });
  expect(await db.query({ text: 'select 1 as one' })).toEqual([{ one: 1 }]);
});

test('a deadline of its own holds for one statement, and not for the next', async () => {
  await db.query({ text: 'select pg_sleep(0.7)' }, null, { deadlineMs: 5_000 });
  await expect(db.query({ text: 'select pg_sleep(5)' })).rejects.toMatchObject({ code: 'deadline-exceeded' });
  await db.transaction(async (tx) => {
    await tx.query({ text: 'select pg_sleep(0.7)' }, null, { deadlineMs: 0 });
  });
  await expect(db.query({ text: 'select pg_sleep(5)' })).rejects.toMatchObject({ code: 'deadline-exceeded' });
});

test('a connection that the server ends is told as such, and replaced', async () => {
  const ended = db.query({ text: 'select pg_terminate_backend(pg_backend_pid())' });
  await expect(ended).rejects.toMatchObject({ code: 'database-away' });
  expect(await db.query({ text: 'select 1 as one' })).toEqual([{ one: 1 }]);
});

test('a server that does not answer is refused with a clear word', async () => {
  const nowhere = new URL(nativeUrl());
  nowhere.port = '1';
  expect(await openNative(nowhere.href, { deadlineMs: 500 })).toMatchObject({
    ok: false,
    refusal: { code: 'unreachable' },
  });
});
