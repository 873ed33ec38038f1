import { z } from 'zod';
import type { Queryable, Statement } from '../pool';

const row = z.object({ park: z.string(), id: z.string(), claim: z.record(z.string(), z.unknown()) });
export type GapRuling = z.output<typeof row>;

/** Rulings in force on what the gaps of parks hold. */
export function listGapRulingsQuery(parks: readonly string[]): Statement {
  return {
    text: `select park::text as park, id::text as id, claim from ruling
           where subject_kind = 'gap' and withdrawn_at is null and park = any($1::bigint[]) order by id`,
    values: [parks],
  };
}

/** What persons ruled about gaps; picked parcels have none. */
export async function listGapRulings(db: Queryable, parks: readonly string[]): Promise<GapRuling[]> {
  return parks.length ? db.query(listGapRulingsQuery(parks), row) : [];
}
