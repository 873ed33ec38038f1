import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { holdContradicting, holdWhere, releaseHeld } from '../hold';

const years = `jsonb_to_recordset(s.fields -> 'years') as y(year int)`;

/** Holds back figures of firms that are not known, of a firm and year stated twice, and, where only new ones are asked for, those that are there. */
export async function holdFirmYears(tx: Tx, job: WriteJob): Promise<void> {
  await releaseHeld(tx, job, ['firm-unknown', 'key-taken', 'key-repeated']);
  await holdWhere(tx, job, 'firm-unknown', {
    when: `not exists (select from firm f where f.uscc = s.fields ->> 'uscc')`,
  });
  await holdContradicting(tx, job, { stated: years, key: `s.fields ->> 'uscc' || '/' || y.year` });
  if (job.mode !== 'insert') return;
  const there = `from firm f join firm_year t on t.firm = f.id left join import i on i.id = t.import
    where f.uscc = s.fields ->> 'uscc' and t.year in (select y.year from ${years}) and t.import is distinct from s.import`;
  await holdWhere(tx, job, 'key-taken', {
    when: `exists (select ${there})`,
    args: `(select jsonb_build_object('file', coalesce(min(i.file_name), min(f.source))) ${there})`,
  });
}
