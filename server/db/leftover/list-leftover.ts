import { z } from 'zod';
import { type listLeftover as endpoint, type Handled, leftoverKind, plotRuling } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import { type Conditions, conditions, listed } from '../conditions';
import { leftoverKinds, parcelColumns, parcelRowSchema, withMu } from '../parcels/parcel-row';
import type { Queryable, Statement } from '../pool';
import { plotRulingSql } from '../rulings/ruling-sql';
import { storedFinding } from './stored-finding';

type Asked = Handled<typeof endpoint>['query'];
/** The question without its page. */
export type LeftoverAsked = Omit<Asked, 'limit' | 'offset'>;

const row = z.object({
  parcel: parcelRowSchema.transform(withMu),
  park: z.object({ id: z.string(), name: z.string() }),
  finding: storedFinding,
  ruling: plotRuling.nullable(),
  standing: leftoverKind.nullable(),
});

/** The class a row is listed under: the one that holds; of a rejected plot, the one that was found. */
const CLASS = 'coalesce(f.kind, f.found)';
/** SQL of the place of a row's class, surest first. */
export const classPlace = `array_position('{${leftoverKinds.join(',')}}', ${CLASS})`;

/** A page of leftover plots, surest kinds first. */
export function listLeftoverQuery(asked: Asked): Statement {
  const where = leftoverFilters(asked);
  const limit = where.bind(asked.limit);
  const offset = where.bind(asked.offset);
  return {
    text: `
      with page as (
        select f.park, f.parcel, f.kind, f.found, f.finding, f.ruling, k.name as park_name,
               row_number() over (order by ${classPlace}, k.id, f.parcel) as place
        from ${leftoverPlots(asked)} f join park k on k.id = f.park join parcel p on p.id = f.parcel
        ${where.clause} order by place limit ${limit} offset ${offset})
      select to_jsonb(parcel_row) as parcel, page.finding, page.kind as standing,
             jsonb_build_object('id', page.park::text, 'name', page.park_name) as park,
             case when r.id is not null then ${plotRulingSql('page.found')} end as ruling
      from page cross join lateral (select ${parcelColumns} from parcel p where p.id = page.parcel) parcel_row
        left join ruling r on r.id = page.ruling
      order by page.place`,
    values: where.values,
  };
}

const sum = z.object({
  kind: z.enum(leftoverKinds),
  count: z.number(),
  areaSquareMetres: z.number(),
});

/** Plots and area per class; a plot beside two parks counts once, under what leads. */
export function sumLeftoverQuery(asked: Asked): Statement {
  const where = leftoverFilters(asked);
  return {
    text: `
      select ${CLASS} as kind, count(*)::int as count, sum(p.area_square_metres)::float8 as "areaSquareMetres"
      from ${leftoverPlots(asked)} f join parcel p on p.id = f.parcel ${where.clause}
      group by 1 order by array_position('{${leftoverKinds.join(',')}}', ${CLASS})`,
    values: where.values,
  };
}

/** A page of leftover plots, with the count of all and the sums per class. */
export async function listLeftover(db: Queryable, asked: Asked) {
  const sums = await db.query(sumLeftoverQuery(asked), sum);
  return {
    total: sums.reduce((all, { count }) => all + count, 0),
    rows: await db.query(listLeftoverQuery(asked), row),
    summary: sums.map(({ kind, count, areaSquareMetres }) => ({ kind, count, areaMu: muOf(areaSquareMetres) })),
  };
}

/** Rejected plots, and with them all that were ruled, each once; no other list holds a rejected plot. */
const RULED = `(
  select distinct on (parcel) * from standing_leftover where ruling is not null
   order by parcel, decision = 'reject', park)`;
const REJECTED = `(select distinct on (parcel) * from standing_leftover where decision = 'reject' order by parcel, park)`;

/** One park is asked for its own findings; otherwise each plot stands once, under what leads. */
export function leftoverPlots({ park, ruled }: LeftoverAsked): string {
  if (park) return 'standing_leftover';
  if (ruled === 'rejected') return REJECTED;
  return ruled === 'any' ? RULED : 'leading_leftover';
}

const ruledAs: Record<NonNullable<Asked['ruled']>, string> = {
  none: 'f.ruling is null',
  accepted: "f.decision = 'accept'",
  changed: "f.decision = 'change'",
  rejected: "f.decision = 'reject'",
  any: 'f.ruling is not null',
};

/** What the leftover plots of a list must meet. */
export function leftoverFilters(asked: LeftoverAsked): Conditions {
  const where = conditions();
  const kinds = listed(asked.kind) ?? leftoverKinds;
  where.add(
    `${CLASS} = any(?)`,
    kinds.filter((kind) => leftoverKinds.some((known) => known === kind)),
  );
  where.add(asked.ruled ? ruledAs[asked.ruled] : "f.decision is distinct from 'reject'");
  if (asked.park) where.add('f.park = ?::bigint', asked.park);
  const units = listed(asked.unit);
  if (units) where.add('p.unit = any(?)', units);
  const statuses = listed(asked.status);
  if (statuses) where.add("coalesce(p.status, 'none') = any(?)", statuses);
  const tenures = listed(asked.tenure);
  if (tenures) where.add('p.tenure = any(?)', tenures);
  if (asked.minMu !== undefined) where.add('p.area_square_metres >= ?::float8 * 2000 / 3', asked.minMu);
  if (asked.maxMu !== undefined) where.add('p.area_square_metres <= ?::float8 * 2000 / 3', asked.maxMu);
  return where;
}
