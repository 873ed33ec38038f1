import { z } from 'zod';
import type { WriteJob } from '../../../../imports/kinds/kind';
import { addMembers, holdParcels } from '../../../../operations/park-ground';
import type { Tx } from '../../../pool';
import { ACCEPTED } from '../batch';
import { forgetKept, putBack, removeBrought, removeMissingRows } from '../kept-rows';
import { parkRows } from './park-rows';

/** The name of a park (as `t`) of which a person entered something: rulings whether in force or not, titles, an entry in the four batches. */
const stoodOn = `case when exists (select from ruling r where r.park = t.id)
  or exists (select from title_record r where r.park = t.id)
  or exists (select from four_batches_entry e where e.park = t.id) then t.name end`;

/** Removes the parks that the replaced import brought and this one lacks; refused where rulings or titles rest on one. */
export function removeMissingParks(tx: Tx, job: WriteJob): Promise<number> {
  return removeMissingRows(tx, job, parkRows, {
    meant: `t.name in (select number from (${ACCEPTED}) s)`,
    holders: stoodOn,
  });
}

const kept = z.object({ park: z.string(), members: z.array(z.string()) });

/** Takes parks back with their members; refused where rulings or titles rest on a park that would go. */
export async function withdrawParks(tx: Tx, job: WriteJob): Promise<number> {
  const before = await tx.query(
    {
      text: `select id as park, row -> 'members' as members from import_previous where import = $1 and target = 'park'`,
      values: [job.import],
    },
    kept,
  );
  await holdParcels(
    tx,
    before.flatMap(({ members }) => members),
  );
  const count = (await removeBrought(tx, job, parkRows, stoodOn)) + (await putBack(tx, job, parkRows));
  for (const { park, members } of before) {
    await tx.query({
      text: 'update park set version = version + 1, changed_at = now() where id = $1::bigint',
      values: [park],
    });
    await tx.query({ text: 'delete from park_member where park = $1::bigint', values: [park] });
    await addMembers(tx, park, members);
  }
  await forgetKept(tx, job, 'park');
  return count;
}
