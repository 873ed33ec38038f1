import { z } from 'zod';
import { point } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { bboxRow, bboxSql, unitBasis } from '../row-types';

const row = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['draft', 'official']),
  unit: z.string().nullable(),
  unitBasis,
  theme: z.string().nullable(),
  memberCount: z.number(),
  areaSquareMetres: z.number(),
  awarded: z.boolean(),
  centre: point,
  bbox: bboxRow,
  sample: z.boolean(),
});
export type ParkFound = z.output<typeof row>;

/** SQL columns of a park; it stands as `k`. */
export const parkColumns = `
  k.id::text as id, k.name, k.kind, k.unit, k.unit_basis as "unitBasis", k.theme, k.sample,
  (select count(*)::int from park_member m where m.park = k.id) as "memberCount",
  k.area_square_metres as "areaSquareMetres",
  exists (select from title_record t where t.park = k.id and t.withdrawn_on is null) as awarded,
  st_asgeojson(st_pointonsurface(k.geom), 7)::jsonb as centre, ${bboxSql('k.geom')} as bbox`;

/** All parks, official ones first. */
export function listParksQuery(): Statement {
  return { text: `select ${parkColumns} from park k order by k.kind = 'official' desc, k.name, k.id` };
}

/** All parks without their verdicts. */
export async function listParks(db: Queryable): Promise<ParkFound[]> {
  return db.query(listParksQuery(), row);
}
/** One park as it leaves the database. */
export const parkRowSchema = row;
