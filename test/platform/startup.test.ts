import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { readLock } from '../../server/db/embedded/lock';
import { isAlive } from '../../server/db/embedded/process-identity';
import { copyTemplate } from '../support/template';

const root = join(import.meta.dirname, '../..');
const folder = await copyTemplate('sample');
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  url: string;
  said(): string;
  ended: Promise<number | null>;
}

/** Runs the product on a free port; resolves as soon as the door is open, long before it can serve. */
async function start(): Promise<Run> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', HOST: '', PORT: '0', YUANTU_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[^\s/]+\//.exec(said);
      if (found) resolve(found[0]);
    });
  });
  return { child, url, said: () => said, ended };
}

async function untilReady(run: Run): Promise<void> {
  while (!(await fetch(`${run.url}api/health`)).ok) await pause(100);
}

test('a page opened too early says that it is starting and loads itself again', { timeout: 180_000 }, async () => {
  const run = await start();
  const early = await fetch(run.url);
  const page = await early.text();
  expect(early.status).toBe(503);
  expect(page).toContain('园图正在启动');
  expect(page).toContain('http-equiv="refresh"');
  const health = await fetch(`${run.url}api/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ code: 'starting' });

  await untilReady(run);
  const served = await fetch(run.url);
  expect(served.status).toBe(200);
  expect(await served.text()).not.toContain('http-equiv="refresh"');

  const second = await start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('数据库正被另一个园图使用');
  expect(second.said()).toContain('Another Yuantu holds the database');

  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(run.said()).toContain('已停止');
  expect(readLock(join(folder, 'db.lock'))).toBeNull();
});

test('after kill -9 of the server the next start finds everything and takes the lock over', async () => {
  const run = await start();
  await untilReady(run);
  const holder = readLock(join(folder, 'db.lock'));
  run.child.kill('SIGKILL');
  await run.ended;

  const again = await start();
  await untilReady(again);
  expect(isAlive(holder?.pid ?? 0)).toBe(false);
  const units = await fetch(`${again.url}api/units`);
  expect(units.status).toBe(200);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});
