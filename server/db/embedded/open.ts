import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient, DatabaseError as ServerError } from 'pg';
import { DatabaseError } from '../database-error';
import { dbOver } from '../db-over-pool';
import type { Db } from '../pool';
import { typeParsers } from '../type-parsers';
import { holderIsOrphan, holderLives } from './lock';
import { type ChildOrder, socketName } from './protocol';
import { type OpenRefusal, superviseEmbedded } from './supervisor';

/** Longest path that every system takes for a socket. */
const socketPathLimit = 100;
const orphanPatienceMs = 10_000;
const pollMs = 100;
/** How long a question waits for a transaction that does not end. */
const acquirePatienceMs = 60_000;

/**
 * Opens PGlite with PostGIS in a process of its own, reached by the ordinary pool.
 * `folder` holds the data in `db`, the lock beside it; only one server may hold it at a time.
 */
export async function openEmbedded(
  folder: string,
  options: { deadlineMs: number },
): Promise<{ ok: true; db: Db; pid: () => number | null } | { ok: false; refusal: OpenRefusal }> {
  const order = orderFor(resolve(folder));
  let answer = await superviseEmbedded(order);
  if (!answer.ok && answer.refusal.code === 'locked' && holderIsOrphan(answer.refusal.holder)) {
    const until = Date.now() + orphanPatienceMs;
    while (holderLives(answer.refusal.holder) && Date.now() < until) await pause(pollMs);
    answer = await superviseEmbedded(order);
  }
  if (!answer.ok) return answer;
  const { supervisor } = answer;

  const { host, port } = await supervisor.ready();
  // One connection: PGlite has one session, so a second would only share its state and blur whose deadline runs.
  const pool = new Pool({
    host,
    port,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    types: typeParsers,
    connectionTimeoutMillis: acquirePatienceMs,
  });
  // A connection lost with its process is told to whoever was asking, and replaced for the next.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function acquire(): Promise<PoolClient> {
    const until = Date.now() + acquirePatienceMs;
    for (;;) {
      await supervisor.ready();
      try {
        return await pool.connect();
      } catch (error) {
        if (Date.now() >= until) throw lost(error);
        await pause(pollMs);
      }
    }
  }

  const db = dbOver({
    kind: 'embedded',
    defaultDeadlineMs: options.deadlineMs,
    acquire,
    async run(client, statement, deadlineMs) {
      let late = false;
      const end = (): void => {
        late = true;
        supervisor.endAndReopen();
      };
      const timer = deadlineMs ? setTimeout(end, deadlineMs) : undefined;
      try {
        return (await client.query(statement.text, statement.values ? [...statement.values] : undefined)).rows ?? [];
      } catch (error) {
        if (late) throw new DatabaseError('deadline-exceeded', `No answer within ${deadlineMs} ms`, { cause: error });
        throw error instanceof ServerError ? error : lost(error);
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await pool.end();
      await supervisor.close();
    },
  });
  return { ok: true, db, pid: supervisor.pid };
}

function orderFor(folder: string): ChildOrder {
  return { folder: join(folder, 'db'), lockPath: join(folder, 'db.lock'), socketPath: socketPathFor(folder) };
}

/** The socket lies in the data folder, which only its owner may enter, or in a folder of its own where that path is too long. */
function socketPathFor(folder: string): string | null {
  if (process.platform === 'win32') return null;
  const near = join(folder, 'run', socketName);
  if (near.length <= socketPathLimit) return near;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `yuantu-${process.getuid?.() ?? 0}-${name}`, socketName);
}

function lost(error: unknown): DatabaseError {
  const detail = error instanceof Error ? error.message : String(error);
  return new DatabaseError('database-away', `The embedded database did not answer: ${detail}`, { cause: error });
}
