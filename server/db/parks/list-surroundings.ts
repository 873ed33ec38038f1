import { z } from 'zod';
import { areal, linearOrAreal, surroundingKind } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';
import { type CaseOf, reachDegrees, withParkGround } from './park-ground';

const corridor = z.object({
  park: z.string(),
  id: z.string(),
  kind: surroundingKind,
  widthMetres: z.number().nullable(),
  geometry: linearOrAreal,
});
export type Corridor = z.output<typeof corridor>;

/** Roads, rivers and planning edges in the box around each park. */
export function listCorridorsQuery(of: CaseOf, reachMetres: number): Statement {
  const { text, where } = withParkGround(of);
  const reach = where.bind(reachDegrees(reachMetres));
  return {
    text: `${text} select g.park, 'corridor-' || c.id as id, c.kind, c.width_metres as "widthMetres",
             ${geoJsonSql('c.geom')} as geometry
           from ground g join corridor c on c.geom && st_expand(g.geom, ${reach}) order by g.park, c.id`,
    values: where.values,
  };
}

/** What may lie around the parks. */
export async function listCorridors(db: Queryable, of: CaseOf, reachMetres: number): Promise<Corridor[]> {
  return db.query(listCorridorsQuery(of, reachMetres), corridor);
}

const setting = z.object({ park: z.string(), covered: z.boolean(), redLine: areal.nullable() });
export type ParkSetting = z.output<typeof setting>;

/**
 * Whether what lies between a park's plots is known: the hull of its plots, where all its gaps are, lies wholly inside
 * what the corridor layers cover, and nobody has said of this park that its surroundings were not surveyed. Else the
 * absence of a road says nothing. Picked parcels have no such doubt recorded, and so agree with a draft saved from them.
 */
export function readSettingsQuery(of: CaseOf, reachMetres: number): Statement {
  const { text, where } = withParkGround(of);
  const reach = where.bind(reachDegrees(reachMetres));
  const saved = 'parks' in of ? 'left join park k on k.id::text = g.park' : 'left join park k on false';
  return {
    text: `${text} select g.park, ${geoJsonSql('k.red_line')} as "redLine",
             coalesce(k.surroundings_known, true) and coalesce((
               select st_covers(st_unaryunion(st_collect(c.geom)), st_buffer(st_convexhull(g.geom), ${reach}, 'quad_segs=2'))
                 from corridor_coverage c where c.geom && st_expand(g.geom, ${reach})), false) as covered
           from ground g ${saved} order by g.park`,
    values: where.values,
  };
}

/** Red line of each park and whether its surroundings are known. */
export async function readSettings(db: Queryable, of: CaseOf, reachMetres: number): Promise<ParkSetting[]> {
  return db.query(readSettingsQuery(of, reachMetres), setting);
}
