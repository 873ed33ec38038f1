import { isInside } from './distance';
import { crossingShare, runSquared } from './segments';
import { boxesMeet, type Shape } from './shape';

/**
 * The least sum of distances to edges p and q along edge s, or some number above `enough` once it cannot come down to
 * it. A sum of convex functions, so thirds close in on it; it changes at most twice as fast as one moves.
 */
export function leastSum(
  es: Float64Array,
  s: number,
  ep: Float64Array,
  p: number,
  eq: Float64Array,
  q: number,
  enough: number,
): number {
  const ax = es[s] as number;
  const ay = es[s + 1] as number;
  const ux = (es[s + 2] as number) - ax;
  const uy = (es[s + 3] as number) - ay;
  const length = Math.sqrt(ux * ux + uy * uy);
  let low = 0;
  let high = 1;
  let best = Math.min(sumAt(ax, ay, ep, p, eq, q), sumAt(ax + ux, ay + uy, ep, p, eq, q));
  for (let step = 0; step < 60 && best > enough && best - 2 * length * (high - low) <= enough; step++) {
    const third = (high - low) / 3;
    const left = sumAt(ax + ux * (low + third), ay + uy * (low + third), ep, p, eq, q);
    const right = sumAt(ax + ux * (high - third), ay + uy * (high - third), ep, p, eq, q);
    best = Math.min(best, left, right);
    if (left < right) high -= third;
    else low += third;
  }
  return best;
}

function sumAt(x: number, y: number, ep: Float64Array, p: number, eq: Float64Array, q: number): number {
  return metresTo(x, y, ep, p) + metresTo(x, y, eq, q);
}

function metresTo(x: number, y: number, edges: Float64Array, i: number): number {
  const cx = edges[i] as number;
  const cy = edges[i + 1] as number;
  return Math.sqrt(runSquared(x - cx, y - cy, (edges[i + 2] as number) - cx, (edges[i + 3] as number) - cy));
}

/**
 * Whether some point of edge s stands on one side's own ground and within reach of an edge of the other, whose
 * distances to s are given in metres.
 */
export function reachesGround(
  es: Float64Array,
  s: number,
  side: readonly Shape[],
  across: Float64Array,
  metres: Float64Array,
  reach: number,
): boolean {
  const [ax, ay, bx, by] = [es[s] as number, es[s + 1] as number, es[s + 2] as number, es[s + 3] as number];
  const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
  const under = side.filter((shape) => boxesMeet(shape.box, box));
  if (under.length === 0) return false;
  for (let k = 0; k < across.length; k += 4) {
    if ((metres[k >> 2] as number) > reach) continue;
    findStretch(es, s, across, k, reach);
    const { low, high } = stretch;
    if (low <= high && under.some((shape) => entersGround(es, s, low, high, shape))) return true;
  }
  return false;
}

/** Where the stretch of an edge that is within reach starts and ends, in shares. */
const stretch = { low: 0, high: 0 };

function widen(from: number, to: number): void {
  if (to < from) return;
  stretch.low = Math.min(stretch.low, Math.max(0, from));
  stretch.high = Math.max(stretch.high, Math.min(1, to));
}

/** Finds the part of edge s, in shares, within reach of an edge: a line meets a capsule, which is convex, once. */
function findStretch(es: Float64Array, s: number, edges: Float64Array, i: number, reach: number): void {
  const cx = edges[i] as number;
  const cy = edges[i + 1] as number;
  const vx = (edges[i + 2] as number) - cx;
  const vy = (edges[i + 3] as number) - cy;
  const ux = (es[s + 2] as number) - (es[s] as number);
  const uy = (es[s + 3] as number) - (es[s + 1] as number);
  const squared = ux * ux + uy * uy;
  stretch.low = 1;
  stretch.high = 0;
  for (let end = 0; end <= 2; end += 2) {
    const px = (edges[i + end] as number) - (es[s] as number);
    const py = (edges[i + end + 1] as number) - (es[s + 1] as number);
    const middle = (px * ux + py * uy) / squared;
    const off = (px * uy - py * ux) ** 2 / squared;
    const half = Math.sqrt((reach * reach - off) / squared);
    if (off <= reach * reach) widen(middle - half, middle + half);
  }
  const size = Math.sqrt(vx * vx + vy * vy);
  if (size === 0) return;
  const px = (es[s] as number) - cx;
  const py = (es[s + 1] as number) - cy;
  const [f0, f1] = sharesBetween((px * vx + py * vy) / size, (ux * vx + uy * vy) / size, 0, size);
  const [o0, o1] = sharesBetween((px * vy - py * vx) / size, (ux * vy - uy * vx) / size, -reach, reach);
  widen(Math.max(f0, o0), Math.min(f1, o1));
}

/** For which shares t the number start + t run lies between two others. */
function sharesBetween(start: number, run: number, least: number, most: number): [number, number] {
  if (run === 0) return start >= least && start <= most ? [-Infinity, Infinity] : [1, 0];
  const [p, q] = [(least - start) / run, (most - start) / run];
  return p < q ? [p, q] : [q, p];
}

function entersGround(es: Float64Array, s: number, low: number, high: number, shape: Shape): boolean {
  const { edges } = shape;
  const [ax, ay, bx, by] = [es[s] as number, es[s + 1] as number, es[s + 2] as number, es[s + 3] as number];
  const cuts = [low, high];
  for (let i = 0; i < edges.length; i += 4) {
    const [cx, cy] = [edges[i] as number, edges[i + 1] as number];
    const [dx, dy] = [edges[i + 2] as number, edges[i + 3] as number];
    const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
    if (share !== null && share > low && share < high) cuts.push(share);
  }
  cuts.sort((p, q) => p - q);
  return cuts.some((cut, k) => {
    const t = (cut + (cuts[k + 1] ?? cut)) / 2;
    return isInside(ax + (bx - ax) * t, ay + (by - ay) * t, shape);
  });
}
