import { crossingShare, segmentsCross } from './segments';
import type { Box } from './shape';

/**
 * The plane cut into level strips at every corner and crossing of the edges laid out: within a strip edges do not
 * cross, so that covered widths can be added up exactly. The arrays are used over and over: one measurement at a time.
 */
let x0 = new Float64Array(256);
let y0 = new Float64Array(256);
let x1 = new Float64Array(256);
let y1 = new Float64Array(256);
let owners = new Int32Array(256);
let edges = 0;
let heights = new Float64Array(512);
let levels = 0;

let order = new Int32Array(256);
let active = new Int32Array(256);
let places = new Float64Array(256);

/** By mask of groups, the ground covered; by owner, whether one stands on it; by group, how many of its shapes lie there. */
let areas = new Float64Array(4);
let odd = new Uint8Array(64);
let depth = new Int32Array(4);

const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity];
let window = everywhere;

/**
 * Forgets what was laid out. With a box, only the ground that all groups have in common will be told right, and that
 * only if all of it lies within the box: what lies to its sides is pulled in to them.
 */
export function beginStrips(box: Box = everywhere): void {
  edges = 0;
  levels = 0;
  window = box;
}

/** Lays out edge i of the shape that is number `owner`, if it can matter within the box. */
export function layEdge(points: Float64Array, i: number, owner: number): void {
  const ax = points[i] as number;
  const ay = points[i + 1] as number;
  const bx = points[i + 2] as number;
  const by = points[i + 3] as number;
  if (ay === by) return;
  const [west, south, east, north] = window;
  if ((ax > east && bx > east) || (ay <= south && by <= south) || (ay >= north && by >= north)) return;
  if (edges === x0.length) grow();
  const rises = ay < by;
  x0[edges] = rises ? ax : bx;
  y0[edges] = rises ? ay : by;
  x1[edges] = rises ? bx : ax;
  y1[edges] = rises ? by : ay;
  owners[edges] = owner;
  edges++;
  // An edge wholly to the west tells inside from outside, and that cannot change at its ends but where another begins.
  if (ax < west && bx < west) return;
  addLevel(Math.min(Math.max(ay, south), north));
  addLevel(Math.min(Math.max(by, south), north));
}

/** How many edges would stand in each strip, summed over all strips: what measuring them costs. */
export function costOfStrips(): number {
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let edge = 0; edge < edges; edge++) {
    sum += (y1[edge] as number) - (y0[edge] as number);
    low = Math.min(low, y0[edge] as number);
    high = Math.max(high, y1[edge] as number);
  }
  return high > low ? (sum / (high - low)) * levels : 0;
}

/**
 * Adds up areas in m² by who covers them: the answer holds, at index mask, the ground covered by exactly the groups
 * whose bits are set, where `groupOf` tells the group of each owner. Edges of one owner are taken not to cross each
 * other. The answer is overwritten by the next one.
 */
export function areasByCover(groupOf: ArrayLike<number>, groups: number): Float64Array {
  if (areas.length < 2 ** groups) areas = new Float64Array(2 ** groups);
  if (odd.length < groupOf.length) odd = new Uint8Array(groupOf.length * 2);
  if (depth.length < groups) depth = new Int32Array(groups);
  areas.fill(0);
  sortEdges();
  addCrossings();
  sortLevels();
  let standing = 0;
  let entering = 0;
  for (let level = 0; level + 1 < levels; level++) {
    const low = heights[level] as number;
    const high = heights[level + 1] as number;
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) continue;
    let kept = 0;
    for (let k = 0; k < standing; k++) {
      const edge = active[k] as number;
      if ((y1[edge] as number) > middle) active[kept++] = edge;
    }
    for (; entering < edges && (y0[order[entering] as number] as number) <= middle; entering++) {
      const edge = order[entering] as number;
      if ((y1[edge] as number) > middle) active[kept++] = edge;
    }
    standing = kept;
    if (standing < 2) continue;
    placeAt(middle, standing);
    if (groupOf.length === groups) addStripOfOneEach(standing, high - low, groupOf);
    else addStrip(standing, high - low, groupOf);
  }
  return areas;
}

/** Where the active edges pass a height, from west to east; their order hardly changes from strip to strip. */
function placeAt(y: number, standing: number): void {
  const [west, , east] = window;
  for (let k = 0; k < standing; k++) {
    const edge = active[k] as number;
    const ax = x0[edge] as number;
    const ay = y0[edge] as number;
    const x = ax + (((x1[edge] as number) - ax) * (y - ay)) / ((y1[edge] as number) - ay);
    const place = x < west ? west : Math.min(x, east);
    let at = k;
    for (; at > 0 && (places[at - 1] as number) > place; at--) {
      places[at] = places[at - 1] as number;
      active[at] = active[at - 1] as number;
    }
    places[at] = place;
    active[at] = edge;
  }
}

/** Adds a strip where every owner is a group of its own. */
function addStripOfOneEach(standing: number, height: number, groupOf: ArrayLike<number>): void {
  let mask = 0;
  let from = 0;
  for (let k = 0; k < standing; k++) {
    const x = places[k] as number;
    if (mask !== 0) areas[mask] = (areas[mask] as number) + (x - from) * height;
    from = x;
    mask ^= 1 << (groupOf[owners[active[k] as number] as number] as number);
  }
}

function addStrip(standing: number, height: number, groupOf: ArrayLike<number>): void {
  let mask = 0;
  let from = 0;
  odd.fill(0);
  depth.fill(0);
  for (let k = 0; k < standing; k++) {
    const x = places[k] as number;
    if (mask !== 0) areas[mask] = (areas[mask] as number) + (x - from) * height;
    from = x;
    const owner = owners[active[k] as number] as number;
    const group = groupOf[owner] as number;
    odd[owner] = 1 - (odd[owner] as number);
    depth[group] = (depth[group] as number) + (odd[owner] === 1 ? 1 : -1);
    mask = depth[group] === 0 ? mask & ~(1 << group) : mask | (1 << group);
  }
}

/** Orders the edges by the height at which they begin. */
function sortEdges(): void {
  for (let i = 0; i < edges; i++) order[i] = i;
  if (edges > 40) {
    order.subarray(0, edges).sort((p, q) => (y0[p] as number) - (y0[q] as number));
    return;
  }
  for (let i = 1; i < edges; i++) {
    const edge = order[i] as number;
    const low = y0[edge] as number;
    let at = i;
    for (; at > 0 && (y0[order[at - 1] as number] as number) > low; at--) order[at] = order[at - 1] as number;
    order[at] = edge;
  }
}

/** Adds every height at which edges of two owners cross. */
function addCrossings(): void {
  const [west, south, east, north] = window;
  for (let p = 0; p < edges; p++) {
    const i = order[p] as number;
    const ax = x0[i] as number;
    const ay = y0[i] as number;
    const bx = x1[i] as number;
    const by = y1[i] as number;
    if (ax < west && bx < west) continue;
    for (let q = p + 1; q < edges; q++) {
      const j = order[q] as number;
      const cy = y0[j] as number;
      if (cy >= by) break;
      if (owners[i] === owners[j]) continue;
      const cx = x0[j] as number;
      const dx = x1[j] as number;
      if ((ax < cx && ax < dx && bx < cx && bx < dx) || (ax > cx && ax > dx && bx > cx && bx > dx)) continue;
      const dy = y1[j] as number;
      if (!segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)) continue;
      const share = crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
      if (share === null) continue;
      const x = ax + (bx - ax) * share;
      const y = ay + (by - ay) * share;
      if (x >= west && x <= east && y > south && y < north) addLevel(y);
    }
  }
}

function sortLevels(): void {
  if (levels > 48) {
    heights.subarray(0, levels).sort();
    return;
  }
  for (let i = 1; i < levels; i++) {
    const height = heights[i] as number;
    let at = i;
    for (; at > 0 && (heights[at - 1] as number) > height; at--) heights[at] = heights[at - 1] as number;
    heights[at] = height;
  }
}

function addLevel(height: number): void {
  if (levels === heights.length) heights = twice(heights);
  heights[levels++] = height;
}

function grow(): void {
  [x0, y0, x1, y1, places] = [twice(x0), twice(y0), twice(x1), twice(y1), twice(places)];
  [owners, order, active] = [twiceOf(owners), twiceOf(order), twiceOf(active)];
}

function twice(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

function twiceOf(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
