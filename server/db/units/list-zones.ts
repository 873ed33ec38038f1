import { z } from 'zod';
import { areal, named } from '../../../data/contract';
import type { Queryable, Statement } from '../pool';
import { geoJsonSql } from '../row-types';

const row = z.object({ id: z.string(), name: named, geometry: areal });
export type Zone = z.output<typeof row>;

/** Outlines of the units under the plan; a zone laid over a county comes before the county, and so goes first. */
export function listZonesQuery(): Statement {
  return {
    text: `select id, name, ${geoJsonSql('geom')} as geometry from unit
           where kind <> 'context' order by kind = 'management-zone' desc, position`,
  };
}

/** The outlines in the order in which they decide a plot's unit. */
export async function listZones(db: Queryable): Promise<Zone[]> {
  return db.query(listZonesQuery(), row);
}
