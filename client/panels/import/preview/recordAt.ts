import type { ImportPreview, Position } from '../../../../data/contract';
import { boxAround } from '../../../map/boxAround';
import { partsOf } from './partsOf';

type Outline = ImportPreview['outlines'][number];

/** The record drawn at a place: an area that holds it, else the nearest line or point within reach, in degrees. */
export function recordAt(outlines: readonly Outline[], [x, y]: readonly [number, number], reachDegrees: number) {
  let best: { record: number; apart: number } | null = null;
  for (const { record, geometry } of outlines) {
    const { areas, lines, points } = partsOf(geometry);
    if (areas.some((rings) => holds(rings, x, y))) return record;
    const apart = Math.min(
      ...lines.map((line) => lineApart(line, x, y, reachDegrees)),
      ...points.map(([px = 0, py = 0]) => Math.hypot(px - x, py - y)),
    );
    if (apart <= reachDegrees && apart < (best?.apart ?? Number.POSITIVE_INFINITY)) best = { record, apart };
  }
  return best?.record ?? null;
}

/** Even and odd crossings over all rings, so that a hole is outside. */
function holds(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax = 0, ay = 0] = ring[i] ?? [];
      const [bx = 0, by = 0] = ring[j] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

function lineApart(line: readonly Position[], x: number, y: number, reach: number): number {
  const [west, south, east, north] = boxAround(line);
  if (x < west - reach || x > east + reach || y < south - reach || y > north + reach) return Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const [ax = 0, ay = 0] = line[i - 1] ?? [];
    const [bx = 0, by = 0] = line[i] ?? [];
    const along = (x - ax) * (bx - ax) + (y - ay) * (by - ay);
    const share = Math.max(0, Math.min(1, along / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
    least = Math.min(least, Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y));
  }
  return least;
}
