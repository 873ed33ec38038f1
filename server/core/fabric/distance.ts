import { EdgeList, edgesBeside, edgesFacing } from './near-edges';
import { crossesOddly, nearestEdgeSquared } from './point-to-edges';
import { edgesCross, runSquared } from './segments';
import type { Box, Shape } from './shape';
import { lineBetween, type ShortestLine, TIE_METRES } from './shortest-line';

/** A shortest distance and the line it runs along, in city metres. */
export interface Separation {
  readonly metres: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Edges of the first and of the second shape that matter, and those of the second beside one of the first. */
const ofA = new EdgeList();
const ofB = new EdgeList();
const beside = new EdgeList();

/** Whether a point lies on the ground of a shape (even-odd; a point on an edge may fall either way). */
export function isInside(x: number, y: number, { edges, box }: Shape): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  return crossesOddly(x, y, edges);
}

/** Distance in metres from a point to the nearest edge. */
export function distanceToEdges(x: number, y: number, shape: Shape): number {
  return Math.sqrt(nearestEdgeSquared(x, y, shape.edges));
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
  const best = leastSquared(a, b, farthest);
  if (best > 0 && (standsOn(a, b) || standsOn(b, a))) return 0;
  return best <= farthest ? Math.sqrt(best) : Infinity;
}

/** The least squared distance between edges, or some number above `farthest` if there is none within it. */
function leastSquared(a: Shape, b: Shape, farthest: number): number {
  const { edges: ea } = a;
  const { edges: eb, box: boxB } = b;
  let best = Infinity;
  if (!edgesFacing(a, b, Math.sqrt(farthest) * (1 + 1e-12), ofA, ofB)) return best;
  // A few edges spread over the whole first, so that the rest is held against a short distance.
  for (let step = Math.max(1, ofA.count >> 3); ; step = 1) {
    for (let k = 0; k < ofA.count; k += step) {
      const i = ofA.places[k] as number;
      const limit = Math.min(best, farthest);
      if (edgeToBoxSquared(ea, i, boxB) > limit) continue;
      best = leastFrom(ea, i, eb, edgesBeside(ea, i, eb, ofB, Math.sqrt(limit), beside), best, farthest);
      if (best === 0) return 0;
    }
    if (step === 1) return best;
  }
}

function leastFrom(
  ea: Float64Array,
  i: number,
  eb: Float64Array,
  near: EdgeList,
  known: number,
  farthest: number,
): number {
  let best = known;
  for (let k = 0; k < near.count; k++) {
    const j = near.places[k] as number;
    const apart = edgeToEdgeBoxSquared(ea, i, eb, j);
    if (apart >= best || apart > farthest) continue;
    const squared = edgesSquared(ea, i, eb, j);
    if (squared < best) best = squared;
  }
  return best;
}

/** The shortest line between the ground of two shapes, or null if they are more than `withinMetres` apart. */
export function separation(a: Shape, b: Shape, withinMetres = Infinity): Separation | null {
  const metres = metresApart(a, b, withinMetres);
  if (metres === Infinity) return null;
  const longest = longestSlide(a, b, metres + TIE_METRES);
  if (longest) {
    const [x0, y0, x1, y1] = longest.line;
    return { metres, from: [x0, y0], to: [x1, y1] };
  }
  const { edges } = standsOn(a, b) ? a : b;
  const corner = [edges[0] as number, edges[1] as number] as const;
  return { metres, from: corner, to: corner };
}

/** Of lines no longer than `metres`, the one with the most room to slide: the middle of edges that face each other. */
function longestSlide(a: Shape, b: Shape, metres: number): ShortestLine | null {
  const { edges: ea } = a;
  const { edges: eb } = b;
  const limit = metres * metres;
  let longest: ShortestLine | null = null;
  if (!edgesFacing(a, b, metres, ofA, ofB)) return longest;
  for (let k = 0; k < ofA.count; k++) {
    const i = ofA.places[k] as number;
    const near = edgesBeside(ea, i, eb, ofB, metres, beside);
    for (let l = 0; l < near.count; l++) {
      const j = near.places[l] as number;
      if (edgeToEdgeBoxSquared(ea, i, eb, j) > limit || edgesSquared(ea, i, eb, j) > limit) continue;
      const line = lineBetween(ea, i, eb, j);
      if (!longest || line.slideMetres > longest.slideMetres) longest = line;
    }
  }
  return longest;
}

/** Whether the first corner of `a` lies on the ground of `b`. */
function standsOn(a: Shape, b: Shape): boolean {
  return isInside(a.edges[0] as number, a.edges[1] as number, b);
}

/** Squared distance between edge i of one flat array and edge j of another; 0 where they cross. */
export function edgesSquared(ea: Float64Array, i: number, eb: Float64Array, j: number): number {
  if (edgeToEdgeBoxSquared(ea, i, eb, j) === 0 && edgesCross(ea, i, eb, j)) return 0;
  const ax = ea[i] as number;
  const ay = ea[i + 1] as number;
  const bx = ea[i + 2] as number;
  const by = ea[i + 3] as number;
  const cx = eb[j] as number;
  const cy = eb[j + 1] as number;
  const dx = eb[j + 2] as number;
  const dy = eb[j + 3] as number;
  return Math.min(
    Math.min(runSquared(ax - cx, ay - cy, dx - cx, dy - cy), runSquared(bx - cx, by - cy, dx - cx, dy - cy)),
    Math.min(runSquared(cx - ax, cy - ay, bx - ax, by - ay), runSquared(dx - ax, dy - ay, bx - ax, by - ay)),
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

/** A lower bound of the squared distance between two edges, by their boxes. */
export function edgeToEdgeBoxSquared(ea: Float64Array, i: number, eb: Float64Array, j: number): number {
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
