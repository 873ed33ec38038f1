import { z } from 'zod';
import type { Handled, listParcels } from '../../../data/contract';
import { parcelFilters, parcelOrder } from '../parcels/list-parcels';
import { parcelColumns, parcelFactColumns, parcelFacts, parcelRowSchema } from '../parcels/parcel-row';
import type { Queryable, Statement } from '../pool';
import { exportSummary, groundRow, groundSql, summaryColumns } from './ground';

type Asked = Omit<Handled<typeof listParcels>['query'], 'limit' | 'offset'>;
const ids = z.object({ id: z.string() });
const row = parcelRowSchema.extend({ ...groundRow, ...parcelFacts });
export type ParcelOut = z.output<typeof row>;

/** What is known of all parcels asked for. */
export function sumParcelsOutQuery(asked: Asked): Statement {
  const where = parcelFilters(asked);
  return { text: `select ${summaryColumns('p')} from parcel p ${where.clause}`, values: where.values };
}

/** The parcels asked for by id, in the order of the list. */
export function listParcelIdsQuery(asked: Asked): Statement {
  const where = parcelFilters(asked);
  return {
    text: `select p.id::text as id from parcel p ${where.clause} order by ${parcelOrder[asked.sort]}`,
    values: where.values,
  };
}

/** All of some parcels, in the order of their ids as given. */
export function readParcelsOutQuery(wanted: readonly string[]): Statement {
  return {
    text: `select ${parcelColumns}, ${parcelFactColumns}, ${groundSql('p.geom')}
           from unnest($1::bigint[]) with ordinality wanted(id, place) join parcel p using (id) order by wanted.place`,
    values: [wanted],
  };
}

/** What is known of all of them; never reads their ground into memory. */
export const sumParcelsOut = async (db: Queryable, asked: Asked) =>
  exportSummary.parse((await db.query(sumParcelsOutQuery(asked)))[0]);

/** The ids in order. */
export const listParcelIds = async (db: Queryable, asked: Asked): Promise<string[]> =>
  (await db.query(listParcelIdsQuery(asked), ids)).map(({ id }) => id);

/** The rows of one batch. */
export const readParcelsOut = (db: Queryable, wanted: readonly string[]): Promise<ParcelOut[]> =>
  db.query(readParcelsOutQuery(wanted), row);
