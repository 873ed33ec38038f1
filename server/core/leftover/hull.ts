import type { Shape } from '../fabric/shape';
import type { Convex } from './plane/convex';

/** A point in city metres. */
export type Spot = readonly [x: number, y: number];

/** The convex hull of points, counter-clockwise; fewer than three corners where the points span no ground. */
export function hullOf(points: readonly Spot[]): Spot[] {
  return hullOfSorted([...points].sort(byPlace));
}

/** The convex hull of points given as x0, y0, x1, y1, …; what lies well within is passed over before sorting. */
export function hullOfCorners(corners: ArrayLike<number>): Convex {
  const ends = endsOf(corners);
  const rim: Spot[] = [];
  for (let i = 0; i < corners.length; i += 2) {
    const x = corners[i] as number;
    const y = corners[i + 1] as number;
    if (!isWithin(x, y, ends)) rim.push([x, y]);
  }
  return Float64Array.from(hullOfSorted(rim.sort(byPlace)).flat());
}

function byPlace(a: Spot, b: Spot): number {
  return a[0] - b[0] || a[1] - b[1];
}

function hullOfSorted(sorted: Spot[]): Spot[] {
  if (sorted.length < 3) return sorted;
  const lower = chain(sorted);
  const upper = chain(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

/** Half of the hull: keeps turning left. */
function chain(sorted: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const point of sorted) {
    while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), point) <= 0) kept.pop();
    kept.push(point);
  }
  return kept;
}

function turn(a: Spot | undefined, b: Spot | undefined, c: Spot): number {
  if (!a || !b) return 1;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** The points farthest out to the south, south-east, east and so on round, counter-clockwise. */
export function endsOf(corners: ArrayLike<number>): Float64Array {
  const farthest = new Float64Array(8).fill(-Infinity);
  const ends = new Float64Array(16);
  for (let i = 0; i < corners.length; i += 2) {
    const x = corners[i] as number;
    const y = corners[i + 1] as number;
    hold(ends, farthest, 0, -y, x, y);
    hold(ends, farthest, 1, x - y, x, y);
    hold(ends, farthest, 2, x, x, y);
    hold(ends, farthest, 3, x + y, x, y);
    hold(ends, farthest, 4, y, x, y);
    hold(ends, farthest, 5, y - x, x, y);
    hold(ends, farthest, 6, -x, x, y);
    hold(ends, farthest, 7, -x - y, x, y);
  }
  return ends;
}

function hold(ends: Float64Array, farthest: Float64Array, way: number, out: number, x: number, y: number): void {
  if (out <= (farthest[way] as number)) return;
  farthest[way] = out;
  ends[way * 2] = x;
  ends[way * 2 + 1] = y;
}

/** Whether all corners of a shape lie within the outline of such ends, and so within any hull that has them. */
export function liesWithinEnds({ edges }: Shape, ends: Float64Array): boolean {
  for (let i = 0; i < edges.length; i += 4)
    if (!isWithin(edges[i] as number, edges[i + 1] as number, ends)) return false;
  return true;
}

function isWithin(x: number, y: number, ends: Float64Array): boolean {
  let ax = ends[14] as number;
  let ay = ends[15] as number;
  let holdsGround = false;
  for (let i = 0; i < 16; i += 2) {
    const bx = ends[i] as number;
    const by = ends[i + 1] as number;
    if (ax !== bx || ay !== by) {
      if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) <= 0) return false;
      holdsGround = true;
    }
    ax = bx;
    ay = by;
  }
  return holdsGround;
}
