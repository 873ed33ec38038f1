import { z } from 'zod';
import type { Queryable, Statement } from '../pool';

const row = z.object({ id: z.string() });

/** The ids of all parks. */
export function listParkIdsQuery(): Statement {
  return { text: 'select id::text as id from park order by id' };
}

/** The ids of all parks. */
export async function listParkIds(db: Queryable): Promise<string[]> {
  const rows = await db.query(listParkIdsQuery(), row);
  return rows.map(({ id }) => id);
}
