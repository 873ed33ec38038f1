import { distanceToEdges, isInside } from './distance';
import { commonGround } from './ground';
import { crossingShare, pointToSegmentSquared, segmentsCross } from './segments';
import { type Box, boxesMeet, type Shape } from './shape';

/** From where common ground is a fault of the data rather than a digitising sliver. */
export interface OverlapSettings {
  readonly overlapSquareMetres: number;
  readonly overlapThicknessMetres: number;
}

/** Ground that two shapes have in common. */
export interface CommonGround {
  readonly squareMetres: number;
  /** True if it is larger and thicker than the settings allow for a sliver. */
  readonly isOverlap: boolean;
}

const none: CommonGround = { squareMetres: 0, isOverlap: false };
const touchMetres = 0.001;

/**
 * Common ground of two shapes: planar m², and whether it is an overlap: more than `overlapSquareMetres` and
 * thicker than `overlapThicknessMetres` (a circle of that diameter fits in). Identical and nested shapes overlap.
 */
export function measureOverlap(a: Shape, b: Shape, settings: OverlapSettings): CommonGround {
  if (!boxesMeet(a.box, b.box)) return none;
  const corners = cornersOfCommonGround(a, b);
  if (corners.length < 3 || widthOf(corners) < touchMetres) return none;
  const squareMetres = commonGround([a], [b]);
  const thick =
    squareMetres > settings.overlapSquareMetres &&
    widthOf(corners) > settings.overlapThicknessMetres &&
    holdsCircle(a, b, settings.overlapThicknessMetres / 2);
  return { squareMetres, isOverlap: thick };
}

type Point = [number, number];

/** Corners of the ground in common: corners of one shape on the other, and crossings of their edges. */
function cornersOfCommonGround(a: Shape, b: Shape): Point[] {
  const corners = [...cornersOn(a, b), ...cornersOn(b, a)];
  const ea = a.edges;
  const eb = b.edges;
  for (let i = 0; i < ea.length; i += 4) {
    const [ax, ay, bx, by] = [ea[i] as number, ea[i + 1] as number, ea[i + 2] as number, ea[i + 3] as number];
    if (outside(ax, ay, bx, by, b.box)) continue;
    for (let j = 0; j < eb.length; j += 4) {
      const [cx, cy, dx, dy] = [eb[j] as number, eb[j + 1] as number, eb[j + 2] as number, eb[j + 3] as number];
      if (!segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) continue;
      const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
      if (share !== null) corners.push([ax + (bx - ax) * share, ay + (by - ay) * share]);
    }
  }
  return corners;
}

function outside(ax: number, ay: number, bx: number, by: number, box: Box): boolean {
  return (
    Math.max(ax, bx) < box[0] || Math.min(ax, bx) > box[2] || Math.max(ay, by) < box[1] || Math.min(ay, by) > box[3]
  );
}

function cornersOn(a: Shape, b: Shape): Point[] {
  const [west, south, east, north] = b.box;
  const found: Point[] = [];
  for (let i = 0; i < a.edges.length; i += 4) {
    const x = a.edges[i] as number;
    const y = a.edges[i + 1] as number;
    if (x < west - touchMetres || x > east + touchMetres || y < south - touchMetres || y > north + touchMetres)
      continue;
    if (isInside(x, y, b) || touches(x, y, b)) found.push([x, y]);
  }
  return found;
}

function touches(x: number, y: number, { edges }: Shape): boolean {
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [
      edges[i] as number,
      edges[i + 1] as number,
      edges[i + 2] as number,
      edges[i + 3] as number,
    ];
    if (pointToSegmentSquared(x, y, ax, ay, bx, by) < touchMetres * touchMetres) return true;
  }
  return false;
}

/** An upper bound of how thick the hull of some points is: their spread across the line of the two farthest apart. */
function widthOf(points: Point[]): number {
  const [ox, oy] = points[0] as Point;
  const [fx, fy] = points.reduce<Point>(
    (far, p) => (Math.hypot(p[0] - ox, p[1] - oy) > Math.hypot(far[0] - ox, far[1] - oy) ? p : far),
    [ox, oy],
  );
  const length = Math.hypot(fx - ox, fy - oy);
  if (length === 0) return 0;
  const across = points.map(([x, y]) => ((x - ox) * (fy - oy) - (y - oy) * (fx - ox)) / length);
  return Math.max(...across) - Math.min(...across);
}

/** Depth of a point in a shape: distance to its outline, negative outside. */
function depthIn(x: number, y: number, shape: Shape): number {
  return distanceToEdges(x, y, shape) * (isInside(x, y, shape) ? 1 : -1);
}

/**
 * Whether a circle of more than this radius fits into the common ground: depth changes no faster than one moves,
 * so that cells which cannot reach the radius, in one shape or in both, are dropped.
 */
function holdsCircle(a: Shape, b: Shape, radius: number): boolean {
  const west = Math.max(a.box[0], b.box[0]);
  const south = Math.max(a.box[1], b.box[1]);
  const width = Math.min(a.box[2], b.box[2]) - west;
  const height = Math.min(a.box[3], b.box[3]) - south;
  if (Math.min(width, height) <= radius * 2) return false;
  const limit = radius * (1 + 1e-6);
  let cells: [number, number, number, number][] = [[west + width / 2, south + height / 2, width / 2, height / 2]];
  while (cells.length > 0) {
    const deeper: typeof cells = [];
    for (const [x, y, w, h] of cells) {
      const reach = Math.hypot(w, h);
      const depthInA = depthIn(x, y, a);
      if (depthInA + reach <= limit) continue;
      const depth = Math.min(depthInA, depthIn(x, y, b));
      if (depth > limit) return true;
      if (depth + reach <= limit || reach < radius / 50) continue;
      if (w > h) deeper.push([x - w / 2, y, w / 2, h], [x + w / 2, y, w / 2, h]);
      else deeper.push([x, y - h / 2, w, h / 2], [x, y + h / 2, w, h / 2]);
    }
    cells = deeper;
  }
  return false;
}
