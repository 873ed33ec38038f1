import { edgeToBoxSquared, isInside } from '../fabric/distance';
import { crossingShare, segmentsCross } from '../fabric/segments';
import type { Shape } from '../fabric/shape';
import { type Interval, unite } from './intervals';

/** A straight edge in city metres: x0, y0, x1, y1. */
export type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/** Edge number `index` of a shape. */
export function edgeOf(shape: Shape, index: number): Edge {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = shape.edges.subarray(index * 4, index * 4 + 4);
  return [x0, y0, x1, y1];
}

/** All edges of a shape, ring after ring. */
export function edgesOf(shape: Shape): Edge[] {
  return Array.from({ length: shape.edges.length / 4 }, (_, index) => edgeOf(shape, index));
}

/** Length of an edge in metres. */
export function edgeLength([x0, y0, x1, y1]: Edge): number {
  return Math.hypot(x1 - x0, y1 - y0);
}

/** The point `metres` along an edge from its start. */
export function pointAlong(edge: Edge, metres: number): [number, number] {
  const share = metres / edgeLength(edge);
  return [edge[0] + (edge[2] - edge[0]) * share, edge[1] + (edge[3] - edge[1]) * share];
}

/** The stretches of an edge, in metres from its start, that lie on the ground of a shape. */
export function stretchesInside(edge: Edge, shape: Shape): Interval[] {
  const length = edgeLength(edge);
  const { box } = shape;
  if (length === 0 || edgeToBoxSquared(Float64Array.from(edge), 0, box) > 0) return [];
  const cuts = [0, length];
  for (const other of edgesOf(shape)) {
    if (!segmentsCross(...edge, ...other)) continue;
    const share = crossingShare(...edge, ...other);
    if (share !== null && share > 0 && share < 1) cuts.push(share * length);
  }
  cuts.sort((a, b) => a - b);
  const inside: Interval[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const low = cuts[at] ?? 0;
    const high = cuts[at + 1] ?? 0;
    if (high > low && isInside(...pointAlong(edge, (low + high) / 2), shape)) inside.push([low, high]);
  }
  return unite(inside);
}

/** The stretches of an edge, in metres from its start, within `metres` of the ground of a shape, or of a line. */
export function stretchesNear(edge: Edge, shape: Shape, metres: number): Interval[] {
  const flat = Float64Array.from(edge);
  if (edgeToBoxSquared(flat, 0, shape.box) > metres * metres) return [];
  const found: Interval[] = [...stretchesInside(edge, shape)];
  for (const other of edgesOf(shape)) {
    const near = stretchNearEdge(edge, other, metres);
    if (near) found.push(near);
  }
  return unite(found);
}

/** The one stretch of an edge within `metres` of another edge: a line meets a capsule, which is convex, once. */
function stretchNearEdge(edge: Edge, other: Edge, metres: number): Interval | null {
  const length = edgeLength(edge);
  if (length === 0) return null;
  const ux = (edge[2] - edge[0]) / length;
  const uy = (edge[3] - edge[1]) / length;
  const parts = [
    insideDisc(edge, ux, uy, other[0], other[1], metres),
    insideDisc(edge, ux, uy, other[2], other[3], metres),
    insideBand(edge, ux, uy, other, metres),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const low = Math.max(0, Math.min(...parts.map((part) => part[0])));
  const high = Math.min(length, Math.max(...parts.map((part) => part[1])));
  return high > low ? [low, high] : null;
}

function insideDisc(edge: Edge, ux: number, uy: number, x: number, y: number, radius: number): Interval | null {
  const along = (x - edge[0]) * ux + (y - edge[1]) * uy;
  const off = (x - edge[0]) * uy - (y - edge[1]) * ux;
  const rest = radius * radius - off * off;
  return rest < 0 ? null : [along - Math.sqrt(rest), along + Math.sqrt(rest)];
}

/** Where the endless line through an edge lies within the rectangle that a band of `metres` makes round another. */
function insideBand(edge: Edge, ux: number, uy: number, other: Edge, metres: number): Interval | null {
  const size = edgeLength(other);
  if (size === 0) return null;
  const vx = (other[2] - other[0]) / size;
  const vy = (other[3] - other[1]) / size;
  const dx = edge[0] - other[0];
  const dy = edge[1] - other[1];
  const lengthwise = between(dx * vx + dy * vy, ux * vx + uy * vy, 0, size);
  const sideways = between(dx * vy - dy * vx, ux * vy - uy * vx, -metres, metres);
  if (!lengthwise || !sideways) return null;
  const low = Math.max(lengthwise[0], sideways[0]);
  const high = Math.min(lengthwise[1], sideways[1]);
  return high >= low ? [low, high] : null;
}

/** Where `start + slope * t` lies between two values. */
function between(start: number, slope: number, least: number, most: number): Interval | null {
  if (Math.abs(slope) < 1e-12) {
    return start < least || start > most ? null : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  }
  const one = (least - start) / slope;
  const two = (most - start) / slope;
  return one < two ? [one, two] : [two, one];
}
