import type { RecordReason } from '../../../../data/words/imports';
import type { WriteJob } from '../../../imports/kinds/kind';
import type { Tx } from '../../pool';
import { wholeFile } from '../whole-file';

/**
 * Lets go of records that were held back for what was stored when the import was last written; judged anew by the caller.
 * While the import stands on the map nothing is let go: it would count as accepted and not be there.
 */
export async function releaseHeld(tx: Tx, job: WriteJob, codes: readonly RecordReason[]): Promise<void> {
  await tx.query(
    {
      text: `update import_record s set code = null, args = '{}' from import i
             where i.id = $1 and s.import = $1 and s.code = any($2) and (i.phase <> 'done' or i.undone)`,
      values: [job.import, codes],
    },
    null,
    wholeFile,
  );
}

/** Holds back the accepted records (as `s`) for which `when` is true, with the arguments that the message needs. */
export async function holdWhere(
  tx: Tx,
  job: WriteJob,
  code: RecordReason,
  { when, args = `'{}'::jsonb` }: { when: string; args?: string },
): Promise<void> {
  await tx.query(
    {
      text: `update import_record s set code = $2, args = ${args} where s.import = $1 and s.code is null and s.outcome is null and (${when})`,
      values: [job.import, code],
    },
    null,
    wholeFile,
  );
}

/**
 * Holds back records that state the same thing, by the text that `key` makes of a record (as `s`): which one holds cannot
 * be told. One that is on the map already stays, and only those that came after it are held back.
 */
export async function holdRepeated(tx: Tx, job: WriteJob, key: string): Promise<void> {
  await tx.query(
    {
      text: `with keyed as (select record, outcome, ${key} as key from import_record s where import = $1 and code is null),
               counted as materialized (select record, outcome, count(*) over each as n, bool_or(outcome is not null) over each as written,
                                  min(record) over each as first, max(record) over each as last
                           from keyed where key is not null window each as (partition by key))
             update import_record s
             set code = 'key-repeated',
                 args = jsonb_build_object('first', case when c.first = s.record then c.last else c.first end)
             from counted c
             where s.import = $1 and s.record = c.record and c.n > 1 and (not c.written or c.outcome is null)`,
      values: [job.import],
    },
    null,
    wholeFile,
  );
}

/**
 * Holds back records that state a figure which another states too. A record (as `s`) may hold several figures (`stated`,
 * as `y`), each with its `key`; two that share one contradict each other even where the records' own keys differ.
 */
export async function holdContradicting(
  tx: Tx,
  job: WriteJob,
  { stated, key }: { stated: string; key: string },
): Promise<void> {
  await tx.query(
    {
      text: `with keyed as (
               select s.record, s.outcome, ${key} as key from import_record s, ${stated} where s.import = $1 and s.code is null),
             counted as (
               select record, outcome, min(record) over each as first, max(record) over each as last
               from keyed window each as (partition by key)),
             clashing as materialized (
               select record, min(case when first = record then last else first end) as first from counted
               where first < last and outcome is null group by record)
             update import_record s set code = 'key-repeated', args = jsonb_build_object('first', c.first)
             from clashing c where s.import = $1 and s.record = c.record`,
      values: [job.import],
    },
    null,
    wholeFile,
  );
}
