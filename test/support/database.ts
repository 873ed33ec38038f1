import { rm } from 'node:fs/promises';
import { afterAll } from 'vitest';
import { openEmbedded } from '../../server/db/embedded/open';
import type { Db } from '../../server/db/pool';
import { createNative, openNativeTest } from './native-database';
import { type Contents, copyTemplate } from './template';

interface Wanted {
  /** The whole sample city with its findings; else only the facts of the plan. */
  sample: boolean;
  /** False leaves out the facts of the plan too: tables only. */
  facts?: boolean;
  /** How long a statement may run; thirty seconds unless the test is about it. */
  deadlineMs?: number;
}

const defaultDeadlineMs = 30_000;

/**
 * Gives the calling test file a database of its own, on whichever server TEST_DATABASE names (`embedded` or `native`),
 * and takes it away after the file's last test: `const db = await testDatabase({ sample: true })` at the top level.
 */
export async function testDatabase(wanted: Wanted): Promise<Db> {
  const contents: Contents = wanted.sample ? 'sample' : wanted.facts === false ? 'tables' : 'facts';
  const deadlineMs = wanted.deadlineMs ?? defaultDeadlineMs;
  return process.env.TEST_DATABASE === 'native' ? nativeFor(contents, deadlineMs) : embeddedFor(contents, deadlineMs);
}

async function nativeFor(contents: Contents, deadlineMs: number): Promise<Db> {
  const { url, drop } = await createNative(contents);
  const db = await openNativeTest(url, deadlineMs);
  afterAll(async () => {
    await db.close();
    await drop();
  });
  return db;
}

async function embeddedFor(contents: Contents, deadlineMs: number): Promise<Db> {
  const folder = await copyTemplate(contents);
  const opened = await openEmbedded(folder, { deadlineMs });
  if (!opened.ok) throw new Error(`the test database could not be opened: ${JSON.stringify(opened.refusal)}`);
  afterAll(async () => {
    await opened.db.close();
    await rm(folder, { recursive: true, force: true });
  });
  return opened.db;
}
