import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';
import { holdRepeated, holdWhere, releaseHeld } from '../hold';
import { nameUnits } from '../unit-named';
import { parkMeant } from './park-rows';

/** Holds back parks whose unit is not known, names that stand twice and, where only new ones are asked for, those that are there. */
export async function holdParks(tx: Tx, job: WriteJob): Promise<void> {
  await releaseHeld(tx, job, ['unit-unknown', 'key-taken', 'key-ambiguous', 'key-repeated']);
  await nameUnits(tx, job);
  await holdRepeated(tx, job, 's.number');
  if (job.mode !== 'insert') return holdWhere(tx, job, 'key-ambiguous', { when: `(select count(*) ${parkMeant}) > 1` });
  const others = `${parkMeant} and k.import is distinct from s.import`;
  await holdWhere(tx, job, 'key-taken', {
    when: `exists (select ${others})`,
    args: `(select jsonb_build_object('file', coalesce((select file_name from import i where i.id = k.import), k.source))
            ${others} limit 1)`,
  });
}
