import { z } from 'zod';
import { type Areal, areal } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';

/** Outlines are drawn over a city: a metre or two of detail is more than a screen shows. */
const DRAWN_DEGREES = 0.00001;
const outline = z.object({ id: z.string(), outline: areal });
const numbered = z.object({ id: z.string(), number: z.string() });

/** Simplified outlines of parks, slits between their plots closed: for drawing alone. */
export function listOutlinesQuery(parks: readonly string[]): Statement {
  return {
    text: `select k.id::text as id,
             st_asgeojson(st_simplifypreservetopology(st_buffer(k.geom, $2, 'quad_segs=2'), $2), 6)::jsonb as outline
           from park k where k.id = any($1::bigint[])`,
    values: [parks, DRAWN_DEGREES],
  };
}

/** Simplified outlines of parks, by id. */
export async function listOutlines(db: Queryable, parks: readonly string[]): Promise<ReadonlyMap<string, Areal>> {
  const rows = await db.query(listOutlinesQuery(parks), outline);
  return new Map(rows.map((row) => [row.id, row.outline]));
}

/** The bureau's numbers of parcels. */
export function listNumbersQuery(parcels: readonly string[]): Statement {
  return {
    text: 'select p.id::text as id, p.number from parcel p where p.id = any($1::bigint[])',
    values: [parcels],
  };
}

/** The bureau's numbers of parcels, by id. */
export async function listNumbers(db: Queryable, parcels: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query(listNumbersQuery(parcels), numbered);
  return new Map(rows.map((row) => [row.id, row.number]));
}
