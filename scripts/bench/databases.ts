import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../server/db/embedded/open';
import { migrate } from '../../server/db/migrate';
import { openNative } from '../../server/db/native';
import type { Db } from '../../server/db/pool';
import { findServer, startCluster } from '../native/cluster.mjs';
import { loadMissing } from '../start/load';

/** A database that holds the sample city, for one run of the bench. */
export interface BenchDatabase {
  db: Db;
  /** Address for a server of its own; null for the embedded one. */
  url: string | null;
  /** Data folder of the embedded one; null for native. */
  folder: string | null;
  /** Closes the database but keeps its folder, so that a server may open it. */
  closeDatabase(): Promise<void>;
  /** Removes every trace, after the database is closed. */
  close(): Promise<void>;
}

const deadlineMs = 15_000;
const quiet = (): void => undefined;

/** Opens an embedded database in a folder of its own and fills it with the sample city. */
export async function openBenchEmbedded(root: string): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-bench-'));
  const opened = await openEmbedded(folder, { deadlineMs });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  await fill(opened.db, root);
  return {
    db: opened.db,
    url: null,
    folder,
    closeDatabase: () => opened.db.close(),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Starts a throw-away PostgreSQL cluster and fills it likewise; null where this machine has none. */
export async function openBenchNative(root: string): Promise<BenchDatabase | null> {
  const bin = findServer();
  if (!bin) return null;
  const cluster = await startCluster(bin);
  const opened = await openNative(cluster.url, { deadlineMs });
  if (!opened.ok) {
    await cluster.stop();
    throw new Error(JSON.stringify(opened.refusal));
  }
  await fill(opened.db, root);
  return {
    db: opened.db,
    url: cluster.url,
    folder: null,
    closeDatabase: () => opened.db.close(),
    close: cluster.stop,
  };
}

async function fill(db: Db, root: string): Promise<void> {
  const moved = await migrate(db);
  if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
  await loadMissing(db, root, quiet);
}
