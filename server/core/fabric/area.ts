import geodesic from 'geographiclib-geodesic';
import type { Position } from '../../../data/contract/geojson';
import type { Part } from './fabric';

const ellipsoid = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);

/** One mu in m². */
const SQUARE_METRES_PER_MU = 2000 / 3;

/** Turns m² into mu. */
export function muOf(squareMetres: number): number {
  return squareMetres / SQUARE_METRES_PER_MU;
}

const known = new WeakMap<Part, number>();

/** Area of one part on the CGCS2000 ellipsoid in m² (Karney 2013); the same as PostGIS geography over SRID 4490. */
export function ellipsoidalArea(part: Part): number {
  const before = known.get(part);
  if (before !== undefined) return before;
  const [outer, ...holes] = part.lonLat.map(ringArea);
  const area = holes.reduce((sum, hole) => sum - hole, outer ?? 0);
  known.set(part, area);
  return area;
}

function ringArea(ring: readonly Position[]): number {
  const polygon = ellipsoid.Polygon(false);
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(latitude as number, longitude as number);
  return Math.abs(polygon.Compute(false, true).area as number);
}
