import { z } from 'zod';
import type { Queryable, Statement } from '../pool';
import { askedRows, type RowsAsked } from './asked-rows';

const row = z.object({ count: z.number() });

/** How many features a question matches, whatever the page. */
export function countItemsQuery(asked: RowsAsked): Statement {
  const { from, where } = askedRows(asked);
  return { text: `select count(*)::int as count from ${from()} ${where.clause}`, values: where.values };
}

/** The number of features that match. */
export async function countItems(db: Queryable, asked: RowsAsked): Promise<number> {
  const [found] = await db.query(countItemsQuery(asked), row);
  return found?.count ?? 0;
}
