import { z } from 'zod';
import { leftoverKind, named, type UnitCard, unitCard } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import type { Queryable, Statement } from '../pool';

import { toUnitSummary, unitColumns, unitRowSchema } from './list-units';

const sum = { count: z.number(), areaSquareMetres: z.number() };
const row = unitRowSchema.extend({
  idea: named.nullable(),
  supplyGroup: z.enum(['city', 'county']).nullable(),
  leaders: z.array(z.string()),
  platforms: z.array(z.string()),
  areaSquareMetres: z.number(),
  leftover: z.array(z.object({ kind: leftoverKind, ...sum })),
  statuses: z.array(z.object({ status: z.string(), ...sum })),
  targets: z.array(
    z.object({
      year: z.number(),
      measure: z.string(),
      comparator: z.enum(['about', 'at-least', 'above', 'target']),
      target: z.number(),
      actual: z.number().nullable(),
      source: z.string(),
    }),
  ),
  quotas: unitCard.shape.quotas,
  source: z.string(),
});

/** One unit with its land by status, its leftover land, its imported targets and quotas. */
export function readUnitQuery(id: string): Statement {
  return {
    text: `
      select ${unitColumns}, u.idea, u.supply_group as "supplyGroup", u.leaders, u.source,
        coalesce((select array_agg(f.name order by f.name) from platform f where f.unit = u.id), '{}') as platforms,
        st_area(u.geom::geography) as "areaSquareMetres",
        coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'count', n, 'areaSquareMetres', area) order by kind)
          from (select f.kind, count(*) as n, sum(p.area_square_metres) as area
                  from leading_leftover f join parcel p on p.id = f.parcel where p.unit = u.id
                 group by f.kind) kinds), '[]') as leftover,
        coalesce((select jsonb_agg(jsonb_build_object('status', status, 'count', n, 'areaSquareMetres', area))
          from (select coalesce(p.status, 'none') as status, count(*) as n, sum(p.area_square_metres) as area
                  from parcel p where p.unit = u.id group by 1) each), '[]') as statuses,
        coalesce((select jsonb_agg(jsonb_build_object('year', t.year, 'measure', t.measure, 'comparator', t.comparator,
                    'target', t.target, 'actual', t.actual, 'source', t.source) order by t.measure, t.year)
          from unit_target t where t.unit = u.id), '[]') as targets,
        coalesce((select jsonb_agg(jsonb_build_object('year', q.year, 'resource', q.resource, 'amount', q.amount,
                    'unitOfMeasure', q.unit_of_measure, 'source', q.source) order by q.year, q.resource)
          from quota q where q.unit = u.id), '[]') as quotas
      from unit u where u.id = $1`,
    values: [id],
  };
}

/** One unit's card without its parks, carriers and clause; null when there is no such unit. */
export async function readUnit(
  db: Queryable,
  id: string,
): Promise<Omit<UnitCard, 'parks' | 'carriers' | 'clause'> | null> {
  const [found] = await db.query(readUnitQuery(id), row);
  if (!found) return null;
  return { ...toUnitSummary(found), leftover: found.leftover.map(inMu), statuses: found.statuses.map(inMu) };
}

function inMu<T extends { areaSquareMetres: number }>({ areaSquareMetres, ...rest }: T) {
  return { ...rest, areaMu: muOf(areaSquareMetres) };
}
