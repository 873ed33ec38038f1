import { z } from 'zod';
import { beltId, named, point, type UnitSummary } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import type { Queryable, Statement } from '../pool';
import { bboxRow, bboxSql } from '../row-types';

const row = z.object({
  id: z.string(),
  name: named,
  belt: beltId.nullable(),
  kind: z.enum(['county', 'management-zone', 'context']),
  schematic: z.boolean(),
  segments: z.array(z.string()),
  parkCount: z.number(),
  freeSupplySquareMetres: z.number(),
  leftoverCount: z.number(),
  labelAt: point,
  bbox: bboxRow,
});

/** SQL columns of a unit's summary; the unit stands as `u`. */
export const unitColumns = `
  u.id, u.name, u.belt, u.kind, u.schematic,
  coalesce((select array_agg(s.segment order by s.position) from unit_segment s where s.unit = u.id), '{}') as segments,
  (select count(*)::int from park k where k.unit = u.id) as "parkCount",
  coalesce((select sum(p.area_square_metres) from parcel p
             where p.unit = u.id and p.status in ('approved-not-supplied', 'on-offer')), 0)::float8
    as "freeSupplySquareMetres",
  (select count(*)::int from leading_leftover f join parcel p on p.id = f.parcel where p.unit = u.id) as "leftoverCount",
  st_asgeojson(u.label_at, 6)::jsonb as "labelAt", ${bboxSql('u.geom')} as bbox`;

/** All units in the plan's order, with what the map colours them by. */
export function listUnitsQuery(): Statement {
  return { text: `select ${unitColumns} from unit u order by u.position` };
}

/** The summaries of all units. */
export async function listUnits(db: Queryable): Promise<UnitSummary[]> {
  const rows = await db.query(listUnitsQuery(), row);
  return rows.map(toUnitSummary);
}

/** A unit's summary of the contract out of its row. */
export function toUnitSummary<T extends { freeSupplySquareMetres: number }>(found: T) {
  const { freeSupplySquareMetres, ...rest } = found;
  return { ...rest, freeSupplyMu: muOf(freeSupplySquareMetres) };
}
/** One unit as it leaves the database. */
export const unitRowSchema = row;
