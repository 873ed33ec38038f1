import { isInside } from '../../fabric/distance';
import { crossingShare, segmentsCross } from '../../fabric/segments';
import type { Shape } from '../../fabric/shape';
import { type Interval, unite } from './intervals';

/** A straight edge in city metres: x0, y0, x1, y1. */
export type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/** Edge number `index` of a shape. */
export function edgeOf({ edges }: Shape, index: number): Edge {
  const i = index * 4;
  return [edges[i] as number, edges[i + 1] as number, edges[i + 2] as number, edges[i + 3] as number];
}

/** Length of an edge in metres. */
export function edgeLength([x0, y0, x1, y1]: Edge): number {
  return Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
}

/** The point `metres` along an edge from its start. */
export function pointAlong(edge: Edge, metres: number): [number, number] {
  const share = metres / edgeLength(edge);
  return [edge[0] + (edge[2] - edge[0]) * share, edge[1] + (edge[3] - edge[1]) * share];
}

/** The stretches of an edge, in metres from its start, that lie on the ground of a shape. */
export function stretchesInside(edge: Edge, shape: Shape): Interval[] {
  const length = edgeLength(edge);
  if (length === 0 || !comesNear(edge, shape.box, 0)) return [];
  const { edges } = shape;
  const cuts = [0, length];
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i] as number;
    const ay = edges[i + 1] as number;
    const bx = edges[i + 2] as number;
    const by = edges[i + 3] as number;
    if (!segmentsCross(edge[0], edge[1], edge[2], edge[3], ax, ay, bx, by)) continue;
    const share = crossingShare(edge[0], edge[1], edge[2], edge[3], ax, ay, bx, by);
    if (share !== null && share > 0 && share < 1) cuts.push(share * length);
  }
  cuts.sort((a, b) => a - b);
  const inside: Interval[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const low = cuts[at] as number;
    const high = cuts[at + 1] as number;
    if (high > low && isInside(...pointAlong(edge, (low + high) / 2), shape)) inside.push([low, high]);
  }
  return unite(inside);
}

/** The stretches of an edge, in metres from its start, within `metres` of the ground of a shape, or of a line. */
export function stretchesNear(edge: Edge, shape: Shape, metres: number): Interval[] {
  if (!comesNear(edge, shape.box, metres)) return [];
  const { edges, next } = shape;
  // A line has no ground, though even and odd would tell one side of it from the other.
  const isLine = (next[next.length - 1] ?? -1) < 0;
  const found: Interval[] = isLine ? [] : stretchesInside(edge, shape);
  for (let i = 0; i < edges.length; i += 4) {
    const near = stretchNearEdge(edge, edges, i, metres);
    if (near) found.push(near);
  }
  return unite(found);
}

function comesNear([x0, y0, x1, y1]: Edge, [west, south, east, north]: Shape['box'], metres: number): boolean {
  return (
    Math.min(x0, x1) - metres <= east &&
    Math.max(x0, x1) + metres >= west &&
    Math.min(y0, y1) - metres <= north &&
    Math.max(y0, y1) + metres >= south
  );
}

/** The one stretch of an edge within `metres` of another edge: a line meets a capsule, which is convex, once. */
function stretchNearEdge(edge: Edge, edges: Float64Array, i: number, metres: number): Interval | null {
  const [x, y, toX, toY] = edge;
  const ax = edges[i] as number;
  const ay = edges[i + 1] as number;
  const bx = edges[i + 2] as number;
  const by = edges[i + 3] as number;
  if (Math.max(x, toX) < Math.min(ax, bx) - metres || Math.min(x, toX) > Math.max(ax, bx) + metres) return null;
  if (Math.max(y, toY) < Math.min(ay, by) - metres || Math.min(y, toY) > Math.max(ay, by) + metres) return null;
  const length = edgeLength(edge);
  if (length === 0) return null;
  const ux = (toX - x) / length;
  const uy = (toY - y) / length;
  let [low, high] = insideBand(edge, ux, uy, [ax, ay, bx, by], metres);
  for (const [cx, cy] of [
    [ax - x, ay - y],
    [bx - x, by - y],
  ] as const) {
    const along = cx * ux + cy * uy;
    const off = cx * uy - cy * ux;
    const rest = metres * metres - off * off;
    if (rest < 0) continue;
    low = Math.min(low, along - Math.sqrt(rest));
    high = Math.max(high, along + Math.sqrt(rest));
  }
  low = Math.max(0, low);
  high = Math.min(length, high);
  return high > low ? [low, high] : null;
}

/** Where the endless line through an edge lies within the rectangle that a band of `metres` makes round another. */
function insideBand(edge: Edge, ux: number, uy: number, other: Edge, metres: number): Interval {
  const size = edgeLength(other);
  if (size === 0) return NOWHERE;
  const vx = (other[2] - other[0]) / size;
  const vy = (other[3] - other[1]) / size;
  const dx = edge[0] - other[0];
  const dy = edge[1] - other[1];
  const lengthwise = between(dx * vx + dy * vy, ux * vx + uy * vy, 0, size);
  const sideways = between(dx * vy - dy * vx, ux * vy - uy * vx, -metres, metres);
  const low = Math.max(lengthwise[0], sideways[0]);
  const high = Math.min(lengthwise[1], sideways[1]);
  return high >= low ? [low, high] : NOWHERE;
}

const NOWHERE: Interval = [Infinity, -Infinity];

/** Where `start + slope * t` lies between two values. */
function between(start: number, slope: number, least: number, most: number): Interval {
  if (Math.abs(slope) < 1e-12) return start < least || start > most ? NOWHERE : [-Infinity, Infinity];
  const one = (least - start) / slope;
  const two = (most - start) / slope;
  return one < two ? [one, two] : [two, one];
}
