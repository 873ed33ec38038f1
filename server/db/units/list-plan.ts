import { z } from 'zod';
import { type Answer, beltId, carrier, direction, type listUnits, named, segment } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';

/** The segments of the plan with their weak links and gaps, in the plan's order. */
export function listSegmentsQuery(): Statement {
  return {
    text: `select id, direction, name, alias, weak, gaps, wanted, leaders, parents, clause from segment order by position`,
  };
}
/** The directions of the plan. */
export function listDirectionsQuery(): Statement {
  return { text: 'select id, name, aim, is_direction as "isDirection" from direction order by position' };
}
/** The three belts. */
export function listBeltsQuery(): Statement {
  return { text: 'select id, name from belt order by position' };
}
/** Carriers that the plan names; without a unit, all of them. */
export function listCarriersQuery(unit: string | null): Statement {
  return {
    text: `select c.id, c.unit, c.name, st_asgeojson(c.geom, 6)::jsonb as location, c.approximate,
                  c.location_note as "locationNote"
           from carrier c join unit u on u.id = c.unit
           where $1::text is null or c.unit = $1 order by u.position, c.id`,
    values: [unit],
  };
}

type Plan = Omit<Answer<typeof listUnits>, 'units'>;
const belt = z.object({ id: beltId, name: named });

/** What the plan says beside its units: segments, directions, belts and carriers. */
export async function listPlan(db: Queryable): Promise<Plan> {
  return {
    segments: await db.query(listSegmentsQuery(), segment),
    directions: await db.query(listDirectionsQuery(), direction),
    belts: await db.query(listBeltsQuery(), belt),
    carriers: await db.query(listCarriersQuery(null), carrier),
  };
}
