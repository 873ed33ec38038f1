import { z } from 'zod';
import type { listLeftover as endpoint, Handled } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import { type Conditions, conditions, listed } from '../conditions';
import { leftoverKinds, parcelColumns, parcelRowSchema, withMu } from '../parcels/parcel-row';
import type { Queryable, Statement } from '../pool';

import { storedFinding } from './stored-finding';

type Asked = Handled<typeof endpoint>['query'];

const row = z.object({
  parcel: parcelRowSchema.transform(withMu),
  park: z.object({ id: z.string(), name: z.string() }),
  finding: storedFinding,
});

/** A page of leftover plots, surest kinds first. */
export function listLeftoverQuery(asked: Asked): Statement {
  const where = filters(asked);
  const limit = where.bind(asked.limit);
  const offset = where.bind(asked.offset);
  return {
    text: `
      with page as (
        select f.park, f.parcel, f.finding, k.name as park_name,
               row_number() over (order by array_position('{${leftoverKinds.join(',')}}', f.kind), k.id, f.parcel) as place
        from ${findingsOf(asked)} f join park k on k.id = f.park join parcel p on p.id = f.parcel
        ${where.clause} order by place limit ${limit} offset ${offset})
      select to_jsonb(parcel_row) as parcel, page.finding,
             jsonb_build_object('id', page.park::text, 'name', page.park_name) as park
      from page cross join lateral (select ${parcelColumns} from parcel p where p.id = page.parcel) parcel_row
      order by page.place`,
    values: where.values,
  };
}

const sum = z.object({
  kind: z.enum(leftoverKinds),
  count: z.number(),
  areaSquareMetres: z.number(),
});

/** Plots and area per kind; a plot beside two parks counts once, under its leading finding. */
export function sumLeftoverQuery(asked: Asked): Statement {
  const where = filters(asked);
  return {
    text: `
      select f.kind, count(*)::int as count, sum(p.area_square_metres)::float8 as "areaSquareMetres"
      from ${findingsOf(asked)} f join parcel p on p.id = f.parcel ${where.clause}
      group by f.kind order by array_position('{${leftoverKinds.join(',')}}', f.kind)`,
    values: where.values,
  };
}

/** A page of leftover plots, with the count of all and the sums per kind. */
export async function listLeftover(db: Queryable, asked: Asked) {
  const sums = await db.query(sumLeftoverQuery(asked), sum);
  return {
    total: sums.reduce((all, { count }) => all + count, 0),
    rows: await db.query(listLeftoverQuery(asked), row),
    summary: sums.map(({ kind, count, areaSquareMetres }) => ({ kind, count, areaMu: muOf(areaSquareMetres) })),
  };
}

/** One park is asked for its own findings; otherwise each plot stands under its leading one. */
function findingsOf({ park }: Asked): string {
  return park ? 'leftover_finding' : 'leading_leftover';
}

function filters(asked: Asked): Conditions {
  const where = conditions();
  const kinds = listed(asked.kind) ?? leftoverKinds;
  where.add(
    'f.kind = any(?)',
    kinds.filter((kind) => leftoverKinds.some((known) => known === kind)),
  );
  if (asked.unit) where.add('p.unit = ?', asked.unit);
  if (asked.park) where.add('f.park::text = ?', asked.park);
  return where;
}
