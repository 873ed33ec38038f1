import { z } from 'zod';
import type { Queryable } from '../pool';
import { storable } from '../storable';

const met = z.object({ asIs: z.number(), moved: z.number(), movedMeets: z.number() });
/** How many outlines coincide with a stored parcel as they are and moved back; and how many, moved, lie on one at all. */
export type ParcelFit = z.infer<typeof met>;

/** Two outlines are of the same plot where they have this share of the larger in common. */
const sameShare = 0.8;

/** Compares outlines, each as it is and moved, with the stored parcels; those of the sample city say nothing. */
export async function fitParcels(
  db: Queryable,
  pairs: readonly { asIs: unknown; moved: unknown }[],
): Promise<ParcelFit> {
  const sameAs = (given: string) => `exists (
    select from parcel where parcel.geom && ${given} and not parcel.sample
      and st_area(st_intersection(parcel.geom, ${given})) > $2 * greatest(st_area(parcel.geom), st_area(${given})))`;
  const [row] = await db.query(
    {
      text: `with given as materialized (
               select st_setsrid(st_geomfromgeojson("asIs"), 4490) as as_is, st_setsrid(st_geomfromgeojson(moved), 4490) as moved
               from jsonb_to_recordset($1::jsonb) as pair("asIs" jsonb, moved jsonb)),
             sound as materialized (select * from given where st_isvalid(as_is) and st_isvalid(moved))
             select count(*) filter (where ${sameAs('as_is')})::int as "asIs",
               count(*) filter (where ${sameAs('sound.moved')})::int as moved,
               count(*) filter (where exists (
                 select from parcel where st_intersects(parcel.geom, st_pointonsurface(sound.moved)) and not parcel.sample))::int as "movedMeets"
             from sound`,
      values: [storable(pairs), sameShare],
    },
    met,
  );
  return row ?? { asIs: 0, moved: 0, movedMeets: 0 };
}

const near = z.object({ asIs: z.number(), moved: z.number() });
/** How many places lie by a county line as they are and moved back. */
export type LineFit = z.infer<typeof near>;

/** Compares places, each as it is and moved, with the lines of the counties, to within some degrees. */
export async function fitCountyLines(
  db: Queryable,
  pairs: readonly { asIs: readonly number[]; moved: readonly number[] }[],
  withinDegrees: number,
): Promise<LineFit> {
  const byLine = (place: string) => `exists (select from line where st_dwithin(line.geom, ${place}, $2))`;
  const [row] = await db.query(
    {
      text: `with line as materialized (
               select st_subdivide(st_boundary(geom), 64) as geom from unit where kind <> 'management-zone'),
             place as materialized (
               select st_setsrid(st_makepoint(("asIs" ->> 0)::float8, ("asIs" ->> 1)::float8), 4490) as as_is,
                 st_setsrid(st_makepoint((moved ->> 0)::float8, (moved ->> 1)::float8), 4490) as moved
               from jsonb_to_recordset($1::jsonb) as pair("asIs" jsonb, moved jsonb))
             select count(*) filter (where ${byLine('place.as_is')})::int as "asIs",
               count(*) filter (where ${byLine('place.moved')})::int as moved from place`,
      values: [storable(pairs), withinDegrees],
    },
    near,
  );
  return row ?? { asIs: 0, moved: 0 };
}
