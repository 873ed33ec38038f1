import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { ACCEPTED, BATCH, type Batch } from '../batch';
import { countWritten, type KeptTable, keepRows, removeMissingRows } from '../kept-rows';
import { holdStated } from './hold-stated';

/** Quotas of units. */
export const quotaRows: KeptTable = {
  target: 'quota',
  id: `t.unit || '/' || t.year || '/' || t.resource`,
  columns: ['unit', 'year', 'resource', 'amount', 'unit_of_measure', 'source', 'import', 'import_record'],
};

/** Holds back quotas of units that are not known, those stated twice and, where only new ones are asked for, those that are there. */
export function holdQuotas(tx: Tx, job: WriteJob): Promise<void> {
  return holdStated(tx, job, {
    table: 'quota',
    stated: `jsonb_to_recordset(s.fields -> 'quotas') as y(resource text)`,
    key: `s.fields ->> 'unit_id' || '/' || (s.fields ->> 'year') || '/' || y.resource`,
    there: quotaRows.id,
  });
}

const stated = (records: string): string => `
  select s.record, s.fields ->> 'unit_id' as unit, (s.fields ->> 'year')::int as year, q.* from (${records}) s,
    lateral jsonb_to_recordset(s.fields -> 'quotas') as q(resource text, amount numeric, "unitOfMeasure" text)`;

const meant = (records: string): string =>
  `(t.unit, t.year, t.resource) in (select unit, year, resource from (${stated(records)}) each)`;

/** Writes the quotas of a batch. */
export async function writeQuotas(tx: Tx, job: WriteJob, batch: Batch): Promise<Written> {
  const bounds = [batch.first, batch.next];
  await keepRows(tx, job, quotaRows, meant(BATCH), bounds);
  await tx.query({
    text: `insert into quota (unit, year, resource, amount, unit_of_measure, source, import, import_record)
           select unit, year, resource, amount, "unitOfMeasure", $4, $1, record from (${stated(BATCH)}) each
           on conflict (unit, year, resource) do update
             set amount = excluded.amount, unit_of_measure = excluded.unit_of_measure, source = excluded.source,
                 import = excluded.import, import_record = excluded.import_record`,
    values: [job.import, ...bounds, job.source],
  });
  return countWritten(tx, job, quotaRows, batch);
}

/** Removes the quotas that the replaced import brought and this one lacks. */
export function removeMissingQuotas(tx: Tx, job: WriteJob): Promise<number> {
  return removeMissingRows(tx, job, quotaRows, { meant: meant(ACCEPTED) });
}
