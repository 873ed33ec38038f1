import { z } from 'zod';
import type { Tx } from '../db/pool';
import { draftArgs, lockDraft } from './lock-draft';
import { addMembers, holdParcels, PARK_GROUND } from './park-ground';
import type { Outcome } from './perform';

const args = draftArgs.extend({
  name: z.string().optional(),
  theme: z.string().nullish(),
  parcels: z.array(z.string()).min(1).optional(),
});

/** Renames a draft park, changes its theme or its members; what is not given stays. */
export async function changePark(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const asked = args.parse(given);
  const before = await lockDraft(tx, asked);
  const name = asked.name ?? before.name;
  const theme = asked.theme === undefined ? before.theme : asked.theme;
  await tx.query({
    text: 'update park set name = $2, theme = $3, version = version + 1, changed_at = now() where id = $1::bigint',
    values: [asked.id, name, theme],
  });
  const parcels = asked.parcels && (await holdParcels(tx, asked.parcels));
  if (parcels) await replaceMembers(tx, asked.id, parcels);
  const inverse = {
    id: asked.id,
    version: before.version + 1,
    undoing: true,
    name: before.name,
    theme: before.theme,
    ...(parcels && { parcels: before.parcels }),
  };
  return {
    subject: { kind: 'park', id: asked.id, name },
    facts: {
      ...(name !== before.name && { nameBefore: before.name }),
      ...(theme !== before.theme && { theme }),
      ...(parcels && { parcels: parcels.length, parcelsBefore: before.parcels.length }),
    },
    inverse: { verb: 'change-park', args: inverse },
    touches: ['parks'],
  };
}

async function replaceMembers(tx: Tx, park: string, parcels: readonly string[]): Promise<void> {
  await tx.query({ text: 'delete from park_member where park = $1::bigint', values: [park] });
  await addMembers(tx, park, parcels);
  await tx.query({
    text: `with ${PARK_GROUND}
           update park set geom = ground.geom, area_square_metres = ground.area, unit = ground.unit,
                  unit_basis = ground.basis, sample = (select bool_and(sample) from members)
           from ground where park.id = $2::bigint`,
    values: [parcels, park],
  });
}
