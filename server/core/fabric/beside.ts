import type { EdgeList } from './near-edges';
import { ROUNDING_METRES } from './rounding';
import type { Shape } from './shape';
import type { SpanList } from './span-list';

/** How near and how parallel two edges must run: the reach in metres, and the sine of the angle. */
export interface Beside {
  readonly snap: number;
  readonly sine: number;
}

/** Of each edge in the list: where along edge a its points are within snap of the line through that edge, ... */
let lows = new Float64Array(64);
let highs = new Float64Array(64);
/** ... where the foot of the perpendicular falls on that edge itself, ... */
let footLows = new Float64Array(64);
let footHighs = new Float64Array(64);
/** ... and +1 where it runs the way a does, -1 where against it, 0 where it does not run beside it. */
let senses = new Int8Array(64);

/**
 * Adds the spans of edge i that run beside one of the listed edges of `other`, or round an outer bend between two of
 * them: metres from the start of edge i, in no order.
 */
export function addSpansBeside(
  edges: Float64Array,
  i: number,
  other: Shape,
  near: EdgeList,
  how: Beside,
  spans: SpanList,
): void {
  const ax = edges[i] as number;
  const ay = edges[i + 1] as number;
  const bx = edges[i + 2] as number;
  const by = edges[i + 3] as number;
  const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  if (length === 0) return;
  const ux = (bx - ax) / length;
  const uy = (by - ay) / length;
  const reach = how.snap + ROUNDING_METRES;
  const west = Math.min(ax, bx) - reach;
  const south = Math.min(ay, by) - reach;
  const east = Math.max(ax, bx) + reach;
  const north = Math.max(ay, by) + reach;
  const b = other.edges;
  if (near.count > senses.length) grow(near.count);
  let isBent = false;
  for (let k = 0; k < near.count; k++) {
    const j = near.places[k] as number;
    const cx = b[j] as number;
    const cy = b[j + 1] as number;
    const dx = b[j + 2] as number;
    const dy = b[j + 3] as number;
    senses[k] = 0;
    if ((cx < west && dx < west) || (cx > east && dx > east)) continue;
    if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
    if (!measure(k, cx - ax, cy - ay, dx - cx, dy - cy, ux, uy, length, how)) continue;
    const low = Math.max(0, lows[k] as number, footLows[k] as number);
    const high = Math.min(length, highs[k] as number, footHighs[k] as number);
    if (high > low) spans.add(i, low, high);
    isBent = true;
  }
  if (!isBent) return;
  for (let k = 0; k < near.count; k++) {
    if (senses[k] === 0) continue;
    const j = near.places[k] as number;
    const after = follower(near, k, (other.next[j >> 2] as number) * 4);
    if (after < 0 || senses[after] !== senses[k]) continue;
    const [before, behind] = (senses[k] as number) > 0 ? [k, after] : [after, k];
    const from = footHighs[before] as number;
    const to = footLows[behind] as number;
    if (to <= from) continue;
    const x = (b[j + 2] as number) - ax;
    const y = (b[j + 3] as number) - ay;
    addBend(i, x * ux + y * uy, x * uy - y * ux, from, to, length, how.snap, spans);
  }
}

/** Measures how edge c (from its start to edge a's, and its run) lies along a; false where it does not run beside it. */
function measure(
  k: number,
  startX: number,
  startY: number,
  runX: number,
  runY: number,
  ux: number,
  uy: number,
  length: number,
  { snap, sine }: Beside,
): boolean {
  const size = Math.sqrt(runX * runX + runY * runY);
  if (size === 0) return false;
  const vx = runX / size;
  const vy = runY / size;
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) > sine) return false;
  const along = ux * vx + uy * vy;
  if (along === 0) return false;
  const start = startY * vx - startX * vy;
  const foot = -startX * vx - startY * vy;
  const first = -foot / along;
  const second = (size - foot) / along;
  const footLow = Math.min(first, second);
  const footHigh = Math.max(first, second);
  if (footLow > length + snap || footHigh < -snap) return false;
  if (Math.abs(cross) < 1e-15) {
    if (Math.abs(start) > snap) return false;
    lows[k] = -Infinity;
    highs[k] = Infinity;
  } else {
    const p = (-snap - start) / cross;
    const q = (snap - start) / cross;
    lows[k] = Math.min(p, q);
    highs[k] = Math.max(p, q);
  }
  footLows[k] = footLow;
  footHighs[k] = footHigh;
  senses[k] = along > 0 ? 1 : -1;
  return true;
}

/** On the outer side of a slight bend no foot falls on either edge, yet the stretch goes on: closes that wedge. */
function addBend(
  i: number,
  along: number,
  off: number,
  from: number,
  to: number,
  length: number,
  snap: number,
  spans: SpanList,
): void {
  const reach = snap * snap - off * off;
  if (reach < 0) return;
  const half = Math.sqrt(reach);
  const low = Math.max(0, from, along - half);
  const high = Math.min(length, to, along + half);
  if (high > low) spans.add(i, low, high);
}

/** Where in the list the edge stands that follows the one at k; -1 if it is not near. */
function follower(near: EdgeList, k: number, place: number): number {
  if (k + 1 < near.count && near.places[k + 1] === place) return k + 1;
  if (place < 0 || place > (near.places[k] as number)) return -1;
  for (let at = 0; at < k && (near.places[at] as number) <= place; at++) if (near.places[at] === place) return at;
  return -1;
}

function grow(count: number): void {
  lows = new Float64Array(count * 2);
  highs = new Float64Array(count * 2);
  footLows = new Float64Array(count * 2);
  footHighs = new Float64Array(count * 2);
  senses = new Int8Array(count * 2);
}
