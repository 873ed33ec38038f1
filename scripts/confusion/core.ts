import type { Polygon } from '../../data/contract/geojson';
import { type Point, ringArea } from '../sample-city/cell';
import type { LonLat, LonLatPolygon } from '../sample-city/city';
import { cityCrs } from '../sample-city/place';

/**
 * The ground of a plot without a rim of `rimMetres`, null where nothing is left: two surveys may each be off by the
 * snap, so a plot that only touches a gap does not lie in it. Sides are moved inward and cut at their corners.
 */
export function core([outer]: LonLatPolygon, rimMetres: number): Polygon | null {
  const ring = (outer ?? []).slice(0, -1).map((at): Point => cityCrs.toMetres(at));
  const turning = Math.sign(ringArea(ring));
  const inner = ring.map((point, i): Point => {
    const before = direction(ring[(i + ring.length - 1) % ring.length] as Point, point);
    const after = direction(point, ring[(i + 1) % ring.length] as Point);
    const spread = 1 + before[0] * after[0] + before[1] * after[1];
    const reach = (turning * rimMetres) / Math.max(spread, 0.02);
    return [point[0] - (before[1] + after[1]) * reach, point[1] + (before[0] + after[0]) * reach];
  });
  const stays = inner.every((point, i) => {
    const next = (i + 1) % ring.length;
    const [old, now] = [direction(ring[i] as Point, ring[next] as Point), direction(point, inner[next] as Point)];
    return old[0] * now[0] + old[1] * now[1] > 0;
  });
  if (!stays) return null;
  const lonLat = inner.map((point): LonLat => cityCrs.toDegrees(point));
  return { type: 'Polygon', coordinates: [[...lonLat, lonLat[0] as LonLat]] };
}

function direction(from: Point, to: Point): Point {
  const length = Math.sqrt((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}
