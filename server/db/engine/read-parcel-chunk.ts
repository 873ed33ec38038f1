import { z } from 'zod';
import type { ParcelChunk } from '../../engine/city/pack';
import type { Queryable, Statement } from '../pool';

const row = z.object({
  ids: z.instanceof(Buffer),
  shapes: z.instanceof(Buffer),
  prices: z.instanceof(Buffer),
  numbers: z.instanceof(Buffer),
});

/** Values of many parcels run together in order of ids, so that a million of them are a few dozen rows. */
const gathered = `
  select string_agg(int8send(id), '' order by id) as ids, string_agg(st_asbinary(geom, 'NDR'), '' order by id) as shapes,
         string_agg(float8send(coalesce(price_cny, 'NaN')::float8), '' order by id) as prices,
         string_agg(convert_to(number, 'UTF8') || '\\x00'::bytea, '' order by id) as numbers
  from chunk having count(*) > 0`;

/** The next parcels after an id. */
export function readParcelChunkQuery(after: number, count: number): Statement {
  return {
    text: `with chunk as (select id, number, price_cny, geom from parcel where id > $1::bigint order by id limit $2) ${gathered}`,
    values: [after, count],
  };
}

/** Some parcels by id; those that are gone are missing. */
export function readParcelsByIdQuery(ids: readonly number[]): Statement {
  return {
    text: `with chunk as (select id, number, price_cny, geom from parcel where id = any($1::bigint[])) ${gathered}`,
    values: [ids],
  };
}

/** Parcels packed by one statement; null where there are none. */
export async function readParcelChunk(db: Queryable, statement: Statement): Promise<ParcelChunk | null> {
  const [found] = await db.query(statement, row);
  return found ?? null;
}
