import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import type { MultiPolygon, Polygon, Position } from '../../../../data/contract/geojson';
import type { CityCrs } from '../../fabric/city-crs';
import type { Box, Shape } from '../../fabric/shape';
import type { Corners } from '../plane/convex';
import { cornersOfRing, ringsOf } from '../plane/rings';

/** Ground in city metres, for drawing alone: what is measured is measured elsewhere. */
export type PlaneGround = Position[][][];

/** The ground of a shape. */
export function groundOfShape(shape: Shape): PlaneGround {
  return [ringsOf(shape).map((ring) => closed(cornersOfRing(shape, ring)))];
}

/** The ground of an outline given as corners; none of fewer than three. */
export function groundOfCorners(corners: Corners): PlaneGround {
  return corners.length < 6 ? [] : [[closed(corners)]];
}

/** The ground of a box that some shapes, which it holds, leave free. */
export function groundBeside(shapes: readonly Shape[], [west, south, east, north]: Box): PlaneGround {
  const polygons = shapes.flatMap(groundOfShape);
  const frame = closed([west, south, east, south, east, north, west, north]);
  const outer = polygons.flatMap((rings) => rings.slice(0, 1));
  const holes = polygons.flatMap((rings) => rings.slice(1).map((hole) => [hole]));
  return [[frame, ...outer], ...holes];
}

/** Ground that both cover. */
export function both(a: PlaneGround, b: PlaneGround): PlaneGround {
  return a.length === 0 || b.length === 0 ? [] : (worked(intersect, [a, b]) ?? []);
}

/** Ground that any of them covers; piece by piece where the pieces cannot be united. */
export function together(grounds: readonly PlaneGround[]): PlaneGround {
  const some = grounds.filter((ground) => ground.length > 0);
  if (some.length < 2) return some[0] ?? [];
  return worked(union, some) ?? some.flat();
}

/**
 * Works on polygons by a library that gives up, by an exception, where corners lie next to each other by rounding: so
 * they are brought to a grid first, and to a coarser one where that is not enough. Null where nothing helps.
 */
function worked(work: typeof union, grounds: readonly PlaneGround[]): PlaneGround | null {
  for (const gridMetres of GRIDS_METRES) {
    try {
      const features = grounds.map((ground) => featureOf(gridded(ground, gridMetres)));
      return planeOf(work({ type: 'FeatureCollection', features })?.geometry);
    } catch {}
  }
  return null;
}

const GRIDS_METRES = [1e-6, 1e-4, 1e-2];

function gridded(ground: PlaneGround, gridMetres: number): PlaneGround {
  return ground.map((rings) =>
    rings.map((ring) => ring.map((at) => at.map((n) => Math.round(n / gridMetres) * gridMetres))),
  );
}

/** Ground in degrees; null of none. */
export function inDegrees(ground: PlaneGround, crs: CityCrs): MultiPolygon | null {
  if (ground.length === 0) return null;
  return { type: 'MultiPolygon', coordinates: ground.map((rings) => rings.map((ring) => ringInDegrees(ring, crs))) };
}

/** A ring in degrees. */
export function ringInDegrees(ring: readonly Position[], crs: CityCrs): Position[] {
  return ring.map(([x = 0, y = 0]) => crs.toDegrees([x, y]));
}

function closed(corners: Corners): Position[] {
  const ring: Position[] = [];
  for (let i = 0; i < corners.length; i += 2) ring.push([corners[i] as number, corners[i + 1] as number]);
  return [...ring, ...ring.slice(0, 1)];
}

function featureOf(coordinates: PlaneGround) {
  return { type: 'Feature', properties: null, geometry: { type: 'MultiPolygon', coordinates } } as const;
}

function planeOf(geometry: Polygon | MultiPolygon | null | undefined): PlaneGround {
  if (!geometry) return [];
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
