import { edgeToBoxSquared } from './distance';
import { ROUNDING_METRES } from './rounding';
import { type Box, boxesMeet, type Shape } from './shape';

/** How near and how parallel two boundaries must run to be in contact. */
export interface ContactSettings {
  readonly snapMetres: number;
  readonly parallelDegrees: number;
}

/** A stretch of one edge in contact: metres from the edge's start. */
export interface Stretch {
  readonly edge: number;
  readonly fromMetres: number;
  readonly toMetres: number;
}

type Interval = [number, number];

/**
 * Contact of two shapes in metres: the length of one boundary that lies within snap of a stretch of the other
 * running nearly parallel, the larger of the two directions. Common vertices are not needed, and a corner or a
 * boundary that merely crosses adds next to nothing. The second direction is left out where the first is `enoughMetres`.
 */
export function contactMetres(a: Shape, b: Shape, settings: ContactSettings, enoughMetres = Infinity): number {
  if (!boxesMeet(a.box, b.box, settings.snapMetres + ROUNDING_METRES)) return 0;
  const metres = lengthOf(contactStretches(a, [b], settings));
  if (metres > 0 && metres >= enoughMetres) return metres;
  return Math.max(metres, lengthOf(contactStretches(b, [a], settings)));
}

/**
 * The stretches of a's boundary in contact with any of the others, merged on each edge and sorted by edge and place.
 * An edge's end at exactly its length joins the start of `a.next[edge]` when runs are counted round a ring.
 */
export function contactStretches(a: Shape, others: readonly Shape[], settings: ContactSettings): Stretch[] {
  const snap = settings.snapMetres + ROUNDING_METRES;
  const near = others.filter((other) => boxesMeet(a.box, other.box, snap));
  const stretches: Stretch[] = [];
  const snapSquared = snap * snap;
  const sine = Math.sin((settings.parallelDegrees * Math.PI) / 180);
  for (let i = 0; i < a.edges.length; i += 4) {
    const found: Interval[] = [];
    for (const other of near) {
      if (edgeToBoxSquared(a.edges, i, other.box) > snapSquared) continue;
      collect(a.edges, i, other, snap, sine, found);
    }
    for (const [fromMetres, toMetres] of merged(found)) stretches.push({ edge: i / 4, fromMetres, toMetres });
  }
  return stretches;
}

/** Total length of stretches in metres. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, stretch) => sum + stretch.toMetres - stretch.fromMetres, 0);
}

/** Adds the intervals of one edge that run beside an edge of `other`, or round an outer bend between two of them. */
function collect(edges: Float64Array, i: number, other: Shape, snap: number, sine: number, found: Interval[]): void {
  const ax = edges[i] as number;
  const ay = edges[i + 1] as number;
  const length = Math.hypot((edges[i + 2] as number) - ax, (edges[i + 3] as number) - ay);
  if (length === 0) return;
  const ux = ((edges[i + 2] as number) - ax) / length;
  const uy = ((edges[i + 3] as number) - ay) / length;
  const b = other.edges;
  const reach = boxAround(edges, i, snap + ROUNDING_METRES);
  for (let j = 0; j < b.length; j += 4) {
    if (edgeToBoxSquared(b, j, reach) > 0) continue;
    const line = beside(b, j, ax, ay, ux, uy, sine, snap, length);
    if (!line) continue;
    const low = Math.max(0, line.low, line.footLow);
    const high = Math.min(length, line.high, line.footHigh);
    if (high > low) found.push([low, high]);
    const after = other.next[j / 4] as number;
    if (after < 0) continue;
    const follower = beside(b, after * 4, ax, ay, ux, uy, sine, snap, length);
    if (follower)
      roundBend(b[j + 2] as number, b[j + 3] as number, line, follower, found, { ax, ay, ux, uy, length, snap });
  }
}

function boxAround(edges: Float64Array, i: number, metres: number): Box {
  const [ax, ay] = [edges[i] as number, edges[i + 1] as number];
  const [bx, by] = [edges[i + 2] as number, edges[i + 3] as number];
  return [Math.min(ax, bx) - metres, Math.min(ay, by) - metres, Math.max(ax, bx) + metres, Math.max(ay, by) + metres];
}

interface Beside {
  /** Where along edge a its points are within snap of the line through b. */
  low: number;
  high: number;
  /** Where along edge a the foot of the perpendicular falls on b itself. */
  footLow: number;
  footHigh: number;
  /** +1 where b runs the way a does, -1 where it runs against it. */
  sense: number;
}

function beside(
  b: Float64Array,
  j: number,
  ax: number,
  ay: number,
  ux: number,
  uy: number,
  sine: number,
  snap: number,
  length: number,
): Beside | null {
  const bx = b[j] as number;
  const by = b[j + 1] as number;
  let vx = (b[j + 2] as number) - bx;
  let vy = (b[j + 3] as number) - by;
  const size = Math.hypot(vx, vy);
  if (size === 0) return null;
  vx /= size;
  vy /= size;
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) > sine) return null;
  const along = ux * vx + uy * vy;
  if (along === 0) return null;
  const start = (ax - bx) * vy - (ay - by) * vx;
  const foot = (ax - bx) * vx + (ay - by) * vy;
  const first = -foot / along;
  const second = (size - foot) / along;
  const footLow = Math.min(first, second);
  const footHigh = Math.max(first, second);
  if (footLow > length + snap || footHigh < -snap) return null;
  if (Math.abs(cross) < 1e-15) {
    if (Math.abs(start) > snap) return null;
    return { low: -Infinity, high: Infinity, footLow, footHigh, sense: Math.sign(along) };
  }
  const p = (-snap - start) / cross;
  const q = (snap - start) / cross;
  return { low: Math.min(p, q), high: Math.max(p, q), footLow, footHigh, sense: Math.sign(along) };
}

interface Edge {
  ax: number;
  ay: number;
  ux: number;
  uy: number;
  length: number;
  snap: number;
}

/** On the outer side of a slight bend no foot falls on either edge, yet the stretch goes on: closes that wedge. */
function roundBend(x: number, y: number, before: Beside, after: Beside, found: Interval[], a: Edge): void {
  if (before.sense !== after.sense) return;
  const from = before.sense > 0 ? before.footHigh : after.footHigh;
  const to = before.sense > 0 ? after.footLow : before.footLow;
  if (to <= from) return;
  const t = (x - a.ax) * a.ux + (y - a.ay) * a.uy;
  const off = (x - a.ax) * a.uy - (y - a.ay) * a.ux;
  const reach = a.snap * a.snap - off * off;
  if (reach < 0) return;
  const half = Math.sqrt(reach);
  const low = Math.max(0, from, t - half);
  const high = Math.min(a.length, to, t + half);
  if (high > low) found.push([low, high]);
}

function merged(intervals: Interval[]): Interval[] {
  if (intervals.length < 2) return intervals;
  intervals.sort((p, q) => p[0] - q[0]);
  const result: Interval[] = [];
  for (const [low, high] of intervals) {
    const last = result[result.length - 1];
    if (last && low <= last[1] + 1e-9) last[1] = Math.max(last[1], high);
    else result.push([low, high]);
  }
  return result;
}
