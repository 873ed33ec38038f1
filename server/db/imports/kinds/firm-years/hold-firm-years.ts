import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { holdWhere, releaseHeld } from '../hold';

const years = `jsonb_to_recordset(s.fields -> 'years') as y(year int)`;

/** Holds back figures of firms that are not known, of a firm and year stated twice, and, where only new ones are asked for, those that are there. */
export async function holdFirmYears(tx: Tx, job: WriteJob): Promise<void> {
  await releaseHeld(tx, job, ['firm-unknown', 'key-taken', 'key-repeated']);
  await holdWhere(tx, job, 'firm-unknown', {
    when: `not exists (select from firm f where f.uscc = s.fields ->> 'uscc')`,
  });
  await holdOverlapping(tx, job);
  if (job.mode !== 'insert') return;
  const there = `from firm f join firm_year t on t.firm = f.id left join import i on i.id = t.import
    where f.uscc = s.fields ->> 'uscc' and t.year in (select y.year from ${years}) and t.import is distinct from s.import`;
  await holdWhere(tx, job, 'key-taken', {
    when: `exists (select ${there})`,
    args: `(select jsonb_build_object('file', coalesce(min(i.file_name), min(f.source))) ${there})`,
  });
}

/** Records may hold several years; two that share one firm and year contradict each other even where their keys differ. */
async function holdOverlapping(tx: Tx, job: WriteJob): Promise<void> {
  await tx.query({
    text: `with keyed as (
             select s.record, s.outcome, s.fields ->> 'uscc' || '/' || y.year as key from import_record s, ${years}
             where s.import = $1 and s.code is null),
           counted as (
             select record, outcome, min(record) over each as first, max(record) over each as last
             from keyed window each as (partition by key)),
           clashing as materialized (
             select record, min(case when first = record then last else first end) as first from counted
             where first < last and outcome is null group by record)
           update import_record s set code = 'key-repeated', args = jsonb_build_object('first', c.first)
           from clashing c where s.import = $1 and s.record = c.record`,
    values: [job.import],
  });
}
