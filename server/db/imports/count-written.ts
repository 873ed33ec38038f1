import { z } from 'zod';
import type { Written } from '../../imports/kinds/kind';
import type { Queryable } from '../pool';

const counts = z.object({ inserted: z.number(), updated: z.number(), unchanged: z.number() });

/** What became of the accepted records of an import, counted anew. */
export async function countOutcomes(tx: Queryable, id: string): Promise<Written> {
  const [counted] = await tx.query(
    {
      text: `select count(*) filter (where outcome = 'inserted')::int as inserted,
               count(*) filter (where outcome = 'updated')::int as updated,
               count(*) filter (where outcome = 'unchanged')::int as unchanged
             from import_record where import = $1 and code is null`,
      values: [id],
    },
    counts,
  );
  return counted ?? { inserted: 0, updated: 0, unchanged: 0 };
}
