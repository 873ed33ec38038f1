import { type ChildProcess, spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLock } from '../../server/db/embedded/lock';
import { openEmbedded } from '../../server/db/embedded/open';
import { isAlive } from '../../server/db/embedded/process-identity';
import { copyTemplate } from '../support/template';

const folder = await copyTemplate('tables');
const lockPath = join(folder, 'db.lock');
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Opens the data in a process that can be killed; its last statement never ends. */
async function openElsewhere(): Promise<ChildProcess> {
  const opener = new URL('../../server/db/embedded/open.ts', import.meta.url).href;
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(opener)});
    const opened = await openEmbedded(${JSON.stringify(folder)}, { deadlineMs: 0 });
    await opened.db.query({ text: 'create table if not exists kept (n int)' });
    await opened.db.query({ text: 'insert into kept values (1)' });
    const endless = opened.db.query({ text: 'select count(*) from generate_series(1, 2000000000)' });
    process.stdout.write('busy');
    await endless;`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

test('kill -9 of the server ends a busy database process too, and the next start loses nothing', async () => {
  const server = await openElsewhere();
  const holder = readLock(lockPath);
  if (!holder) throw new Error('no lock was taken');
  server.kill('SIGKILL');

  const again = await openEmbedded(folder, { deadlineMs: 10_000 });
  if (!again.ok) throw new Error(JSON.stringify(again.refusal));
  expect(isAlive(holder.pid)).toBe(false);
  expect(await again.db.query({ text: 'select n from kept' })).toEqual([{ n: 1 }]);
  await again.db.close();
});

test('a lock whose process id was given to another process is taken over', async () => {
  const stranger = { pid: process.pid, began: 'another-boot/1', parentPid: 1, parentBegan: 'another-boot/1' };
  const { hostname } = await import('node:os');
  await writeFile(lockPath, JSON.stringify({ ...stranger, host: hostname() }));
  const opened = await openEmbedded(folder, { deadlineMs: 10_000 });
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.db.close();
});

test('a lock kept fresh from another machine is respected', async () => {
  const elsewhere = { pid: 1, began: null, parentPid: 1, parentBegan: null, host: 'another-machine' };
  await writeFile(lockPath, JSON.stringify(elsewhere));
  const opened = await openEmbedded(folder, { deadlineMs: 10_000 });
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'locked', holder: { host: 'another-machine' } } });
  await rm(lockPath);
});
