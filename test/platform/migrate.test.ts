import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../server/db/migrate';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: false, facts: false });
const own = (await readMigrations()).length;
let folder = '';

/** The product's migrations followed by these, as a later version would have them. */
async function folderWith(later: Record<string, string>): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'yuantu-test-'));
  for (const { name, sql } of await readMigrations()) await writeFile(join(made, name), sql);
  for (const [name, sql] of Object.entries(later)) await writeFile(join(made, name), sql);
  return made;
}

beforeAll(async () => {
  folder = await folderWith({
    '9001_one.sql': 'create table one (n int);',
    '9002_two.sql': 'create table two (n int);',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a database that is up to date is left alone', async () => {
  expect(own).toBeGreaterThan(0);
  expect(await migrate(db)).toEqual({ ok: true, applied: [] });
});

test('two processes may bring the same database forward at once', async () => {
  const [first, second] = await Promise.all([migrate(db, folder), migrate(db, folder)]);
  expect([first, second].map((answer) => answer.ok)).toEqual([true, true]);
  const applied = [first, second].flatMap((answer) => (answer.ok ? answer.applied : []));
  expect(applied.sort()).toEqual(['9001_one.sql', '9002_two.sql']);
});

test('a program that is older than its database stops', async () => {
  expect(await migrate(db)).toEqual({ ok: false, refusal: { code: 'database-newer', name: '9001_one.sql' } });
});

test('a migration that was changed after it was applied stops everything', async () => {
  await writeFile(join(folder, '9001_one.sql'), 'create table one (n int, m int);');
  const refusal = { code: 'migration-changed', name: '9001_one.sql' };
  expect(await migrate(db, folder)).toEqual({ ok: false, refusal });
  await writeFile(join(folder, '9001_one.sql'), 'create table one (n int);');
});

test('line endings are no change', async () => {
  const crlf = await folderWith({
    '9001_one.sql': 'create table one (n int);',
    '9002_two.sql': 'create table two (n int);',
  });
  for (const { name, sql } of await readMigrations(crlf))
    await writeFile(join(crlf, name), sql.replaceAll('\n', '\r\n'));
  expect(await migrate(db, crlf)).toEqual({ ok: true, applied: [] });
  await rm(crlf, { recursive: true, force: true });
});

test('a migration that fails half way leaves nothing of itself', async () => {
  await writeFile(join(folder, '9003_bad.sql'), 'create table three (n int); insert into nowhere values (1);');
  const answer = await migrate(db, folder);
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'migration-failed', name: '9003_bad.sql' } });
  expect(await db.query({ text: "select to_regclass('three') as found" })).toEqual([{ found: null }]);
});
