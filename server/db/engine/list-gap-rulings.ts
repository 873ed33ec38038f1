import { z } from 'zod';
import type { Queryable, Statement } from '../pool';

const row = z.object({ park: z.string(), claim: z.record(z.string(), z.unknown()) });

/** Rulings in force on what the gaps of parks hold, newest first: of two on one gap the newer holds. */
export function listGapRulingsQuery(): Statement {
  return {
    text: `select park::text as park, claim from ruling
           where subject_kind = 'gap' and withdrawn_at is null and park is not null order by id desc`,
  };
}

/** What persons ruled about gaps. */
export async function listGapRulings(db: Queryable): Promise<z.output<typeof row>[]> {
  return db.query(listGapRulingsQuery(), row);
}
