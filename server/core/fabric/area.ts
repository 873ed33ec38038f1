import geodesic from 'geographiclib-geodesic';
import type { Position } from '../../../data/contract/geojson';
import type { Part } from './fabric';
import { EQUATORIAL_METRES, FLATTENING, isShort, shortEdgeArea } from './short-edge-area';

const ellipsoid = new geodesic.Geodesic.Geodesic(EQUATORIAL_METRES, FLATTENING);

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
  if (isShort(ring)) return shortEdgeArea(ring);
  const polygon = ellipsoid.Polygon(false);
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(latitude as number, longitude as number);
  return Math.abs(polygon.Compute(false, true).area as number);
}
