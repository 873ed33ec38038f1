import { Pool, type PoolClient, DatabaseError as ServerError } from 'pg';
import { z } from 'zod';
import { DatabaseError } from './database-error';
import { dbOver } from './db-over-pool';
import type { Db } from './pool';
import { typeParsers } from './type-parsers';

/** Why a given PostgreSQL cannot carry the product. */
export type NativeRefusal =
  | { code: 'unreachable'; detail: string }
  | { code: 'postgresql-too-old'; found: string; needed: string }
  | { code: 'postgis-missing' }
  | { code: 'postgis-too-old'; found: string; needed: string };

const neededPostgres = { number: 150000, text: '15' };
const neededPostgis = { major: 3, minor: 3, text: '3.3' };
const connectPatienceMs = 10_000;
/** SQLSTATE of a statement that was cancelled, which only our own timeout does. */
const queryCanceled = '57014';
/** SQLSTATEs with which a server ends its connections: shutdown, crash, not yet started. */
const shuttingDown = '57P';

/** Opens a pool on DATABASE_URL after seeing that the server and its PostGIS are recent enough. */
export async function openNative(
  url: string,
  options: { deadlineMs: number; poolSize?: number },
): Promise<{ ok: true; db: Db } | { ok: false; refusal: NativeRefusal }> {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: connectPatienceMs,
    statement_timeout: options.deadlineMs,
    // Compiling a statement takes longer than any of ours runs over a batch or a page.
    options: '-c jit=off',
    application_name: 'yuantu',
    types: typeParsers,
  });
  // An idle connection that the server closes is replaced on the next question.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const deadlines = new WeakMap<PoolClient, number>();
  const db = dbOver({
    kind: 'native',
    defaultDeadlineMs: options.deadlineMs,
    acquire: () => pool.connect().catch((error: unknown) => Promise.reject(unreachable(error))),
    async run(client, statement, deadlineMs) {
      try {
        if (deadlineMs !== null && deadlineMs !== (deadlines.get(client) ?? options.deadlineMs)) {
          await client.query("SELECT set_config('statement_timeout', $1, false)", [String(deadlineMs)]);
          deadlines.set(client, deadlineMs);
        }
        return (await client.query(statement.text, statement.values ? [...statement.values] : undefined)).rows ?? [];
      } catch (error) {
        // A rolled back transaction takes the setting back with it.
        deadlines.set(client, Number.NaN);
        throw translate(error, deadlineMs ?? options.deadlineMs);
      }
    },
    close: () => pool.end(),
  });

  const refusal = await checkVersions(db);
  if (!refusal) return { ok: true, db };
  await db.close();
  return { ok: false, refusal };
}

async function checkVersions(db: Db): Promise<NativeRefusal | null> {
  const row = z.object({ number: z.coerce.number(), version: z.string(), postgis: z.string().nullable() });
  try {
    const text = `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version,
      (SELECT default_version FROM pg_available_extensions WHERE name = 'postgis') AS postgis`;
    const [found] = await db.query({ text }, row);
    if (!found) return { code: 'unreachable', detail: 'no answer' };
    if (found.number < neededPostgres.number) {
      return { code: 'postgresql-too-old', found: found.version, needed: neededPostgres.text };
    }
    if (!found.postgis) return { code: 'postgis-missing' };
    const [major = 0, minor = 0] = found.postgis.split('.').map(Number);
    const recent = major > neededPostgis.major || (major === neededPostgis.major && minor >= neededPostgis.minor);
    return recent ? null : { code: 'postgis-too-old', found: found.postgis, needed: neededPostgis.text };
  } catch (error) {
    return { code: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
  }
}

function translate(error: unknown, deadlineMs: number): unknown {
  if (!(error instanceof ServerError)) return unreachable(error);
  if (error.code === queryCanceled) {
    return new DatabaseError('deadline-exceeded', `No answer within ${deadlineMs} ms`, { cause: error });
  }
  return error.code?.startsWith(shuttingDown) ? unreachable(error) : error;
}

function unreachable(error: unknown): DatabaseError {
  const detail = error instanceof Error ? error.message : String(error);
  return new DatabaseError('database-away', `The database did not answer: ${detail}`, { cause: error });
}
