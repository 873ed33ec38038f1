import { EDGES_PER_BLOCK, FEW_EDGES, type Level, levelsOf } from './edge-blocks';
import type { Box, Shape } from './shape';

/** A list of edges, by their places in a flat array, used over and over so that measuring allocates nothing. */
export class EdgeList {
  places = new Int32Array(64);
  count = 0;

  add(place: number): void {
    if (this.count === this.places.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[this.count++] = place;
  }

  /** Where in the list, which is in order, a place stands that is in it. */
  numberOf(place: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.places[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Lists, in their order, the edges whose boxes come within `reach` metres of a box. */
export function edgesNear(edges: Float64Array, box: Box, reach: number, found: EdgeList): void {
  found.count = 0;
  const levels = levelsOf(edges);
  if (levels === null) addNear(edges, 0, edges.length, box, reach, found);
  else {
    const top = levels.length - 1;
    descend(edges, levels, top, 0, (levels[top] as Level).boxes.length / 4, box, reach, found);
  }
}

/** The box in hand, used over and over. */
const around: [number, number, number, number] = [0.5, 0.5, 0.5, 0.5];

/**
 * Lists the edges of two shapes that may come within `reach` metres of each other; false if there are none. The edges
 * found of one narrow the box in which those of the other are looked for.
 */
export function edgesFacing(a: Shape, b: Shape, reach: number, ofA: EdgeList, ofB: EdgeList): boolean {
  edgesNear(a.edges, b.box, reach, ofA);
  return narrow(a.edges, ofA, b, reach, ofB) && narrow(b.edges, ofB, a, reach, ofA);
}

/** Lists the edges of `other` near the listed ones, as far as these come near it. */
function narrow(edges: Float64Array, listed: EdgeList, other: Shape, reach: number, found: EdgeList): boolean {
  if (listed.count === 0) return false;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < listed.count; k++) {
    const i = listed.places[k] as number;
    west = Math.min(west, edges[i] as number, edges[i + 2] as number);
    south = Math.min(south, edges[i + 1] as number, edges[i + 3] as number);
    east = Math.max(east, edges[i] as number, edges[i + 2] as number);
    north = Math.max(north, edges[i + 1] as number, edges[i + 3] as number);
  }
  around[0] = Math.max(west, other.box[0] - reach);
  around[1] = Math.max(south, other.box[1] - reach);
  around[2] = Math.min(east, other.box[2] + reach);
  around[3] = Math.min(north, other.box[3] + reach);
  edgesNear(other.edges, around, reach, found);
  return found.count > 0;
}

/**
 * Those edges of another shape that come near edge i: the list of all that come near the first shape at all where it
 * is short enough to be walked, else asked for and put into `found`.
 */
export function edgesBeside(
  edges: Float64Array,
  i: number,
  others: Float64Array,
  all: EdgeList,
  reach: number,
  found: EdgeList,
): EdgeList {
  if (all.count <= FEW_EDGES) return all;
  around[0] = Math.min(edges[i] as number, edges[i + 2] as number);
  around[1] = Math.min(edges[i + 1] as number, edges[i + 3] as number);
  around[2] = Math.max(edges[i] as number, edges[i + 2] as number);
  around[3] = Math.max(edges[i + 1] as number, edges[i + 3] as number);
  edgesNear(others, around, reach, found);
  return found;
}

function descend(
  edges: Float64Array,
  levels: readonly Level[],
  level: number,
  from: number,
  to: number,
  box: Box,
  reach: number,
  found: EdgeList,
): void {
  const { boxes } = levels[level] as Level;
  for (let block = from; block < to; block++) {
    const b = block * 4;
    if ((boxes[b] as number) > box[2] + reach || (boxes[b + 2] as number) < box[0] - reach) continue;
    if ((boxes[b + 1] as number) > box[3] + reach || (boxes[b + 3] as number) < box[1] - reach) continue;
    const first = block * EDGES_PER_BLOCK;
    if (level === 0) {
      const end = Math.min((first + EDGES_PER_BLOCK) * 4, edges.length);
      addNear(edges, first * 4, end, box, reach, found);
    } else {
      const end = Math.min(first + EDGES_PER_BLOCK, (levels[level - 1] as Level).boxes.length / 4);
      descend(edges, levels, level - 1, first, end, box, reach, found);
    }
  }
}

function addNear(edges: Float64Array, from: number, to: number, box: Box, reach: number, found: EdgeList): void {
  const west = box[0] - reach;
  const south = box[1] - reach;
  const east = box[2] + reach;
  const north = box[3] + reach;
  for (let i = from; i < to; i += 4) {
    const ax = edges[i] as number;
    const bx = edges[i + 2] as number;
    if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
    const ay = edges[i + 1] as number;
    const by = edges[i + 3] as number;
    if ((ay < south && by < south) || (ay > north && by > north)) continue;
    found.add(i);
  }
}
