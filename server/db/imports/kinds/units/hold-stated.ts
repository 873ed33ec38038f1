import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { holdContradicting, holdWhere, releaseHeld } from '../hold';
import { nameUnits } from '../unit-named';

/** Figures that a record (as `s`) states of its unit, one or several: SQL of them (as `y`) and of their keys. */
interface Stated {
  table: 'unit_target' | 'quota';
  stated: string;
  key: string;
  /** The same key of a stored row (as `t`). */
  there: string;
}

/** Holds back figures of units that are not known, those stated twice and, where only new ones are asked for, those that are there. */
export async function holdStated(tx: Tx, job: WriteJob, { table, stated, key, there }: Stated): Promise<void> {
  await releaseHeld(tx, job, ['unit-unknown', 'key-taken', 'key-repeated']);
  await nameUnits(tx, job);
  await holdContradicting(tx, job, { stated, key });
  if (job.mode !== 'insert') return;
  const taken = `from ${table} t left join import i on i.id = t.import
    where t.import is distinct from s.import and ${there} in (select ${key} from ${stated})`;
  await holdWhere(tx, job, 'key-taken', {
    when: `exists (select ${taken})`,
    args: `(select jsonb_build_object('file', coalesce(min(i.file_name), min(t.source))) ${taken})`,
  });
}
