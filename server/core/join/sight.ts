import { distanceToEdges, edgesSquared, edgeToBoxSquared, edgeToEdgeBoxSquared, isInside } from '../fabric/distance';
import { segmentsCross } from '../fabric/segments';
import type { Shape } from '../fabric/shape';
import { lineBetween, TIE_METRES } from '../fabric/shortest-line';
import type { ObstaclePiece } from './obstacles';

/** A shortest line across a gap and some spots that lie in its ground for certain, as x, y pairs in city metres. */
export interface Sight {
  readonly line: Float64Array;
  readonly spots: Float64Array;
  /** West, south, east, north of them all. */
  readonly box: Float64Array;
}

/** Where along the line spots are taken, from -1 to 1: on it, and as far to either side as the ground reaches there. */
const ALONG = [0, -0.4, 0.4, -0.75, 0.75];
/** Spots stay this much within the ground, so that no rounding puts them outside. */
const WITHIN = 0.97;
/** Depth within a parcel is judged to two millimetres: this much more is deep enough for certain. */
const CERTAIN_METRES = 0.005;

/** Thousands of gaps are looked across, so that all are told in one place. */
const sight: Sight = {
  line: new Float64Array(4),
  spots: new Float64Array(ALONG.length * 6),
  box: new Float64Array(4),
};

/**
 * Looks across the gap between two shapes that are `metres` apart, give or take what makes two lines equally short; null
 * where no line is found. The points whose distances to the ends of the line sum to `metres` and the snap are an ellipse
 * within the gap's ground. What is told holds until the next look.
 */
export function lookAcross(a: Shape, b: Shape, metres: number, snapMetres: number): Sight | null {
  const line = shortestBetween(a, b, metres);
  if (!line) return null;
  const [x0, y0, x1, y1] = line;
  sight.line.set(line);
  const length = Math.hypot(x1 - x0, y1 - y0);
  const half = (metres + snapMetres) / 2;
  const wide = Math.sqrt(Math.max(0, half * half - (length / 2) ** 2)) * WITHIN;
  const ux = length > 0 ? (x1 - x0) / length : 1;
  const uy = length > 0 ? (y1 - y0) / length : 0;
  let at = 0;
  for (const share of ALONG) {
    const x = (x0 + x1 + (x1 - x0) * share) / 2;
    const y = (y0 + y1 + (y1 - y0) * share) / 2;
    const aside = wide * Math.sqrt(1 - ((share * length) / 2 / half) ** 2);
    for (let side = -1; side <= 1; side++) {
      sight.spots[at++] = x - uy * aside * side;
      sight.spots[at++] = y + ux * aside * side;
    }
  }
  sight.box[0] = Math.min(x0, x1) - wide;
  sight.box[1] = Math.min(y0, y1) - wide;
  sight.box[2] = Math.max(x0, x1) + wide;
  sight.box[3] = Math.max(y0, y1) + wide;
  return sight;
}

/** Whether something lies in the gap for certain, whatever stands on either side besides: that only adds to its ground. */
export function standsInSight({ shape, isGround, object }: ObstaclePiece, { line, spots }: Sight): boolean {
  const error = object.edgeErrorMetres ?? 0;
  const deep = error + CERTAIN_METRES;
  for (let i = 0; isGround && i < spots.length; i += 2) {
    const x = spots[i] as number;
    const y = spots[i + 1] as number;
    if (isInside(x, y, shape) && distanceToEdges(x, y, shape) >= deep) return true;
  }
  return error === 0 && crosses(shape, line);
}

function crosses({ edges, box }: Shape, line: Float64Array): boolean {
  const [x0, y0, x1, y1] = [line[0] as number, line[1] as number, line[2] as number, line[3] as number];
  if (Math.max(x0, x1) < box[0] || Math.min(x0, x1) > box[2]) return false;
  if (Math.max(y0, y1) < box[1] || Math.min(y0, y1) > box[3]) return false;
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i] as number;
    const ay = edges[i + 1] as number;
    if (segmentsCross(x0, y0, x1, y1, ax, ay, edges[i + 2] as number, edges[i + 3] as number)) return true;
  }
  return false;
}

function shortestBetween(a: Shape, b: Shape, metres: number): [number, number, number, number] | null {
  const limit = (metres + TIE_METRES) ** 2;
  const [ea, eb] = [a.edges, b.edges];
  for (let i = 0; i < ea.length; i += 4) {
    if (edgeToBoxSquared(ea, i, b.box) > limit) continue;
    for (let j = 0; j < eb.length; j += 4) {
      if (edgeToEdgeBoxSquared(ea, i, eb, j) > limit || edgesSquared(ea, i, eb, j) > limit) continue;
      return lineBetween(ea, i, eb, j).line;
    }
  }
  return null;
}
