import { z } from 'zod';
import { areal, leftoverKind, type ParcelCard, plotRuling } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import { storedFinding } from '../leftover/stored-finding';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';
import { plotRulingSql } from '../rulings/ruling-sql';
import { parcelColumns, parcelFactColumns, parcelFacts, parcelRowSchema, withMu } from './parcel-row';

const row = parcelRowSchema.extend({
  ...parcelFacts,
  geometry: areal,
  import: z.object({ id: z.string(), fileName: z.string(), record: z.number() }).nullable(),
  controls: z.array(
    z.object({
      kind: z.string(),
      level: z.number().nullable(),
      name: z.string().nullable(),
      areaSquareMetres: z.number(),
    }),
  ),
  findings: z.array(
    z.object({
      park: z.object({ id: z.string(), name: z.string() }),
      finding: storedFinding,
      ruling: plotRuling.nullable(),
      standing: leftoverKind.nullable(),
    }),
  ),
});
export type ParcelFound = z.output<typeof row>;

/** One parcel with its figures, the control lines over it and what was found about it beside parks. */
export function readParcelQuery(id: string): Statement {
  return {
    text: `
      select ${parcelColumns}, ${parcelFactColumns}, ${geoJsonSql('p.geom')} as geometry,
        (select jsonb_build_object('id', i.id, 'fileName', i.file_name, 'record', coalesce(p.import_record, 0))
           from import i where i.id = p.import) as import,
        coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'level', c.level, 'name', c.name,
                    'areaSquareMetres', st_area(st_intersection(c.geom, p.geom)::geography)) order by c.kind, c.level)
           from control_line c where c.geom && p.geom and st_intersects(c.geom, p.geom)), '[]') as controls,
        coalesce((select jsonb_agg(jsonb_build_object('park', jsonb_build_object('id', k.id::text, 'name', k.name),
                    'finding', f.finding, 'standing', f.kind,
                    'ruling', case when r.id is not null then ${plotRulingSql('f.found')} end) order by k.id)
           from standing_leftover f join park k on k.id = f.park left join ruling r on r.id = f.ruling
          where f.parcel = p.id), '[]') as findings
      from parcel p where p.id = $1`,
    values: [id],
  };
}

/** One parcel, or null; a control line that only touches it is left out. */
export async function readParcel(
  db: Queryable,
  id: string,
): Promise<(Omit<ParcelCard, 'findings'> & Pick<ParcelFound, 'findings'>) | null> {
  const [found] = await db.query(readParcelQuery(id), row);
  if (!found) return null;
  const controls = found.controls
    .filter((control) => control.areaSquareMetres > 0.5)
    .map(({ areaSquareMetres, ...control }) => ({ ...control, areaMu: muOf(areaSquareMetres) }));
  return withMu({ ...found, controls });
}
