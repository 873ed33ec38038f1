import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { ACCEPTED, BATCH, type Batch } from '../batch';
import { countWritten, type KeptTable, keepRows, removeMissingRows } from '../kept-rows';
import { holdStated } from './hold-stated';

/** Targets of units. */
export const targetRows: KeptTable = {
  target: 'unit_target',
  id: `t.unit || '/' || t.year || '/' || t.measure`,
  columns: ['unit', 'year', 'measure', 'comparator', 'target', 'actual', 'source', 'import', 'import_record'],
};

/** The measure of a figure (as `y`); imports from before a row could state several have it beside their years. */
const measureOf = `coalesce(y.measure, s.fields ->> 'measure')`;

/** Holds back targets of units that are not known, those stated twice and, where only new ones are asked for, those that are there. */
export function holdTargets(tx: Tx, job: WriteJob): Promise<void> {
  return holdStated(tx, job, {
    table: 'unit_target',
    stated: `jsonb_to_recordset(s.fields -> 'years') as y(year int, measure text)`,
    key: `s.fields ->> 'unit_id' || '/' || y.year || '/' || ${measureOf}`,
    there: targetRows.id,
  });
}

const stated = (records: string): string => `
  select s.record, s.fields ->> 'unit_id' as unit, ${measureOf} as measure, y.year, y.comparator, y.target, y.actual
  from (${records}) s, lateral jsonb_to_recordset(s.fields -> 'years')
    as y(year int, measure text, comparator text, target numeric, actual numeric)`;

const meant = (records: string): string =>
  `(t.unit, t.year, t.measure) in (select unit, year, measure from (${stated(records)}) each)`;

/** Writes the targets of a batch; an actual figure that the file does not state stays as it was. */
export async function writeTargets(tx: Tx, job: WriteJob, batch: Batch): Promise<Written> {
  const bounds = [batch.first, batch.next];
  await keepRows(tx, job, targetRows, meant(BATCH), bounds);
  await tx.query({
    text: `insert into unit_target (unit, year, measure, comparator, target, actual, source, import, import_record)
           select unit, year, measure, comparator, target, actual, $4, $1, record from (${stated(BATCH)}) each
           on conflict (unit, year, measure) do update
             set comparator = excluded.comparator, target = excluded.target,
                 actual = coalesce(excluded.actual, unit_target.actual), source = excluded.source,
                 import = excluded.import, import_record = excluded.import_record`,
    values: [job.import, ...bounds, job.source],
  });
  return countWritten(tx, job, targetRows, batch);
}

/** Removes the targets that the replaced import brought and this one lacks. */
export function removeMissingTargets(tx: Tx, job: WriteJob): Promise<number> {
  return removeMissingRows(tx, job, targetRows, { meant: meant(ACCEPTED) });
}
