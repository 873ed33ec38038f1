import { z } from 'zod';
import type { Queryable, Statement } from '../pool';
import { exportSummary, groundRow, groundSql } from './ground';

const row = z.object({ id: z.string(), source: z.string(), areaSquareMetres: z.number(), ...groundRow });

/** What is known of some units together; their outlines are no sample. */
export function sumUnitsOutQuery(ids: readonly string[]): Statement {
  return {
    text: `select count(*)::int as count, coalesce(array_agg(distinct u.source), '{}') as sources, false as sample,
             min(st_xmin(u.geom)) as west, max(st_xmax(u.geom)) as east,
             avg((st_xmin(u.geom) + st_xmax(u.geom)) / 2)::float8 as middle,
             coalesce(sum(st_npoints(u.geom)), 0)::float8 as vertices
           from unit u where u.id = any($1)`,
    values: [ids],
  };
}

/** The outlines of some units, in the order given. */
export function readUnitsOutQuery(ids: readonly string[]): Statement {
  return {
    text: `select u.id, u.source, st_area(u.geom::geography) as "areaSquareMetres",
             ${groundSql('u.geom')}
           from unnest($1::text[]) with ordinality wanted(id, place) join unit u using (id) order by wanted.place`,
    values: [ids],
  };
}

/** What is known of them together. */
export const sumUnitsOut = async (db: Queryable, ids: readonly string[]) =>
  exportSummary.parse((await db.query(sumUnitsOutQuery(ids)))[0]);

/** The outlines of one batch. */
export const readUnitsOut = (db: Queryable, ids: readonly string[]) => db.query(readUnitsOutQuery(ids), row);
