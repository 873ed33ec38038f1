import { z } from 'zod';
import type { Queryable, Statement } from '../pool';

/** From where common ground is a fault rather than a sliver, and the plane in which its thickness is measured. */
export interface OverlapLimits {
  squareMetres: number;
  thicknessMetres: number;
  /** The city's plane as a PROJ text. */
  plane: string;
}

const found = z.object({
  record: z.number(),
  number: z.string(),
  parcel: z.string(),
  otherParcel: z.string(),
  otherNumber: z.string(),
  sameFile: z.boolean(),
  areaSquareMetres: z.number(),
});
/** A written parcel and another one that has ground in common with it. */
export type FoundOverlap = z.infer<typeof found>;

/** SQL of whether common `ground` holds a circle as wide as the thinnest overlap, measured in the city's plane. */
export const isThick = (thicknessMetres: string, plane: string): string =>
  `not st_isempty(st_buffer(st_transform(ground, ${plane}::text), -${thicknessMetres}::float8 / 2))`;

/** Boxes that have less than this in common, in degrees, hold no circle as wide as the thinnest overlap. */
const degreesPerMetreAtLeast = 1 / 111_700;

/**
 * Parcels that the records of a batch were written as, each with those that share ground with it: of this file, each
 * pair once, or there already; plots of the sample city are nobody's land and are passed over. Ground in m² on the
 * ellipsoid. Boxes are compared first, because neighbours in a fabric touch far more often than they overlap.
 */
export function overlapBatchQuery(
  id: string,
  { first, next }: { first: number; next: number | null },
  limits: OverlapLimits,
): Statement {
  return {
    text: `with mine as materialized (
             select record, number, parcel, geom from import_record
             where import = $1 and code is null and parcel is not null and record >= $2 and ($3::int is null or record < $3)),
           meeting as materialized (
             select mine.record, mine.number, mine.parcel, other.id as other, other.number as other_number,
               other.import is not distinct from $1::uuid as brought,
               st_collectionextract(st_intersection(mine.geom, other.geom), 3) as ground
             from mine cross join lateral (
               select id, number, import, geom from parcel
               where parcel.geom && mine.geom and parcel.id <> mine.parcel and not parcel.sample
                 and (parcel.id < mine.parcel or parcel.import is distinct from $1::uuid)
                 and least(st_xmax(parcel.geom), st_xmax(mine.geom)) - greatest(st_xmin(parcel.geom), st_xmin(mine.geom)) > $4
                 and least(st_ymax(parcel.geom), st_ymax(mine.geom)) - greatest(st_ymin(parcel.geom), st_ymin(mine.geom)) > $4
               offset 0) other),
           large as materialized (
             select *, st_area(ground::geography) as area from meeting where not st_isempty(ground)),
           thick as materialized (
             select * from large where area > $5 and ${isThick('$6', '$7')})
           select thick.record, thick.number, thick.parcel::text, other::text as "otherParcel", other_number as "otherNumber",
             brought or theirs.record is not null as "sameFile", area as "areaSquareMetres"
           from thick left join import_record theirs
             on theirs.import = $1 and theirs.code is null and theirs.number = other_number and theirs.parcel = other
           where other < thick.parcel or (not brought and theirs.record is null)`,
    values: [
      id,
      first,
      next,
      limits.thicknessMetres * degreesPerMetreAtLeast,
      limits.squareMetres,
      limits.thicknessMetres,
      limits.plane,
    ],
  };
}

/** Overlaps of one batch of an import's records. */
export function findOverlapBatch(
  tx: Queryable,
  id: string,
  batch: { first: number; next: number | null },
  limits: OverlapLimits,
): Promise<FoundOverlap[]> {
  return tx.query(overlapBatchQuery(id, batch, limits), found);
}
