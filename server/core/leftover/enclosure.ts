import type { Edge } from './along-edge';
import type { Spot } from './hull';
import { type Interval, lengthOfIntervals, unite } from './intervals';

const FULL_TURN = 2 * Math.PI;

/** The part of an edge within `radiusMetres` of a spot, or null. */
export function withinReach(edge: Edge, [x, y]: Spot, radiusMetres: number): Edge | null {
  const dx = edge[2] - edge[0];
  const dy = edge[3] - edge[1];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return null;
  const fx = edge[0] - x;
  const fy = edge[1] - y;
  const half = (fx * dx + fy * dy) / squared;
  const rest = half * half - (fx * fx + fy * fy - radiusMetres * radiusMetres) / squared;
  if (rest <= 0) return null;
  const from = Math.max(0, -half - Math.sqrt(rest));
  const to = Math.min(1, -half + Math.sqrt(rest));
  if (to <= from) return null;
  return [edge[0] + dx * from, edge[1] + dy * from, edge[0] + dx * to, edge[1] + dy * to];
}

/**
 * The share of all directions, from 0 to 1, in which some edge lies within `radiusMetres` of a spot: the exact union
 * of the angles under which the edges are seen, without rays and so without a step.
 */
export function directionsMet(edges: readonly Edge[], spot: Spot, radiusMetres: number): number {
  const angles: Interval[] = [];
  for (const edge of edges) {
    const near = withinReach(edge, spot, radiusMetres);
    if (!near) continue;
    const from = Math.atan2(near[1] - spot[1], near[0] - spot[0]);
    const to = Math.atan2(near[3] - spot[1], near[2] - spot[0]);
    angles.push(...shorterArc(from, to));
  }
  return Math.min(1, lengthOfIntervals(unite(angles)) / FULL_TURN);
}

/** An edge is seen under less than half a turn; an arc over the seam at ±180° comes as two. */
function shorterArc(a: number, b: number): Interval[] {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (high - low <= Math.PI) return [[low, high]];
  return [
    [-Math.PI, low],
    [high, Math.PI],
  ];
}
