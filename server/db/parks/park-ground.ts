import { type Conditions, conditions } from '../conditions';

/** Which parks a case is loaded for: saved ones by id, or parcels picked and not saved. */
export type CaseOf = { parks: readonly string[] } | { parcels: readonly string[] };

/** The park name under which picked parcels stand in the rows. */
export const PICKED = 'picked';

/**
 * Begins a statement with the ground and the members of the parks asked for; $1 is bound to their ids. Only the box, the
 * hull and the nearness of the ground are read, so picked parcels are gathered, not melted together: on PGlite the union
 * of hundreds of parcels loses its statement.
 */
export function withParkGround(of: CaseOf): { text: string; where: Conditions } {
  const where = conditions();
  const ids = where.bind('parks' in of ? of.parks : of.parcels);
  const text =
    'parks' in of
      ? `with member as (select park::text as park, parcel from park_member where park = any(${ids}::bigint[])),
              ground as materialized (select id::text as park, geom from park where id = any(${ids}::bigint[]))`
      : `with member as (select '${PICKED}' as park, id as parcel from parcel where id = any(${ids}::bigint[])),
              ground as materialized (select '${PICKED}' as park, st_collect(geom) as geom
                                        from parcel where id = any(${ids}::bigint[]))`;
  return { text, where };
}

/**
 * Metres as degrees that reach at least as far: below 26° of latitude a degree is more than 100 km in every direction.
 * It only widens a search; nothing is measured with it.
 */
export const reachDegrees = (metres: number): number => metres / 99_000;
