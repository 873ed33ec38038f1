import {
  pointToSegmentSquared,
  type ShortestLine,
  segmentToSegmentSquared,
  shortestLine,
  TIE_METRES,
} from './segments';
import type { Box, Shape } from './shape';

/** A shortest distance and the line it runs along, in city metres. */
export interface Separation {
  readonly metres: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Whether a point lies on the ground of a shape (even-odd; a point on an edge may fall either way). */
export function isInside(x: number, y: number, shape: Shape): boolean {
  const { edges, box } = shape;
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const ay = edges[i + 1] as number;
    const by = edges[i + 3] as number;
    if (ay > y === by > y) continue;
    const ax = edges[i] as number;
    if (x < ax + (((edges[i + 2] as number) - ax) * (y - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}

/** Distance in metres from a point to the nearest edge. */
export function distanceToEdges(x: number, y: number, shape: Shape): number {
  const { edges } = shape;
  let best = Infinity;
  for (let i = 0; i < edges.length; i += 4) {
    const squared = pointToSegmentSquared(
      x,
      y,
      edges[i] as number,
      edges[i + 1] as number,
      edges[i + 2] as number,
      edges[i + 3] as number,
    );
    if (squared < best) best = squared;
  }
  return Math.sqrt(best);
}

/** Distance in metres from a point to the ground of a shape; 0 on it. */
export function distanceToGround(x: number, y: number, shape: Shape): number {
  return isInside(x, y, shape) ? 0 : distanceToEdges(x, y, shape);
}

/**
 * Distance in metres between the ground of two shapes; Infinity if it is more than `withinMetres`. Exact: edge against
 * edge, and 0 where one lies on the ground of the other.
 */
export function metresApart(a: Shape, b: Shape, withinMetres = Infinity): number {
  const farthest = withinMetres * withinMetres * (1 + 1e-12);
  let best = Infinity;
  const ea = a.edges;
  const eb = b.edges;
  for (let i = 0; i < ea.length; i += 4) {
    if (edgeToBoxSquared(ea, i, b.box) > Math.min(best, farthest)) continue;
    for (let j = 0; j < eb.length; j += 4) {
      if (edgeToEdgeBoxSquared(ea, i, eb, j) > Math.min(best, farthest)) continue;
      const squared = edgesSquared(ea, i, eb, j);
      if (squared < best) best = squared;
    }
  }
  if (best > 0 && (standsOn(a, b) ?? standsOn(b, a))) return 0;
  return best <= farthest ? Math.sqrt(best) : Infinity;
}

/** The shortest line between the ground of two shapes, or null if they are more than `withinMetres` apart. */
export function separation(a: Shape, b: Shape, withinMetres = Infinity): Separation | null {
  const metres = metresApart(a, b, withinMetres);
  if (metres === Infinity) return null;
  const limit = tied(metres * metres);
  const lines: ShortestLine[] = [];
  for (let i = 0; i < a.edges.length; i += 4) {
    if (edgeToBoxSquared(a.edges, i, b.box) > limit) continue;
    for (let j = 0; j < b.edges.length; j += 4) {
      if (edgeToEdgeBoxSquared(a.edges, i, b.edges, j) > limit) continue;
      if (edgesSquared(a.edges, i, b.edges, j) > limit) continue;
      lines.push(shortestLine(...edgeAt(a.edges, i), ...edgeAt(b.edges, j)));
    }
  }
  const longest = longestSlide(lines);
  const [x0, y0, x1, y1] = longest?.line ?? [...(standsOn(a, b) ?? standsOn(b, a) ?? [0, 0]), 0, 0];
  return { metres, from: [x0, y0], to: longest ? [x1, y1] : [x0, y0] };
}

/** The square of a distance a little longer than the one whose square is given: what still ties with it. */
function tied(squared: number): number {
  return (Math.sqrt(squared) + TIE_METRES) ** 2;
}

/** Of equally short lines, the one with the most room to slide: the middle of edges that face each other. */
function longestSlide(lines: readonly ShortestLine[]): ShortestLine | undefined {
  return [...lines].sort((p, q) => q.slideMetres - p.slideMetres)[0];
}

/** The first corner of `a` if it lies on the ground of `b`. */
function standsOn(a: Shape, b: Shape): [number, number] | null {
  const x = a.edges[0] as number;
  const y = a.edges[1] as number;
  return isInside(x, y, b) ? [x, y] : null;
}

function edgeAt(edges: Float64Array, i: number): [number, number, number, number] {
  return [edges[i] as number, edges[i + 1] as number, edges[i + 2] as number, edges[i + 3] as number];
}

/** Squared distance between edge i of one flat array and edge j of another. */
export function edgesSquared(ea: Float64Array, i: number, eb: Float64Array, j: number): number {
  return segmentToSegmentSquared(
    ea[i] as number,
    ea[i + 1] as number,
    ea[i + 2] as number,
    ea[i + 3] as number,
    eb[j] as number,
    eb[j + 1] as number,
    eb[j + 2] as number,
    eb[j + 3] as number,
  );
}

/** A lower bound of an edge's squared distance to anything within a box. */
export function edgeToBoxSquared(edges: Float64Array, i: number, box: Box): number {
  const ax = edges[i] as number;
  const ay = edges[i + 1] as number;
  const bx = edges[i + 2] as number;
  const by = edges[i + 3] as number;
  const dx = Math.max(box[0] - Math.max(ax, bx), Math.min(ax, bx) - box[2], 0);
  const dy = Math.max(box[1] - Math.max(ay, by), Math.min(ay, by) - box[3], 0);
  return dx * dx + dy * dy;
}

function edgeToEdgeBoxSquared(ea: Float64Array, i: number, eb: Float64Array, j: number): number {
  const cx = eb[j] as number;
  const cy = eb[j + 1] as number;
  const dx = eb[j + 2] as number;
  const dy = eb[j + 3] as number;
  const ax = ea[i] as number;
  const ay = ea[i + 1] as number;
  const bx = ea[i + 2] as number;
  const by = ea[i + 3] as number;
  const gapX = Math.max(Math.min(cx, dx) - Math.max(ax, bx), Math.min(ax, bx) - Math.max(cx, dx), 0);
  const gapY = Math.max(Math.min(cy, dy) - Math.max(ay, by), Math.min(ay, by) - Math.max(cy, dy), 0);
  return gapX * gapX + gapY * gapY;
}
