import { z } from 'zod';
import { grade, isoDate, point } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { type CaseOf, withParkGround } from './park-ground';

const row = z.object({
  park: z.string(),
  id: z.string(),
  uscc: z.string(),
  name: z.string(),
  grades: z.array(z.object({ grade, from: isoDate, until: isoDate.nullable() })),
  outputCny: z.record(z.string(), z.number().nullable()),
  plot: z.string().nullable(),
  location: point.nullable(),
});
export type CaseFirm = z.output<typeof row>;

/**
 * Firms that stand on a member parcel or, without a parcel, in the box of the park (the core then looks closer).
 * The only statement of the server that reads yearly output; its rows go to the core and nowhere else.
 */
export function listCaseFirmsQuery(of: CaseOf): Statement {
  const { text, where } = withParkGround(of);
  return {
    text: `${text},
      inside as (select m.park, f.id from member m join firm f on f.parcel = m.parcel
                 union select g.park, f.id from ground g join firm f on f.parcel is null and f.geom && g.geom)
      select i.park, f.id::text as id, f.uscc, f.name, f.parcel::text as plot, st_asgeojson(f.geom, 10)::jsonb as location,
        coalesce((select jsonb_agg(jsonb_build_object('grade', g.grade, 'from', g.valid_from, 'until', g.valid_until)
                                   order by g.valid_from, g.grade) from firm_grade g where g.firm = f.id), '[]') as grades,
        coalesce((select jsonb_object_agg(y.year::text, y.output_cny) from firm_year y where y.firm = f.id), '{}') as "outputCny"
      from inside i join firm f on f.id = i.id order by i.park, f.uscc`,
    values: where.values,
  };
}

/** Firms of the parks with grades and output, for the core only. */
export async function listCaseFirms(db: Queryable, of: CaseOf): Promise<CaseFirm[]> {
  return db.query(listCaseFirmsQuery(of), row);
}
