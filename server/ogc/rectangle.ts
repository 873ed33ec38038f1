import type { OgcCrs } from './crs';

/** Each edge of a box in a plane is bent in degrees; so many straight pieces follow it. */
const PIECES = 16;

/**
 * A box given by its corners in the axes of a system, as well-known text in degrees with longitude first; null when it
 * is none. In degrees a western edge east of the eastern one means a box across the 180th meridian.
 */
export function rectangle(corners: readonly number[], turn: OgcCrs['toLonLat']): string | null {
  const [a1 = Number.NaN, b1 = Number.NaN, a2 = Number.NaN, b2 = Number.NaN] = corners;
  if (![a1, b1, a2, b2].every(Number.isFinite)) return null;
  const [west, south] = turn(a1, b1);
  const [east, north] = turn(a2, b2);
  const [mixed] = turn(a1, b2);
  if (![west, south, east, north, mixed].every(Number.isFinite) || south > north) return null;
  const [straight] = turn(a2, b1);
  const isStraight = (mixed === west && straight === east) || (mixed === east && straight === west);
  if (!isStraight) return west < east ? polygon(bentRing([a1, b1, a2, b2], turn)) : null;
  if (west > east) return `MULTIPOLYGON((${box(west, south, 180, north)}),(${box(-180, south, east, north)}))`;
  if (west === east && south === north) return `POINT(${west} ${south})`;
  if (west === east || south === north) return `LINESTRING(${west} ${south},${east} ${north})`;
  return `POLYGON(${box(west, south, east, north)})`;
}

function box(west: number, south: number, east: number, north: number): string {
  return `(${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south})`;
}

function bentRing([a1, b1, a2, b2]: readonly [number, number, number, number], turn: OgcCrs['toLonLat']): string[] {
  const corners = [
    [a1, b1],
    [a2, b1],
    [a2, b2],
    [a1, b2],
    [a1, b1],
  ] as const;
  const ring = corners.slice(0, -1).flatMap(([a, b], n) => {
    const [toA, toB] = corners[n + 1] as readonly [number, number];
    return Array.from({ length: PIECES }, (_, piece) =>
      turn(a + ((toA - a) * piece) / PIECES, b + ((toB - b) * piece) / PIECES).join(' '),
    );
  });
  return [...ring, ring[0] as string];
}

function polygon(ring: readonly string[]): string | null {
  return ring.some((point) => /NaN|Infinity/.test(point)) ? null : `POLYGON((${ring.join(',')}))`;
}
