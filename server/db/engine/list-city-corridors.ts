import { z } from 'zod';
import { type Areal, type LinearOrAreal, surroundingKind } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';

const corridor = z.object({
  id: z.string(),
  kind: surroundingKind,
  name: z.string().nullable(),
  widthMetres: z.number().nullable(),
  // Written by ST_AsGeoJSON a moment ago; checking tens of thousands of lines point by point would tell nothing new.
  geometry: z.custom<LinearOrAreal>(),
});
export type CityCorridor = z.output<typeof corridor>;

/** Every road, river and planning edge. */
export function listCityCorridorsQuery(): Statement {
  return {
    text: `select 'corridor-' || id as id, kind, name, width_metres as "widthMetres", ${geoJsonSql('geom')} as geometry
           from corridor c order by c.id`,
  };
}

/** Every road, river and planning edge, in order of their ids. */
export async function listCityCorridors(db: Queryable): Promise<CityCorridor[]> {
  return db.query(listCityCorridorsQuery(), corridor);
}

const coverage = z.object({ geometry: z.custom<Areal>() });

/** Ground for which corridors are known to be complete. */
export function listCoverageQuery(): Statement {
  return { text: `select ${geoJsonSql('geom')} as geometry from corridor_coverage order by id` };
}

/** Ground for which corridors are known to be complete. */
export async function listCoverage(db: Queryable): Promise<z.output<typeof coverage>['geometry'][]> {
  return (await db.query(listCoverageQuery(), coverage)).map(({ geometry }) => geometry);
}
