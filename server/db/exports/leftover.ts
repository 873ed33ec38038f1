import { z } from 'zod';
import { type Bbox, leftoverKind, plotRuling } from '../../../data/contract';
import type { Conditions } from '../conditions';
import { classPlace, type LeftoverAsked, leftoverFilters, leftoverPlots } from '../leftover/list-leftover';
import { storedFinding } from '../leftover/stored-finding';
import { parcelColumns, parcelRowSchema } from '../parcels/parcel-row';
import type { Queryable, Statement } from '../pool';
import { plotRulingSql } from '../rulings/ruling-sql';
import { exportSummary, groundRow, groundSql, summaryColumns } from './ground';

type Asked = LeftoverAsked & { bbox?: Bbox | undefined };
const key = z.object({ park: z.string(), parcel: z.string(), areaMu: z.number(), number: z.string() });
export type LeftoverKey = z.output<typeof key>;
const row = z.object({
  parcel: parcelRowSchema.extend({ name: z.string().nullable(), source: z.string() }),
  park: z.string(),
  finding: storedFinding,
  ruling: plotRuling.nullable(),
  standing: leftoverKind.nullable(),
  ...groundRow,
});
export type LeftoverOut = z.output<typeof row>;

function filters(asked: Asked): Conditions {
  const where = leftoverFilters(asked);
  if (asked.bbox) where.add('p.geom && st_makeenvelope(?, ?, ?, ?, 4490)', ...asked.bbox);
  return where;
}

/** What is known of all leftover plots asked for. */
export function sumLeftoverOutQuery(asked: Asked): Statement {
  const where = filters(asked);
  return {
    text: `select ${summaryColumns('p')} from ${leftoverPlots(asked)} f join parcel p on p.id = f.parcel ${where.clause}`,
    values: where.values,
  };
}

/** The leftover plots asked for by park and parcel, surest kinds first, with what the list sorts by. */
export function listLeftoverKeysQuery(asked: Asked): Statement {
  const where = filters(asked);
  return {
    text: `select f.park::text as park, f.parcel::text as parcel, (f.finding ->> 'areaMu')::float8 as "areaMu", p.number
           from ${leftoverPlots(asked)} f join parcel p on p.id = f.parcel ${where.clause}
           order by ${classPlace}, f.park, f.parcel`,
    values: where.values,
  };
}

/** All of some leftover plots, in the order given. */
export function readLeftoverOutQuery(wanted: readonly LeftoverKey[]): Statement {
  return {
    text: `select to_jsonb(parcel_row) as parcel, k.name as park, f.finding, f.kind as standing,
             case when r.id is not null then ${plotRulingSql('f.found')} end as ruling, ${groundSql('g.geom')}
           from unnest($1::bigint[], $2::bigint[]) with ordinality wanted(park, parcel, place)
             join standing_leftover f on f.park = wanted.park and f.parcel = wanted.parcel
             join park k on k.id = f.park join parcel g on g.id = f.parcel
             cross join lateral (select ${parcelColumns}, p.name, p.source from parcel p where p.id = f.parcel) parcel_row
             left join ruling r on r.id = f.ruling
           order by wanted.place`,
    values: [wanted.map(({ park }) => park), wanted.map(({ parcel }) => parcel)],
  };
}

/** What is known of all of them. */
export const sumLeftoverOut = async (db: Queryable, asked: Asked) =>
  exportSummary.parse((await db.query(sumLeftoverOutQuery(asked)))[0]);

/** Their keys. */
export const listLeftoverKeys = (db: Queryable, asked: Asked): Promise<LeftoverKey[]> =>
  db.query(listLeftoverKeysQuery(asked), key);

/** The rows of one batch. */
export const readLeftoverOut = (db: Queryable, wanted: readonly LeftoverKey[]): Promise<LeftoverOut[]> =>
  db.query(readLeftoverOutQuery(wanted), row);
