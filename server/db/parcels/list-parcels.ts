import { z } from 'zod';
import { type Answer, type listParcels as endpoint, type Handled, plotStatus } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import { type Conditions, conditions, escapeLike, listed } from '../conditions';
import type { Queryable, Statement } from '../pool';

import { parcelColumns, parcelRowSchema, toParcelRow } from './parcel-row';

type Asked = Handled<typeof endpoint>['query'];

/** How each order of the list reads in SQL; the parcel stands as `p`. */
export const parcelOrder: Record<Asked['sort'], string> = {
  number: 'p.number, p.id',
  '-number': 'p.number desc, p.id desc',
  area: 'p.area_square_metres, p.id',
  '-area': 'p.area_square_metres desc, p.id desc',
  // In the order land moves through its statuses; without one last.
  status: `array_position('{${plotStatus.options.join(',')}}', p.status) nulls last, p.number, p.id`,
};

/** One page of the parcels asked for. */
export function listParcelsQuery(asked: Asked): Statement {
  const where = parcelFilters(asked);
  const limit = where.bind(asked.limit);
  const offset = where.bind(asked.offset);
  return {
    text: `with page as (select p.id, row_number() over (order by ${parcelOrder[asked.sort]}) as place
                         from parcel p ${where.clause} order by ${parcelOrder[asked.sort]} limit ${limit} offset ${offset})
           select ${parcelColumns} from page join parcel p using (id) order by page.place`,
    values: where.values,
  };
}

const sums = z.object({ total: z.number(), areaSquareMetres: z.number() });

/** Count and area of all parcels asked for, not only of the page. */
export function sumParcelsQuery(asked: Asked): Statement {
  const where = parcelFilters(asked);
  return {
    text: `select count(*)::int as total, coalesce(sum(p.area_square_metres), 0)::float8 as "areaSquareMetres"
           from parcel p ${where.clause}`,
    values: where.values,
  };
}

/** A page of parcels with the count and mu of all of them. */
export async function listParcels(db: Queryable, asked: Asked): Promise<Answer<typeof endpoint>> {
  const [found] = await db.query(sumParcelsQuery(asked), sums);
  const rows = await db.query(listParcelsQuery(asked), parcelRowSchema);
  return { total: found?.total ?? 0, totalMu: muOf(found?.areaSquareMetres ?? 0), rows: rows.map(toParcelRow) };
}

/** What the parcels of a list must meet. */
export function parcelFilters(asked: Omit<Asked, 'sort' | 'limit' | 'offset'>): Conditions {
  const where = conditions();
  if (asked.bbox) where.add('p.geom && st_makeenvelope(?, ?, ?, ?, 4490)', ...asked.bbox);
  const units = listed(asked.unit);
  if (units) where.add('p.unit = any(?)', units);
  if (asked.import) where.add('p.import = ?::uuid', asked.import);
  const statuses = listed(asked.status);
  if (statuses) where.add("coalesce(p.status, 'none') = any(?)", statuses);
  const uses = listed(asked.use);
  if (uses) where.add('p.use_group = any(?)', uses);
  if (asked.park) where.add('p.id in (select parcel from park_member where park::text = ?)', asked.park);
  if (asked.number) where.add('p.number like ?', `${escapeLike(asked.number)}%`);
  return where;
}
