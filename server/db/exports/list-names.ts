import { z } from 'zod';
import { named } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';

const row = z.object({ id: z.string(), name: named });

/** Names of units and segments, whose ids never meet. */
export function listNamesQuery(): Statement {
  return {
    text: `select 'unit/' || id as id, name from unit union all select 'segment/' || id, name from segment
           union all select 'belt/' || id, name from belt`,
  };
}

/** The name of each unit (`unit/…`), segment (`segment/…`) and belt (`belt/…`). */
export async function listNames(db: Queryable): Promise<Map<string, z.output<typeof named>>> {
  const rows = await db.query(listNamesQuery(), row);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
