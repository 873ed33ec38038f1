import { z } from 'zod';
import { areal } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';

const stamp = z.object({ id: z.string(), stamp: z.string() });

/** Every park with a stamp that changes whenever the park does. */
export function listParkStampsQuery(): Statement {
  return { text: `select id::text as id, version || '/' || changed_at::text as stamp from park order by id` };
}

/** Every park with its stamp. */
export async function listParkStamps(db: Queryable): Promise<z.output<typeof stamp>[]> {
  return db.query(listParkStampsQuery(), stamp);
}

const row = z.object({
  id: z.string(),
  stamp: z.string(),
  official: z.boolean(),
  surroundingsKnown: z.boolean(),
  redLine: areal.nullable(),
  members: z.array(z.number()),
});
/** A park as far as its ground is judged; members in order of their ids. */
export type CityParkRow = z.output<typeof row>;

/** Some parks with their members. */
export function listCityParksQuery(ids: readonly string[]): Statement {
  return {
    text: `select k.id::text as id, k.version || '/' || k.changed_at::text as stamp, k.kind = 'official' as official,
             k.surroundings_known as "surroundingsKnown", ${geoJsonSql('k.red_line')} as "redLine",
             coalesce((select array_agg(m.parcel order by m.parcel) from park_member m where m.park = k.id), '{}') as members
           from park k where k.id = any($1::bigint[]) order by k.id`,
    values: [ids],
  };
}

/** Some parks with their members. */
export async function listCityParks(db: Queryable, ids: readonly string[]): Promise<CityParkRow[]> {
  return ids.length ? db.query(listCityParksQuery(ids), row) : [];
}
