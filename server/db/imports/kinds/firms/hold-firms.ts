import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { holdWhere, releaseHeld } from '../hold';
import { nameUnits } from '../unit-named';

/** Parcels that a record's number may mean: real ones before those of the sample. */
const meant = `(
  select p.id, count(*) over () as n from parcel p where p.number = s.fields ->> 'plot'
    and (not p.sample or not exists (select from parcel q where q.number = p.number and not q.sample))
  order by p.id limit 1)`;

/** Holds back firms whose unit or parcel is not known, new ones without a name, and, where only new ones are asked for, those that are there. */
export async function holdFirms(tx: Tx, job: WriteJob): Promise<void> {
  await releaseHeld(tx, job, [
    'unit-unknown',
    'plot-unknown',
    'plot-ambiguous',
    'firm-name-missing',
    'key-taken',
    'key-repeated',
  ]);
  await nameUnits(tx, job);
  await tx.query({
    text: `update import_record s
           set fields = s.fields || coalesce((select jsonb_build_object('parcel_id', m.id, 'parcels', m.n) from ${meant} m),
                                             '{"parcels": 0}')
           where s.import = $1 and s.code is null and s.outcome is null and s.fields ->> 'plot' is not null`,
    values: [job.import],
  });
  const args = `jsonb_build_object('value', s.fields ->> 'plot')`;
  await holdWhere(tx, job, 'plot-unknown', { when: `s.fields ->> 'parcels' = '0'`, args });
  await holdWhere(tx, job, 'plot-ambiguous', { when: `(s.fields ->> 'parcels')::int > 1`, args });
  await holdContradictions(tx, job);
  await holdWhere(tx, job, 'firm-name-missing', {
    when: `s.fields ->> 'name' is null and not exists (select from firm f where f.uscc = s.fields ->> 'uscc')
      and not exists (select from import_record o where o.import = s.import and o.code is null and o.fields ->> 'name' is not null
                      and o.fields ->> 'uscc' = s.fields ->> 'uscc')`,
  });
  if (job.mode !== 'insert') return;
  const there = `from firm f left join import i on i.id = f.import where f.uscc = s.fields ->> 'uscc' and f.import is distinct from s.import`;
  await holdWhere(tx, job, 'key-taken', {
    when: `exists (select ${there})`,
    args: `(select jsonb_build_object('file', coalesce(i.file_name, f.source)) ${there})`,
  });
}

/** Several records may speak of one firm, an award each; where they differ in its name, unit or parcel none of them is taken. */
async function holdContradictions(tx: Tx, job: WriteJob): Promise<void> {
  await tx.query({
    text: `with spoken as materialized (
             select fields ->> 'uscc' as uscc, min(record) as first, max(record) as last from import_record
             where import = $1 and code is null group by 1
             having count(distinct fields ->> 'name') > 1 or count(distinct fields ->> 'unit_id') > 1
                 or count(distinct fields ->> 'parcel_id') > 1)
           update import_record s
           set code = 'key-repeated',
               args = jsonb_build_object('first', case when c.first = s.record then c.last else c.first end)
           from spoken c where s.import = $1 and s.code is null and s.outcome is null and s.fields ->> 'uscc' = c.uscc`,
    values: [job.import],
  });
}
