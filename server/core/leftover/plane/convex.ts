import type { Box, Shape } from '../../fabric/shape';

/** A convex outline, counter-clockwise: x0, y0, x1, y1, … in city metres, its first corner not repeated. */
export type Convex = Float64Array;

/** Corners of a ring as x0, y0, x1, y1, …, the first not repeated. */
export type Corners = ArrayLike<number>;

/** The outline of a shape that is one convex ring; null of any other. */
export function convexOf({ edges, next }: Shape): Convex | null {
  const count = next.length;
  if (count < 3 || next[count - 1] !== 0) return null;
  const corners = new Float64Array(count * 2);
  for (let i = 0; i < count; i++) {
    corners[i * 2] = edges[i * 4] as number;
    corners[i * 2 + 1] = edges[i * 4 + 1] as number;
  }
  const outline = counterClockwise(corners);
  return turnsLeft(outline) ? outline : null;
}

/** A ring, given as corners, run counter-clockwise. */
export function counterClockwise(corners: Float64Array): Float64Array {
  if (areaOfCorners(corners) >= 0) return corners;
  const turned = new Float64Array(corners.length);
  for (let i = 0; i < corners.length; i += 2) {
    turned[i] = corners[corners.length - 2 - i] as number;
    turned[i + 1] = corners[corners.length - 1 - i] as number;
  }
  return turned;
}

/** Signed area in m² of a ring, positive where it runs counter-clockwise. */
export function areaOfCorners(corners: Corners): number {
  const count = corners.length;
  const ox = corners[0] as number;
  const oy = corners[1] as number;
  let sum = 0;
  for (let i = 2; i + 3 < count; i += 2) {
    const ax = (corners[i] as number) - ox;
    const ay = (corners[i + 1] as number) - oy;
    const bx = (corners[i + 2] as number) - ox;
    const by = (corners[i + 3] as number) - oy;
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}

/** A ring, given as corners, as a shape; repeated corners are dropped. */
export function shapeOfCorners(corners: Corners): Shape {
  const edges = new Float64Array(corners.length * 2);
  let count = 0;
  let ax = corners[corners.length - 2] as number;
  let ay = corners[corners.length - 1] as number;
  for (let i = 0; i < corners.length; i += 2) {
    const bx = corners[i] as number;
    const by = corners[i + 1] as number;
    if (ax === bx && ay === by) continue;
    edges[count * 4] = ax;
    edges[count * 4 + 1] = ay;
    edges[count * 4 + 2] = bx;
    edges[count * 4 + 3] = by;
    count++;
    ax = bx;
    ay = by;
  }
  const next = new Int32Array(count);
  for (let edge = 0; edge < count; edge++) next[edge] = edge + 1 < count ? edge + 1 : 0;
  return { edges: edges.length === count * 4 ? edges : edges.slice(0, count * 4), next, box: boxOfCorners(corners) };
}

/** The box round corners. */
export function boxOfCorners(corners: Corners): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < corners.length; i += 2) {
    const x = corners[i] as number;
    const y = corners[i + 1] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/** Whether a point stands within a convex outline or on it. */
export function standsWithin(x: number, y: number, outline: Convex): boolean {
  let ax = outline[outline.length - 2] as number;
  let ay = outline[outline.length - 1] as number;
  for (let i = 0; i < outline.length; i += 2) {
    const bx = outline[i] as number;
    const by = outline[i + 1] as number;
    if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0) return false;
    ax = bx;
    ay = by;
  }
  return true;
}

/** A corner may lie this far within the line past it, by rounding, and the ring still be convex. */
const DENT_METRES = 1e-7;

function turnsLeft(outline: Convex): boolean {
  const count = outline.length;
  let [px, py] = [outline[count - 4] as number, outline[count - 3] as number];
  let [ax, ay] = [outline[count - 2] as number, outline[count - 1] as number];
  let turns = 0;
  for (let i = 0; i < count; i += 2) {
    const bx = outline[i] as number;
    const by = outline[i + 1] as number;
    const cross = (ax - px) * (by - ay) - (ay - py) * (bx - ax);
    const along = (ax - px) * (bx - ax) + (ay - py) * (by - ay);
    if (cross < -DENT_METRES * Math.hypot(bx - px, by - py) || (cross <= 0 && along < 0)) return false;
    turns += Math.atan2(cross, along);
    [px, py, ax, ay] = [ax, ay, bx, by];
  }
  return turns < 2 * Math.PI + 0.1;
}
