import { z } from 'zod';
import { areal } from '../../../../data/contract';
import type { Ruleset } from '../../../../data/contract/ruleset';
import { openCityCrs } from '../../../../server/core/fabric/city-crs';
import { type Part, partsOf } from '../../../../server/core/fabric/fabric';
import type { Db } from '../../../../server/db/pool';
import { geoJsonSql } from '../../../../server/db/row-types';

/** A polygon of a park as every peer gets it: one polygon of one plot. */
export interface PeerPlot {
  readonly park: number;
  readonly part: Part;
  /** Rings in metres of the city CRS, each closed. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

const row = z.object({ park: z.coerce.number(), id: z.string(), ground: areal });

/** The plots of all parks, park by park. */
export async function readPeerGround(db: Db, ruleset: Ruleset): Promise<PeerPlot[]> {
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const text = `select m.park, p.id::text as id, ${geoJsonSql('p.geom')} as ground
                from park_member m join parcel p on p.id = m.parcel order by m.park, p.id`;
  const rows = await db.query({ text }, row, { deadlineMs: 0 });
  return rows.flatMap(({ park, id, ground }) => {
    const polygons = ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
    return partsOf({ id, geometry: ground }, crs).map((part, i) => ({
      park,
      part,
      rings: (polygons[i] ?? []).map((ring) => ring.map(crs.toMetres)),
    }));
  });
}

/** A polygon as little-endian WKB. */
export function wkbOf({ rings }: PeerPlot): Buffer {
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  const wkb = Buffer.alloc(9 + rings.length * 4 + points * 16);
  wkb.writeUInt8(1, 0);
  wkb.writeUInt32LE(3, 1);
  let at = wkb.writeUInt32LE(rings.length, 5);
  for (const ring of rings) {
    at = wkb.writeUInt32LE(ring.length, at);
    for (const [x, y] of ring) at = wkb.writeDoubleLE(y, wkb.writeDoubleLE(x, at));
  }
  return wkb;
}

/** Where each park's plots begin and end in a list that goes park by park. */
export function parkRanges(plots: readonly PeerPlot[]): { park: number; from: number; to: number }[] {
  const ranges: { park: number; from: number; to: number }[] = [];
  for (const [i, { park }] of plots.entries()) {
    const last = ranges[ranges.length - 1];
    if (last?.park === park) last.to = i + 1;
    else ranges.push({ park, from: i, to: i + 1 });
  }
  return ranges;
}
