import { z } from 'zod';
import { importKind, importMode } from '../../../data/contract';
import type { Queryable } from '../pool';
import { wholeFile } from './whole-file';

/** Two imports that bring the same number must not pass each other. */
const commitLock = 4_490_002;

/** Lets one import be written or taken back at a time, until the transaction ends. */
export async function lockImports(tx: Queryable): Promise<void> {
  await tx.query({ text: 'select pg_advisory_xact_lock($1)', values: [commitLock] });
}

const openImport = z.object({
  name: z.string(),
  phase: z.string(),
  undone: z.boolean(),
  kind: importKind,
  mode: importMode,
  replaces: z.string().nullable(),
  complete: z.boolean(),
});
/** An import about to be written or taken back. */
export type OpenImport = z.infer<typeof openImport>;

/** Reads an import for a verb; null when there is none. */
export async function readOpenImport(tx: Queryable, id: string): Promise<OpenImport | null> {
  const [found] = await tx.query(
    {
      text: `select file_name as name, phase, undone, kind, coalesce(settings ->> 'mode', 'insert') as mode,
               settings ->> 'replaces' as replaces, coalesce((settings ->> 'complete')::boolean, false) as complete
             from import where id = $1`,
      values: [id],
    },
    openImport,
  );
  return found ?? null;
}

/** Forgets what became of the records when they were last written. */
export async function clearOutcomes(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    { text: 'update import_record set outcome = null where import = $1 and outcome is not null', values: [id] },
    null,
    wholeFile,
  );
}

/** Numbers of the accepted records, at which batches of `size` begin. */
export async function batchStarts(tx: Queryable, id: string, size: number): Promise<number[]> {
  const rows = await tx.query<{ record: number }>(
    {
      text: `select record from (select record, row_number() over (order by record) as n from import_record
               where import = $1 and code is null) counted where (n - 1) % $2 = 0 order by record`,
      values: [id, size],
    },
    null,
    wholeFile,
  );
  return rows.map((row) => row.record);
}

/** Marks an import as taken back. */
export async function markUndone(tx: Queryable, id: string): Promise<void> {
  await tx.query({ text: 'update import set undone = true where id = $1', values: [id] });
}

/** Names of the imports that have written over what this one brought, or removed it; or what some of its plots brought. */
export async function laterImports(
  tx: Queryable,
  id: string,
  only: readonly number[] | null = null,
): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    {
      text: `select distinct file_name as name from import_previous kept join import on import.id = kept.import
             where kept.row ->> 'import' = $1::text and kept.import <> $1::uuid
               and ($2::int[] is null or kept.target = 'parcel' and kept.id in (
                 select parcel::text from import_record where import = $1::uuid and record = any($2))) order by file_name`,
      values: [id, only],
    },
    null,
    wholeFile,
  );
  return rows.map(({ name }) => name);
}
