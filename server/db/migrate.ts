import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Db, Tx } from './pool';

/** One numbered file of the migrations folder. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}
type MigrateAnswer = { ok: true; applied: string[] } | { ok: false; refusal: MigrateRefusal };
/** Why the database was left as it was. */
export type MigrateRefusal =
  | { code: 'migration-changed'; name: string }
  | { code: 'database-newer'; name: string }
  | { code: 'migration-failed'; name: string; detail: string };

const ownFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number will do so long as every process of ours takes the same. */
const lockKey = 20_251_123;
const noDeadline = { deadlineMs: 0 };
const recorded = z.object({ number: z.number(), name: z.string(), sha256: z.string() });

/**
 * Brings the database forward to the newest migration, each in its own transaction under one advisory lock, so that
 * two processes may start at once. A file that changed after it was applied, or is missing, stops everything.
 */
export async function migrate(db: Db, folder: string = ownFolder): Promise<MigrateAnswer> {
  const migrations = await readMigrations(folder);
  const applied: string[] = [];
  await db.transaction(async (tx) => {
    await lockMigrations(tx);
    await tx.query({
      text: `CREATE TABLE IF NOT EXISTS schema_migration (
        number integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    });
  });
  const conflict = await findConflict(db, migrations);
  if (conflict) return { ok: false, refusal: conflict };
  for (const migration of migrations) {
    try {
      if (await applyOnce(db, migration)) applied.push(migration.name);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, refusal: { code: 'migration-failed', name: migration.name, detail } };
    }
  }
  return { ok: true, applied };
}

/** Reads `NNNN_name.sql` files in the order of their numbers; two with the same number are a mistake of ours. */
export async function readMigrations(folder: string = ownFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(name)).sort();
  const twice = names.find((name, index) => names[index - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice) throw new Error(`Two migrations have the number of ${twice}`);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, sha256: sha256Of(sql) };
    }),
  );
}

/** Line endings are Git's business, not a change of the migration. */
function sha256Of(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}

async function findConflict(db: Db, migrations: Migration[]): Promise<MigrateRefusal | null> {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const done = await db.query({ text: 'SELECT number, name, sha256 FROM schema_migration ORDER BY number' }, recorded);
  for (const row of done) {
    const file = known.get(row.number);
    if (!file) return { code: 'database-newer', name: row.name };
    if (file.sha256 !== row.sha256) return { code: 'migration-changed', name: row.name };
  }
  return null;
}

async function applyOnce(db: Db, migration: Migration): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockMigrations(tx);
    const text = 'SELECT number FROM schema_migration WHERE number = $1';
    if ((await tx.query({ text, values: [migration.number] })).length > 0) return false;
    await tx.query({ text: migration.sql }, null, noDeadline);
    await tx.query({
      text: 'INSERT INTO schema_migration (number, name, sha256) VALUES ($1, $2, $3)',
      values: [migration.number, migration.name, migration.sha256],
    });
    return true;
  });
}

async function lockMigrations(tx: Tx): Promise<void> {
  await tx.query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [lockKey] }, null, noDeadline);
}
