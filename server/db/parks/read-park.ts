import { z } from 'zod';
import { areal, isoDate } from '../../../data/contract';
import { parcelColumns, parcelRowSchema, withMu } from '../parcels/parcel-row';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';
import { parkColumns, parkRowSchema } from './list-parks';

const row = parkRowSchema.extend({
  platform: z.array(z.object({ stage: z.string(), name: z.string().nullable() })),
  geometry: areal,
  redLine: areal.nullable(),
  titleRecord: z
    .object({
      awardedOn: isoDate,
      document: z.string(),
      withdrawnOn: isoDate.nullable(),
      withdrawnDocument: z.string().nullable(),
    })
    .nullable(),
  fourBatches: z.object({ year: z.number(), entry: z.string() }).nullable(),
  leftover: z.array(
    z.object({ parcel: z.string(), number: z.string(), kind: z.string(), areaSquareMetres: z.number() }),
  ),
  version: z.number(),
  source: z.string(),
});
export type ParkCardFound = z.output<typeof row>;

/** One park with its newest title record, its entry in the four batches and the leftover plots that hold beside it. */
export function readParkQuery(id: string): Statement {
  return {
    text: `
      select ${parkColumns}, k.platform, k.version, k.source,
        ${geoJsonSql('k.geom')} as geometry, ${geoJsonSql('k.red_line')} as "redLine",
        (select jsonb_build_object('awardedOn', t.awarded_on, 'document', t.document, 'withdrawnOn', t.withdrawn_on,
                  'withdrawnDocument', t.withdrawn_document)
           from title_record t where t.park = k.id order by t.awarded_on desc, t.id desc limit 1) as "titleRecord",
        (select jsonb_build_object('year', b.year, 'entry', b.entry)
           from four_batches_entry b where b.park = k.id order by b.year desc limit 1) as "fourBatches",
        coalesce((select jsonb_agg(jsonb_build_object('parcel', p.id::text, 'number', p.number, 'kind', f.kind,
                    'areaSquareMetres', p.area_square_metres) order by p.area_square_metres desc, p.id)
           from standing_leftover f join parcel p on p.id = f.parcel
          where f.park = k.id and f.kind not in ('too-large', 'not-adjacent')), '[]') as leftover
      from park k where k.id = $1::bigint`,
    values: [id],
  };
}

/** One park, or null. */
export async function readPark(db: Queryable, id: string): Promise<ParkCardFound | null> {
  const [found] = await db.query(readParkQuery(id), row);
  return found ?? null;
}

const member = parcelRowSchema.transform(withMu);

/** The members of a park as rows of the parcel list. */
export function listMemberRowsQuery(id: string): Statement {
  return {
    text: `select ${parcelColumns} from park_member pm join parcel p on p.id = pm.parcel
           where pm.park = $1::bigint order by p.number, p.id`,
    values: [id],
  };
}

/** The parcels that make up a park. */
export async function listMemberRows(db: Queryable, id: string): Promise<z.output<typeof member>[]> {
  return db.query(listMemberRowsQuery(id), member);
}
