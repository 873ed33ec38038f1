import { z } from 'zod';
import {
  type Answer,
  type listRunChanges as endpoint,
  type Handled,
  leftoverKind,
  plotRuling,
} from '../../../data/contract';
import { parcelColumns, parcelRowSchema, withMu } from '../parcels/parcel-row';
import type { Queryable, Statement } from '../pool';
import { plotRulingSql } from '../rulings/ruling-sql';

type Asked = Handled<typeof endpoint>['query'];

const row = z.object({
  parcel: parcelRowSchema.transform(withMu),
  park: z.object({ id: z.string(), name: z.string() }),
  before: leftoverKind.nullable(),
  after: leftoverKind.nullable(),
  ruling: plotRuling.nullable(),
});
/** Parcels and parks that were taken off the map since are passed over, in the rows as in their count. */
const STILL_THERE = `
  from run_change c join park k on k.id = c.park join parcel p on p.id = c.parcel where c.run = $1`;

/** A page of what a search found otherwise: what appeared, what is of another class, what is gone. */
export function listRunChangesQuery(id: string, { limit, offset }: Asked): Statement {
  return {
    text: `
      with page as (
        select c.park, k.name, c.parcel, c.before, c.after,
               row_number() over (order by (c.before is not null)::int + (c.after is null)::int, k.id, p.number, p.id) as place
        ${STILL_THERE} order by place limit $2 offset $3)
      select to_jsonb(parcel_row) as parcel, page.before, page.after,
             jsonb_build_object('id', page.park::text, 'name', page.name) as park,
             case when r.id is not null then ${plotRulingSql('f.kind')} end as ruling
      from page cross join lateral (select ${parcelColumns} from parcel p where p.id = page.parcel) parcel_row
        left join leftover_finding f on f.park = page.park and f.parcel = page.parcel
        left join ruling r on r.subject_kind = 'plot' and r.park = page.park and r.subject_id = page.parcel::text
                          and r.withdrawn_at is null
      order by page.place`,
    values: [id, limit, offset],
  };
}

const count = z.object({ total: z.number() });

/** What a search found otherwise than the one before, with the count of all. */
export async function listRunChanges(db: Queryable, id: string, asked: Asked): Promise<Answer<typeof endpoint>> {
  const [counted] = await db.query({ text: `select count(*)::int as total ${STILL_THERE}`, values: [id] }, count);
  return { total: counted?.total ?? 0, rows: await db.query(listRunChangesQuery(id, asked), row) };
}
