import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fingerprint } from '../../scripts/start/fingerprint';
import { takeLock } from '../../server/db/embedded/lock';
import { openEmbedded } from '../../server/db/embedded/open';
import { migrate } from '../../server/db/migrate';
import type { Db } from '../../server/db/pool';

/** What a test's database holds: nothing, tables only, the facts of the plan too, or the whole sample city. */
export type Contents = 'nothing' | 'tables' | 'facts' | 'sample';

const root = join(import.meta.dirname, '../..');
const templates = join(root, '.yuantu/test');
const pollMs = 200;
const sources: Record<Contents, string[]> = {
  nothing: [],
  tables: ['server/db/migrations'],
  facts: ['server/db/migrations', 'scripts/load-facts.ts', 'data'],
  sample: [
    'server/db/migrations',
    'scripts/load-facts.ts',
    'scripts/load-sample.ts',
    'scripts/sample-city',
    'data',
    'server/core',
    'server/db',
    'server/engine',
    'server/findings',
    'server/parks',
    'server/tiles',
  ],
};

/** A name that changes with everything the contents are made from. */
export async function templateName(contents: Contents): Promise<string> {
  return `${contents}_${(await fingerprint(root, sources[contents])).slice(0, 12)}`;
}

/** Fills a fresh database with the contents. */
export async function fill(db: Db, contents: Contents): Promise<void> {
  if (contents === 'nothing') return;
  const moved = await migrate(db);
  if (!moved.ok) throw new Error(`the template could not be migrated: ${JSON.stringify(moved.refusal)}`);
  const quiet = (): void => undefined;
  // Asked for late, so that a test of bare tables does not wait for the city's generator to be read.
  if (contents === 'facts') await (await import('../../scripts/load-facts')).loadFacts(db, quiet);
  if (contents === 'sample') await (await import('../../scripts/start/load')).loadMissing(db, root, quiet);
}

/** Copies the data folder of a filled embedded database, made once per change of its sources, to a folder of the caller's own. */
export async function copyTemplate(contents: Contents): Promise<string> {
  const name = await templateName(contents);
  const made = join(templates, name);
  if (!existsSync(made)) await makeTemplate(contents, made);
  const own = await mkdtemp(join(tmpdir(), 'yuantu-test-'));
  await cp(join(made, 'db'), join(own, 'db'), { recursive: true });
  return own;
}

async function makeTemplate(contents: Contents, made: string): Promise<void> {
  await mkdir(templates, { recursive: true });
  const lock = await waitForLock(`${made}.lock`);
  try {
    if (existsSync(made)) return;
    const draft = await mkdtemp(join(templates, 'draft-'));
    const opened = await openEmbedded(draft, { deadlineMs: 0 });
    if (!opened.ok) throw new Error(`the template could not be opened: ${JSON.stringify(opened.refusal)}`);
    try {
      await fill(opened.db, contents);
    } finally {
      await opened.db.close();
    }
    await removeOlder(contents);
    await rename(draft, made);
  } finally {
    lock.release();
  }
}

async function waitForLock(path: string): Promise<{ release(): void }> {
  for (;;) {
    const lock = takeLock(path);
    if (lock.ok) return lock;
    await pause(pollMs);
  }
}

async function removeOlder(contents: Contents): Promise<void> {
  const older = (await readdir(templates)).filter((name) => name.startsWith(`${contents}_`) && !name.endsWith('.lock'));
  await Promise.all(older.map((name) => rm(join(templates, name), { recursive: true, force: true })));
}
