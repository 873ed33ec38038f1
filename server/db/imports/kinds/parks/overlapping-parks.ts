import { z } from 'zod';
import type { Queryable, Statement } from '../../../pool';
import { isThick, type OverlapLimits } from '../../overlap-batch';
import type { StoredOverlap } from '../../report-import';
import type { Batch } from '../batch';

const found = z.object({
  record: z.number(),
  name: z.string(),
  park: z.string(),
  otherPark: z.string(),
  otherName: z.string(),
  sameFile: z.boolean(),
  areaSquareMetres: z.number(),
});

/**
 * Official parks that the records of a batch were written as, each with those whose red line shares ground with its own:
 * of this file, each pair once, or there already; those of the sample city are passed over. A city has some hundreds of
 * parks, so that no index is asked.
 */
function parkOverlapsQuery(id: string, { first, next }: Batch, limits: OverlapLimits): Statement {
  return {
    text: `with official as materialized (
             select id, name, import, import_record, coalesce(red_line, geom) as ground from park where kind = 'official' and not sample),
           mine as (
             select p.* from official p join import_record s on s.import = p.import and s.record = p.import_record
             where s.import = $1 and s.code is null and s.record >= $2 and ($3::int is null or s.record < $3)),
           meeting as materialized (
             select mine.import_record as record, mine.name, mine.id as park, other.id as other, other.name as other_name,
               other.import is not distinct from $1::uuid as same_file,
               st_collectionextract(st_intersection(mine.ground, other.ground), 3) as ground
             from mine join official other on other.ground && mine.ground and other.id <> mine.id
               and (other.id < mine.id or other.import is distinct from $1::uuid)),
           large as materialized (
             select *, st_area(ground::geography) as area from meeting where not st_isempty(ground))
           select record, name, park::text, other::text as "otherPark", other_name as "otherName", same_file as "sameFile",
             area as "areaSquareMetres"
           from large where area > $4 and ${isThick('$5', '$6')}`,
    values: [id, first, next, limits.squareMetres, limits.thicknessMetres, limits.plane],
  };
}

/** Overlaps of one batch of an import's parks. */
export async function findParkOverlaps(
  tx: Queryable,
  id: string,
  batch: Batch,
  limits: OverlapLimits,
): Promise<StoredOverlap[]> {
  const rows = await tx.query(parkOverlapsQuery(id, batch, limits), found);
  return rows.map(({ record, name, park, otherPark, otherName, sameFile, areaSquareMetres }) => ({
    record,
    number: name,
    parcel: null,
    park,
    other: { parcel: null, park: otherPark, number: otherName, sameFile },
    areaSquareMetres,
  }));
}
