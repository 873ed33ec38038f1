import { z } from 'zod';
import type { Tx } from '../db/pool';
import { addMembers, holdParcels, PARK_GROUND } from './park-ground';
import type { Outcome } from './perform';

const rows = z.array(z.unknown());
const args = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  theme: z.string().nullable(),
  platform: z.unknown(),
  redLine: z.unknown(),
  surroundingsKnown: z.boolean(),
  source: z.string(),
  createdAt: z.string(),
  parcels: z.array(z.string()).min(1),
  titleRecords: rows,
  fourBatches: rows,
  rulings: rows,
});

/** Brings a removed draft park back under its own id, with what hung on it; its version goes on from where it was. */
export async function restorePark(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const kept = args.parse(given);
  const parcels = await holdParcels(tx, kept.parcels);
  const version = kept.version + 1;
  await tx.query({
    text: `with ${PARK_GROUND}
           insert into park (id, version, name, kind, unit, unit_basis, theme, platform, red_line, surroundings_known,
                             geom, area_square_metres, source, sample, created_at)
           select $2::bigint, $3, $4, 'draft', unit, basis, $5, $6::jsonb,
                  st_multi(st_setsrid(st_geomfromgeojson($7::text), 4490)), $8, geom, area, $9,
                  (select bool_and(sample) from members), $10::timestamptz
           from ground`,
    values: [
      parcels,
      kept.id,
      version,
      kept.name,
      kept.theme,
      JSON.stringify(kept.platform),
      kept.redLine ? JSON.stringify(kept.redLine) : null,
      kept.surroundingsKnown,
      kept.source,
      kept.createdAt,
    ],
  });
  await addMembers(tx, kept.id, parcels);
  await tx.query({
    text: `with titles as (insert into title_record select * from jsonb_populate_recordset(null::title_record, $1::jsonb)),
                entries as (insert into four_batches_entry
                              select * from jsonb_populate_recordset(null::four_batches_entry, $2::jsonb))
           insert into ruling select * from jsonb_populate_recordset(null::ruling, $3::jsonb)`,
    values: [kept.titleRecords, kept.fourBatches, kept.rulings].map((list) => JSON.stringify(list)),
  });
  return {
    subject: { kind: 'park', id: kept.id, name: kept.name },
    facts: { parcels: parcels.length },
    inverse: { verb: 'remove-park', args: { id: kept.id, version, undoing: true } },
    touches: ['parks', 'rulings'],
  };
}
