import { z } from 'zod';
import type { Queryable } from '../pool';

const row = z.object({
  record: z.number(),
  number: z.string().nullable(),
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.array(z.number()).nullable(),
  raw: z.record(z.string(), z.unknown()),
  /** As it came, with the CRS it was read in. */
  original: z.unknown(),
  /** In degrees, where the shape is sound and something else holds the record back. */
  sound: z.unknown(),
});
/** A record held back, its reason as a code. */
export type HeldRecord = z.infer<typeof row>;

/** Records of an import held back, in the order of the file. */
export async function listQuarantine(
  db: Queryable,
  id: string,
  page: { limit: number | null; offset: number },
): Promise<HeldRecord[]> {
  return db.query(
    {
      text: `select record, number, code, args, fault_at as at, raw, original,
               case when geom is not null then st_asgeojson(geom, 17)::jsonb || '{"crs": "4490"}' end as sound from import_record
             where import = $1 and code is not null order by record limit $2 offset $3`,
      values: [id, page.limit, page.offset],
    },
    row,
  );
}

/** How many records of an import are held back. */
export async function countQuarantine(db: Queryable, id: string): Promise<number> {
  const [counted] = await db.query<{ count: number }>({
    text: 'select count(*)::int as count from import_record where import = $1 and code is not null',
    values: [id],
  });
  return counted?.count ?? 0;
}
