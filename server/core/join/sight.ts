import {
  distanceToEdges,
  edgesSquared,
  edgeToBoxSquared,
  edgeToEdgeBoxSquared,
  isInside,
  lineBetween,
} from '../fabric/distance';
import { segmentsCross, TIE_METRES } from '../fabric/segments';
import type { Box, Shape } from '../fabric/shape';
import type { ObstaclePiece } from './obstacles';

/** A shortest line across a gap and some spots that lie in its ground for certain, as x, y pairs in city metres. */
export interface Sight {
  readonly line: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly spots: Float64Array;
  readonly box: Box;
}

/** Where along the line spots are taken, from -1 to 1: on it, and as far to either side as the ground reaches there. */
const ALONG = [0, -0.4, 0.4, -0.75, 0.75];
/** Spots stay this much within the ground, so that no rounding puts them outside. */
const WITHIN = 0.97;
/** Depth within a parcel is judged to two millimetres: this much more is deep enough for certain. */
const CERTAIN_METRES = 0.005;

/**
 * Looks across the gap between two shapes that are `metres` apart, give or take what makes two lines equally short.
 * The points whose distances to the ends of the line sum to `metres` and the snap are an ellipse within the gap's ground.
 */
export function lookAcross(a: Shape, b: Shape, metres: number, snapMetres: number): Sight | null {
  const line = shortestBetween(a, b, metres);
  if (!line) return null;
  const [x0, y0, x1, y1] = line;
  const length = Math.hypot(x1 - x0, y1 - y0);
  const half = (metres + snapMetres) / 2;
  const wide = Math.sqrt(Math.max(0, half * half - (length / 2) ** 2)) * WITHIN;
  const [ux, uy] = length > 0 ? [(x1 - x0) / length, (y1 - y0) / length] : [1, 0];
  const spots = new Float64Array(ALONG.length * 6);
  let at = 0;
  for (const share of ALONG) {
    const x = (x0 + x1 + (x1 - x0) * share) / 2;
    const y = (y0 + y1 + (y1 - y0) * share) / 2;
    const aside = wide * Math.sqrt(1 - ((share * length) / 2 / half) ** 2);
    for (const step of [0, aside, -aside]) {
      spots[at++] = x - uy * step;
      spots[at++] = y + ux * step;
    }
  }
  const box: Box = [Math.min(x0, x1) - wide, Math.min(y0, y1) - wide, Math.max(x0, x1) + wide, Math.max(y0, y1) + wide];
  return { line, spots, box };
}

/** Whether something lies in the gap for certain, whatever stands on either side besides: that only adds to its ground. */
export function standsInSight({ shape, isGround, object }: ObstaclePiece, { line, spots }: Sight): boolean {
  const deep = (object.edgeErrorMetres ?? 0) + CERTAIN_METRES;
  for (let i = 0; isGround && i < spots.length; i += 2) {
    const x = spots[i] as number;
    const y = spots[i + 1] as number;
    if (isInside(x, y, shape) && distanceToEdges(x, y, shape) >= deep) return true;
  }
  return (object.edgeErrorMetres ?? 0) === 0 && crosses(shape, line);
}

function crosses({ edges }: Shape, [x0, y0, x1, y1]: Sight['line']): boolean {
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]] as [number, number, number, number];
    if (segmentsCross(x0, y0, x1, y1, ax, ay, bx, by)) return true;
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
