import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { holdRepeated, holdWhere, releaseHeld } from '../hold';
import { nameUnits } from '../unit-named';

/** Holds back outlines of units that are not known or stand twice; a schematic outline may always be replaced, a stored one only where that is asked for. */
export async function holdZones(tx: Tx, job: WriteJob): Promise<void> {
  await releaseHeld(tx, job, ['unit-unknown', 'key-taken', 'key-repeated']);
  await nameUnits(tx, job);
  await holdRepeated(tx, job, `s.fields ->> 'unit_id'`);
  if (job.mode !== 'insert') return;
  const there = `from unit u left join import i on i.id = u.import
    where u.id = s.fields ->> 'unit_id' and not u.schematic and u.import is distinct from s.import`;
  await holdWhere(tx, job, 'key-taken', {
    when: `exists (select ${there})`,
    args: `(select jsonb_build_object('file', coalesce(i.file_name, u.source)) ${there})`,
  });
}
