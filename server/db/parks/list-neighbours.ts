import { z } from 'zod';
import { areal } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';
import { type CaseOf, reachDegrees, withParkGround } from './park-ground';

const row = z.object({
  park: z.string(),
  id: z.string(),
  number: z.string(),
  geometry: areal,
  core: areal,
  beside: z.boolean(),
  free: z.boolean(),
});
export type Neighbour = z.output<typeof row>;
export interface NeighbourReach {
  /** How far from a member a parcel still counts as beside the park. */
  besideMetres: number;
  /** How far beyond the hull of a park an object can still lie in one of its gaps. */
  hullMetres: number;
  /** Width of the strip along an edge in which surveys may disagree. */
  errorMetres: number;
}

/**
 * Other people's parcels within the hull of a park, where its gaps are, or beside it. `core` is the parcel without the
 * strip along its edge in which surveys may disagree (the whole parcel where it is no wider): what merely adjoins a
 * member at the mouth of a gap does not lie in the gap. `free` is what belongs to no official park. Nearness is asked of
 * each member through the index: asked of the whole park it took thirty seconds for four thousand plots.
 */
export function listNeighboursQuery(of: CaseOf, reach: NeighbourReach): Statement {
  const { text, where } = withParkGround(of);
  const beside = where.bind(reachDegrees(reach.besideMetres));
  const hull = where.bind(reachDegrees(reach.hullMetres));
  const error = where.bind(-reachDegrees(reach.errorMetres));
  return {
    text: `${text},
      reached as materialized (
        select park, geom, st_buffer(st_convexhull(geom), ${hull}, 'quad_segs=2') as hull from ground),
      close as materialized (
        select distinct m.park, p.id from member m join parcel q on q.id = m.parcel
          join parcel p on p.geom && st_expand(q.geom, ${beside}) and st_dwithin(p.geom, q.geom, ${beside})),
      near as materialized (
        select r.park, p.id, p.number, p.geom, c.id is not null as beside
          from reached r join parcel p on p.geom && st_expand(r.geom, greatest(${beside}, ${hull}))
          left join close c on c.park = r.park and c.id = p.id
          left join member m on m.park = r.park and m.parcel = p.id
         where m.parcel is null and (c.id is not null or st_intersects(r.hull, p.geom)))
      select near.park, near.id::text as id, near.number, near.beside,
             not exists (select from park_member m join park k on k.id = m.park
                          where m.parcel = near.id and k.kind = 'official') as free,
             ${geoJsonSql('near.geom')} as geometry,
             ${geoJsonSql('case when st_isempty(shrunk.core) then near.geom else shrunk.core end')} as core
      from near cross join lateral (select st_buffer(near.geom, ${error}, 'quad_segs=2') as core offset 0) shrunk
      order by near.park, near.id`,
    values: where.values,
  };
}

/** Other people's parcels in and beside the parks, by id. */
export async function listNeighbours(db: Queryable, of: CaseOf, reach: NeighbourReach): Promise<Neighbour[]> {
  return db.query(listNeighboursQuery(of, reach), row);
}
