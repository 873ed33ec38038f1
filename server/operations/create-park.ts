import { z } from 'zod';
import { draftSource } from '../../data/words/drafts';
import type { Tx } from '../db/pool';
import { addMembers, holdParcels, PARK_GROUND } from './park-ground';
import type { Outcome } from './perform';

const args = z.object({ name: z.string(), parcels: z.array(z.string()).min(1), theme: z.string().nullish() });
const created = z.object({ id: z.string(), version: z.number(), area: z.number() });

/** Saves parcels as a draft park: its surroundings count as known wherever the corridor layer covers the ground. */
export async function createPark(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { name, theme, ...asked } = args.parse(given);
  const parcels = await holdParcels(tx, asked.parcels);
  await tx.query({
    text: `insert into source (id, title, publisher, licence, crs, coverage)
           values ($1, $2, $3, $4, 'EPSG:4490', $5) on conflict (id) do nothing`,
    values: [
      draftSource.id,
      JSON.stringify(draftSource.title),
      draftSource.publisher,
      draftSource.licence,
      JSON.stringify(draftSource.coverage),
    ],
  });
  const [park] = await tx.query(
    {
      text: `with ${PARK_GROUND}
             insert into park (name, kind, unit, unit_basis, theme, surroundings_known, geom, area_square_metres, source, sample)
             select $2, 'draft', unit, basis, $3, true, geom, area, $4, (select bool_and(sample) from members)
             from ground returning id::text as id, version, area_square_metres as area`,
      values: [parcels, name, theme ?? null, draftSource.id],
    },
    created,
  );
  if (!park) throw new Error('the park was not written');
  await addMembers(tx, park.id, parcels);
  return {
    subject: { kind: 'park', id: park.id, name },
    facts: { parcels: parcels.length, areaSquareMetres: park.area },
    inverse: { verb: 'remove-park', args: { id: park.id, version: park.version, undoing: true } },
    touches: ['parks'],
  };
}
