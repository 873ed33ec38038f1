import { isInside } from './distance';
import { EdgeList, edgesBeside, edgesNear } from './near-edges';
import { crossingShare, pointToSegmentSquared, segmentsCross } from './segments';
import type { Box, Shape } from './shape';

/** Nearer than this, in metres, outlines touch. */
export const TOUCH_METRES = 0.001;

const ofA = new EdgeList();
const ofB = new EdgeList();
const beside = new EdgeList();

let xs = new Float64Array(64);
let ys = new Float64Array(64);
let count = 0;

/**
 * An upper bound, in metres, of how thick the ground is that two shapes have in common: the spread of its corners
 * (corners of one shape on the other, and crossings of their edges) across the line of the two farthest apart.
 */
export function commonThickness(a: Shape, b: Shape, common: Box): number {
  const [west, south, east, north] = common;
  edgesNear(a.edges, west, south, east, north, 2 * TOUCH_METRES, ofA);
  edgesNear(b.edges, west, south, east, north, 2 * TOUCH_METRES, ofB);
  count = 0;
  addCornersOn(a.edges, ofA, b, ofB);
  addCornersOn(b.edges, ofB, a, ofA);
  addCrossings(a.edges, b.edges);
  return count < 3 ? 0 : spread();
}

function addCornersOn(edges: Float64Array, own: EdgeList, other: Shape, all: EdgeList): void {
  const [west, south, east, north] = other.box;
  for (let k = 0; k < own.count; k++) {
    const i = own.places[k] as number;
    const x = edges[i] as number;
    const y = edges[i + 1] as number;
    if (x < west - TOUCH_METRES || x > east + TOUCH_METRES) continue;
    if (y < south - TOUCH_METRES || y > north + TOUCH_METRES) continue;
    const near = edgesBeside(edges, i, other.edges, all, TOUCH_METRES, beside);
    if (touches(x, y, other.edges, near) || isInside(x, y, other)) addCorner(x, y);
  }
}

function touches(x: number, y: number, edges: Float64Array, near: EdgeList): boolean {
  for (let k = 0; k < near.count; k++) {
    const j = near.places[k] as number;
    const ax = edges[j] as number;
    const bx = edges[j + 2] as number;
    if (Math.min(ax, bx) > x + TOUCH_METRES || Math.max(ax, bx) < x - TOUCH_METRES) continue;
    const ay = edges[j + 1] as number;
    const by = edges[j + 3] as number;
    if (Math.min(ay, by) > y + TOUCH_METRES || Math.max(ay, by) < y - TOUCH_METRES) continue;
    if (pointToSegmentSquared(x, y, ax, ay, bx, by) < TOUCH_METRES * TOUCH_METRES) return true;
  }
  return false;
}

function addCrossings(ea: Float64Array, eb: Float64Array): void {
  for (let k = 0; k < ofA.count; k++) {
    const i = ofA.places[k] as number;
    const ax = ea[i] as number;
    const ay = ea[i + 1] as number;
    const bx = ea[i + 2] as number;
    const by = ea[i + 3] as number;
    const near = edgesBeside(ea, i, eb, ofB, 0, beside);
    for (let l = 0; l < near.count; l++) {
      const j = near.places[l] as number;
      const cx = eb[j] as number;
      const dx = eb[j + 2] as number;
      if ((ax < cx && ax < dx && bx < cx && bx < dx) || (ax > cx && ax > dx && bx > cx && bx > dx)) continue;
      const cy = eb[j + 1] as number;
      const dy = eb[j + 3] as number;
      if ((ay < cy && ay < dy && by < cy && by < dy) || (ay > cy && ay > dy && by > cy && by > dy)) continue;
      if (!segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) continue;
      const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
      if (share !== null) addCorner(ax + (bx - ax) * share, ay + (by - ay) * share);
    }
  }
}

function addCorner(x: number, y: number): void {
  if (count === xs.length) {
    const [oldXs, oldYs] = [xs, ys];
    xs = new Float64Array(count * 2);
    ys = new Float64Array(count * 2);
    xs.set(oldXs);
    ys.set(oldYs);
  }
  xs[count] = x;
  ys[count++] = y;
}

function spread(): number {
  const ox = xs[0] as number;
  const oy = ys[0] as number;
  let farthest = 0;
  let ux = 0;
  let uy = 0;
  for (let k = 1; k < count; k++) {
    const dx = (xs[k] as number) - ox;
    const dy = (ys[k] as number) - oy;
    const squared = dx * dx + dy * dy;
    if (squared <= farthest) continue;
    farthest = squared;
    ux = dx;
    uy = dy;
  }
  if (farthest === 0) return 0;
  let low = 0;
  let high = 0;
  for (let k = 1; k < count; k++) {
    const across = ((xs[k] as number) - ox) * uy - ((ys[k] as number) - oy) * ux;
    if (across < low) low = across;
    else if (across > high) high = across;
  }
  return (high - low) / Math.sqrt(farthest);
}
