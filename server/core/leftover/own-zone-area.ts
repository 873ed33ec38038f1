import type { Position } from '../../../data/contract/geojson';
import { type CityCrs, openCityCrs } from '../fabric/city-crs';
import type { Part } from '../fabric/fabric';
import { type Path, planarArea } from '../fabric/shape';

const DEGREES_PER_ZONE = 3;
const opened = new Map<number, CityCrs>();

/** Planar area in m² of a part in the 3-degree Gauss-Krüger zone (CGCS2000) that its first corner lies in. */
export function ownZoneArea({ lonLat }: Pick<Part, 'lonLat'>): number {
  const longitude = lonLat[0]?.[0]?.[0] ?? 0;
  const crs = zoneCrs(Math.round(longitude / DEGREES_PER_ZONE) * DEGREES_PER_ZONE);
  return planarArea(lonLat.map((ring: readonly Position[]): Path => ring.map(crs.toMetres)));
}

function zoneCrs(meridian: number): CityCrs {
  const known = opened.get(meridian);
  if (known) return known;
  const crs = openCityCrs(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  );
  opened.set(meridian, crs);
  return crs;
}
