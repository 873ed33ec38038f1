import { z } from 'zod';
import type { Bbox, LegendLayer } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import type { Queryable, Statement } from '../pool';

const row = z.object({ class: z.string(), count: z.number(), areaSquareMetres: z.number() });
export type ClassCount = { class: string; count: number; areaMu: number };
type Counted = Exclude<LegendLayer, 'parks'>;

const inWindow = (column: string): string => `${column} && st_makeenvelope($1, $2, $3, $4, 4490)`;
const parcelsBy = (expression: string): string => `
  select ${expression} as class, count(*)::int as count, sum(p.area_square_metres)::float8 as "areaSquareMetres"
  from parcel p where ${inWindow('p.geom')} group by 1 order by 1`;

const texts: Record<Counted, string> = {
  'parcels-status': parcelsBy("coalesce(p.status, 'none')"),
  'parcels-use': parcelsBy('p.use_group'),
  leftover: `
    select f.kind as class, count(*)::int as count, sum(p.area_square_metres)::float8 as "areaSquareMetres"
    from leading_leftover f join parcel p on p.id = f.parcel where ${inWindow('p.geom')} group by 1 order by 1`,
  zones: `
    select coalesce(u.belt, u.kind) as class, count(*)::int as count,
           sum(st_area(u.geom::geography))::float8 as "areaSquareMetres"
    from unit u where ${inWindow('u.geom')} group by 1 order by 1`,
};

/** Count and area per class of what a window's box meets. */
export function countClassesQuery(layer: Counted, bbox: Bbox): Statement {
  return { text: texts[layer], values: bbox };
}

/** Count and mu per class of one layer in a window. */
export async function countClasses(db: Queryable, layer: Counted, bbox: Bbox): Promise<ClassCount[]> {
  const rows = await db.query(countClassesQuery(layer, bbox), row);
  return rows.map(({ areaSquareMetres, ...rest }) => ({ ...rest, areaMu: muOf(areaSquareMetres) }));
}
