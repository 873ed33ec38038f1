import { z } from 'zod';
import type { Queryable, Statement } from '../pool';
import { exportSummary, groundRow, groundSql, summaryColumns } from './ground';

const row = z.object({ id: z.string(), source: z.string(), areaSquareMetres: z.number(), ...groundRow });

/** What is known of some parks together. */
export function sumParksOutQuery(ids: readonly string[]): Statement {
  return { text: `select ${summaryColumns('k')} from park k where k.id = any($1::bigint[])`, values: [ids] };
}

/** The ground of some parks, in the order given. */
export function readParksOutQuery(ids: readonly string[]): Statement {
  return {
    text: `select k.id::text as id, k.source, k.area_square_metres as "areaSquareMetres", ${groundSql('k.geom')}
           from unnest($1::bigint[]) with ordinality wanted(id, place) join park k using (id) order by wanted.place`,
    values: [ids],
  };
}

/** What is known of them together. */
export const sumParksOut = async (db: Queryable, ids: readonly string[]) =>
  exportSummary.parse((await db.query(sumParksOutQuery(ids)))[0]);

/** The ground of one batch. */
export const readParksOut = (db: Queryable, ids: readonly string[]) => db.query(readParksOutQuery(ids), row);
