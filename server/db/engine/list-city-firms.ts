import { z } from 'zod';
import { grade, isoDate, point } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';

const row = z.object({
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
 * Every firm with grades and output. The only statement of the server that reads yearly output; its rows go to the core
 * and nowhere else.
 */
export function listCityFirmsQuery(): Statement {
  return {
    text: `select f.id::text as id, f.uscc, f.name, f.parcel::text as plot, st_asgeojson(f.geom, 10)::jsonb as location,
        coalesce((select jsonb_agg(jsonb_build_object('grade', g.grade, 'from', g.valid_from, 'until', g.valid_until)
                                   order by g.valid_from, g.grade) from firm_grade g where g.firm = f.id), '[]') as grades,
        coalesce((select jsonb_object_agg(y.year::text, y.output_cny) from firm_year y where y.firm = f.id), '{}') as "outputCny"
      from firm f order by f.uscc`,
  };
}

/** Every firm with grades and output, in order of their codes, for the core only. */
export async function listCityFirms(db: Queryable): Promise<CaseFirm[]> {
  return db.query(listCityFirmsQuery(), row);
}
