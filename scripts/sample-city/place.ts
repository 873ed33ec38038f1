import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MultiPolygon } from 'geojson';
import anchorFile from '../../data/zones/anchors.json' with { type: 'json' };
import { openCityCrs } from '../../server/core/fabric/city-crs';
import { lengthOf } from './bend';
import type { Point } from './cell';
import type { Random } from './random';

/** The plane that the sample is drawn in: transverse Mercator on the CGCS2000 ellipsoid, central meridian 118°30'. */
export const cityCrs = openCityCrs(
  '+proj=tmerc +lat_0=0 +lon_0=118.5 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
);

interface UnitGround {
  readonly id: string;
  readonly kind: string;
  readonly labelAt: Point;
  readonly rings: Point[][];
}
type Zones = {
  features: { id: string; properties: { kind: string; labelAt: [number, number] }; geometry: MultiPolygon }[];
};
const zones = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../data/zones/units.geojson', import.meta.url)), 'utf8'),
) as Zones;
const grounds = zones.features.map(
  ({ id, properties, geometry }): UnitGround => ({
    id,
    kind: properties.kind,
    labelAt: cityCrs.toMetres(properties.labelAt),
    rings: geometry.coordinates.flatMap((part) => part.map((ring) => ring.map((at) => cityCrs.toMetres(at)))),
  }),
);

/** Whether a point (city CRS) lies in a unit, a management zone being no part of the county around it. */
export function isInUnit(unit: string, point: Point): boolean {
  const ground = grounds.find((candidate) => candidate.id === unit);
  if (!ground || !holds(ground.rings, point)) return false;
  if (ground.kind !== 'county') return true;
  return !grounds.some((other) => other.kind === 'management-zone' && holds(other.rings, point));
}

/** The unit of the given ones that a point (city CRS) lies in; the first where it lies in none. */
export const unitAt = (units: readonly [string, ...string[]], point: Point): string =>
  units.find((unit) => isInUnit(unit, point)) ?? units[0];

/**
 * Finds room for a district near its anchor: its whole edge on land inside its units, all of them near its middle, and
 * clear of the other districts. `edge` is the district's edge around the origin.
 */
export function findRoom(
  units: readonly [string, ...string[]],
  anchor: string | null,
  edge: readonly Point[],
  taken: readonly { centre: Point; radiusMetres: number }[],
  random: Random,
): Point {
  const seat = anchorFile.anchors.find((candidate) => candidate.id === anchor);
  const lonLat = seat?.lonLat as [number, number] | undefined;
  const start = lonLat ? cityCrs.toMetres(lonLat) : grounds.find((ground) => ground.id === units[0])?.labelAt;
  if (!start) throw new Error(`no place to begin for a district of ${units[0]}`);
  const radiusMetres = Math.max(...edge.map((point) => lengthOf(point, [0, 0])));
  for (let attempt = 0; attempt < 4000; attempt++) {
    const reach = attempt * 6;
    const centre: Point = [start[0] + random.between(-reach, reach), start[1] + random.between(-reach, reach)];
    const clear = taken.every((other) => lengthOf(centre, other.centre) > radiusMetres + other.radiusMetres + 250);
    const at = ([x, y]: Point, share: number): Point => [centre[0] + x * share, centre[1] + y * share];
    const isInside = (point: Point) => units.some((unit) => isInUnit(unit, at(point, 1)));
    const isMidway = units.every((unit) => edge.some((point) => isInUnit(unit, at(point, 0.2))));
    if (clear && isMidway && edge.every(isInside)) return centre;
  }
  throw new Error(`no room for a district of ${radiusMetres} m in ${units[0]}`);
}

/** Even-odd rule over all rings. */
function holds(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] as Point;
      const [xj, yj] = ring[j] as Point;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
