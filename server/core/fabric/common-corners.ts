import { isInside } from './distance';
import { EdgeList, edgesBeside, edgesNear } from './near-edges';
import { crossingShare, edgesCross, runSquared } from './segments';
import type { Box, Shape } from './shape';

/** Nearer than this, in metres, outlines touch. */
export const TOUCH_METRES = 0.001;
const touching = TOUCH_METRES * TOUCH_METRES;

const ofA = new EdgeList();
const ofB = new EdgeList();
const beside = new EdgeList();
/** Pairs of edges that come as near as touching: their numbers in the two lists, one after the other. */
const meeting = new EdgeList();
/** Of each listed edge, whether its first corner touches the other shape. */
let touchedA = new Uint8Array(64);
let touchedB = new Uint8Array(64);

let xs = new Float64Array(64);
let ys = new Float64Array(64);
let count = 0;

/**
 * An upper bound, in metres, of how thick the ground is that two shapes have in common: the spread of its corners
 * (corners of one shape on the other, and crossings of their edges) across the line of the two farthest apart.
 * Infinity where one lies within the other without touching its outline, 0 where they have next to nothing in common.
 * `common` is the box that their boxes have in common.
 */
export function commonThickness(a: Shape, b: Shape, common: Box): number {
  edgesNear(a.edges, common, 2 * TOUCH_METRES, ofA);
  edgesNear(b.edges, common, 2 * TOUCH_METRES, ofB);
  findMeeting(a.edges, b.edges);
  if (meeting.count === 0) return standsOn(a, b) || standsOn(b, a) ? Infinity : 0;
  count = 0;
  addCornersOn(a.edges, ofA, touchedA, b);
  addCornersOn(b.edges, ofB, touchedB, a);
  addCrossings(a.edges, b.edges);
  return count < 3 ? 0 : spread();
}

function standsOn(a: Shape, b: Shape): boolean {
  return isInside(a.edges[0] as number, a.edges[1] as number, b);
}

/** Finds the pairs of edges that may touch, and the corners that do. */
function findMeeting(ea: Float64Array, eb: Float64Array): void {
  meeting.count = 0;
  if (touchedA.length < ofA.count) touchedA = new Uint8Array(ofA.count * 2);
  if (touchedB.length < ofB.count) touchedB = new Uint8Array(ofB.count * 2);
  touchedA.fill(0, 0, ofA.count);
  touchedB.fill(0, 0, ofB.count);
  for (let k = 0; k < ofA.count; k++) {
    const i = ofA.places[k] as number;
    const ax = ea[i] as number;
    const ay = ea[i + 1] as number;
    const bx = ea[i + 2] as number;
    const by = ea[i + 3] as number;
    const west = Math.min(ax, bx) - TOUCH_METRES;
    const south = Math.min(ay, by) - TOUCH_METRES;
    const east = Math.max(ax, bx) + TOUCH_METRES;
    const north = Math.max(ay, by) + TOUCH_METRES;
    const near = edgesBeside(ea, i, eb, ofB, TOUCH_METRES, beside);
    for (let m = 0; m < near.count; m++) {
      const j = near.places[m] as number;
      const cx = eb[j] as number;
      const dx = eb[j + 2] as number;
      if ((cx < west && dx < west) || (cx > east && dx > east)) continue;
      const cy = eb[j + 1] as number;
      const dy = eb[j + 3] as number;
      if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
      const l = near === ofB ? m : ofB.numberOf(j);
      meeting.add(k);
      meeting.add(l);
      if (touchedA[k] === 0 && runSquared(ax - cx, ay - cy, dx - cx, dy - cy) < touching) touchedA[k] = 1;
      if (touchedB[l] === 0 && runSquared(cx - ax, cy - ay, bx - ax, by - ay) < touching) touchedB[l] = 1;
    }
  }
}

function addCornersOn(edges: Float64Array, own: EdgeList, touched: Uint8Array, other: Shape): void {
  const [west, south, east, north] = other.box;
  for (let k = 0; k < own.count; k++) {
    const i = own.places[k] as number;
    const x = edges[i] as number;
    const y = edges[i + 1] as number;
    if (x < west - TOUCH_METRES || x > east + TOUCH_METRES) continue;
    if (y < south - TOUCH_METRES || y > north + TOUCH_METRES) continue;
    if (touched[k] === 1 || isInside(x, y, other)) addCorner(x, y);
  }
}

function addCrossings(ea: Float64Array, eb: Float64Array): void {
  for (let m = 0; m < meeting.count; m += 2) {
    const i = ofA.places[meeting.places[m] as number] as number;
    const j = ofB.places[meeting.places[m + 1] as number] as number;
    const ax = ea[i] as number;
    const ay = ea[i + 1] as number;
    const bx = ea[i + 2] as number;
    const by = ea[i + 3] as number;
    const cx = eb[j] as number;
    const cy = eb[j + 1] as number;
    const dx = eb[j + 2] as number;
    const dy = eb[j + 3] as number;
    if (!edgesCross(ea, i, eb, j)) continue;
    const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
    if (share !== null) addCorner(ax + (bx - ax) * share, ay + (by - ay) * share);
  }
}

/** A box around the corners found last, and so around all the ground in common, none of it at its very edge. */
export function boxOfCorners(): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < count; k++) {
    west = Math.min(west, xs[k] as number);
    south = Math.min(south, ys[k] as number);
    east = Math.max(east, xs[k] as number);
    north = Math.max(north, ys[k] as number);
  }
  return [west - TOUCH_METRES, south - TOUCH_METRES, east + TOUCH_METRES, north + TOUCH_METRES];
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
