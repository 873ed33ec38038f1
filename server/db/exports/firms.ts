import { z } from 'zod';
import { type Bbox, grade, isoDate, point } from '../../../data/contract';
import { type Conditions, conditions, listed } from '../conditions';
import type { Queryable, Statement } from '../pool';
import { exportSummary, summaryColumns } from './ground';

interface Asked {
  unit?: string | undefined;
  park?: string | undefined;
  bbox?: Bbox | undefined;
}
const ids = z.object({ id: z.string() });
const row = z.object({
  id: z.string(),
  uscc: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  segment: z.string().nullable(),
  grades: z.array(z.object({ grade, from: isoDate, until: isoDate.nullable() })),
  parcel: z.string().nullable(),
  park: z.string().nullable(),
  source: z.string(),
  sample: z.boolean(),
  shape: point.nullable(),
  years: z.array(z.object({ year: z.number(), output: z.number().nullable(), tax: z.number().nullable() })),
});
export type FirmOut = z.output<typeof row>;

/** A firm is of a park if it holds one of its parcels, else if it stands on its ground. */
function filters({ unit, park, bbox }: Asked): Conditions {
  const where = conditions();
  const units = listed(unit);
  if (units) where.add('f.unit = any(?)', units);
  if (bbox)
    where.add(
      `coalesce(f.geom, (select p.geom from parcel p where p.id = f.parcel)) && st_makeenvelope(?, ?, ?, ?, 4490)`,
      ...bbox,
    );
  if (park)
    where.add(
      `case when f.parcel is not null then f.parcel in (select parcel from park_member where park = ?::bigint)
            else exists (select from park k where k.id = ?::bigint and st_intersects(k.geom, f.geom)) end`,
      park,
      park,
    );
  return where;
}

/** What is known of all firms asked for. */
export function sumFirmsOutQuery(asked: Asked): Statement {
  const where = filters(asked);
  return { text: `select ${summaryColumns('f')} from firm f ${where.clause}`, values: where.values };
}

/** The firms asked for, by name. */
export function listFirmIdsQuery(asked: Asked): Statement {
  const where = filters(asked);
  return { text: `select f.id::text as id from firm f ${where.clause} order by f.name, f.id`, values: where.values };
}

/** All of some firms in the order given; what a public file must not hold is read only when `years` are asked for. */
export function readFirmsOutQuery(wanted: readonly string[], years: readonly number[]): Statement {
  return {
    text: `select f.id::text as id, f.uscc, f.name, f.unit, f.segment, f.source, f.sample, p.number as parcel,
             st_asgeojson(f.geom, 10, 0)::jsonb as shape,
             (select k.name from park_member m join park k on k.id = m.park
               where m.parcel = f.parcel order by k.kind = 'official' desc, k.id limit 1) as park,
             coalesce((select jsonb_agg(jsonb_build_object('grade', g.grade, 'from', g.valid_from, 'until', g.valid_until)
                         order by g.valid_from, g.grade) from firm_grade g where g.firm = f.id), '[]') as grades,
             coalesce((select jsonb_agg(jsonb_build_object('year', y.year, 'output', y.output_cny, 'tax', y.tax_cny))
                         from firm_year y where y.firm = f.id and y.year = any($2::int[])), '[]') as years
           from unnest($1::bigint[]) with ordinality wanted(id, place) join firm f using (id)
             left join parcel p on p.id = f.parcel
           order by wanted.place`,
    values: [wanted, years],
  };
}

/** What is known of all of them. */
export const sumFirmsOut = async (db: Queryable, asked: Asked) =>
  exportSummary.parse((await db.query(sumFirmsOutQuery(asked)))[0]);

/** Their ids in order. */
export const listFirmIds = async (db: Queryable, asked: Asked): Promise<string[]> =>
  (await db.query(listFirmIdsQuery(asked), ids)).map(({ id }) => id);

/** The rows of one batch; `years` is empty in a public file. */
export const readFirmsOut = (db: Queryable, wanted: readonly string[], years: readonly number[]): Promise<FirmOut[]> =>
  db.query(readFirmsOutQuery(wanted, years), row);
