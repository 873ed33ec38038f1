import { Heap } from './heap';
import type { NodeGraph } from './node-graph';

/** A proven lower bound, and of every node's cost what did not go into it: whoever takes the node pays that on top. */
export interface Bound {
  readonly root: number;
  readonly lowerBound: number;
  readonly left: Float64Array;
}

/** What a terminal reaches without paying, and the nodes around it that would have to be paid for. */
interface Region {
  /** 0 = outside, 1 = border, 2 = inside. */
  readonly standing: Uint8Array;
  border: number[];
}

const BORDER = 1;
const INSIDE = 2;

/**
 * Bounds the cheapest connected set from below by dual ascent on node cuts, rooted at the given terminal: as long as
 * a terminal is cut off from the root, some neighbour of what it reaches for nothing has to be paid for.
 * Wong 1984 carried over from arcs to nodes. Infinity where a terminal cannot be connected at all.
 */
export function boundSteiner(graph: NodeGraph, root: number): Bound {
  const left = Float64Array.from(graph.costs);
  let lowerBound = 0;
  const waiting = new Heap();
  const regions: Region[] = [];
  for (const terminal of graph.terminals) {
    if (terminal === root) continue;
    const standing = new Uint8Array(left.length);
    standing[terminal] = BORDER;
    waiting.push(0, regions.push({ standing, border: [terminal] }) - 1);
  }
  while (waiting.size > 0) {
    const region = regions[waiting.pop()] as Region;
    grow(graph, left, region);
    const { standing, border } = region;
    if (standing[root] === INSIDE) continue;
    if (border.length === 0) return { root, lowerBound: Number.POSITIVE_INFINITY, left };
    if (border.length <= waiting.leastKey()) {
      let least = Number.POSITIVE_INFINITY;
      for (const node of border) least = Math.min(least, left[node] as number);
      for (const node of border) left[node] = (left[node] as number) - least;
      lowerBound += least;
    }
    waiting.push(border.length, regions.indexOf(region));
  }
  return { root, lowerBound, left };
}

/** Takes in every border node that nothing is left to pay for, and what lies behind it. */
function grow({ firsts, ends }: NodeGraph, left: Float64Array, region: Region): void {
  const { standing } = region;
  const stack = region.border.filter((node) => left[node] === 0);
  if (stack.length === 0) return;
  const border = region.border.filter((node) => left[node] !== 0);
  for (const node of stack) standing[node] = INSIDE;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let at = firsts[node] as number; at < (firsts[node + 1] as number); at++) {
      const other = ends[at] as number;
      if (standing[other] !== 0) continue;
      if (left[other] === 0) {
        standing[other] = INSIDE;
        stack.push(other);
      } else {
        standing[other] = BORDER;
        border.push(other);
      }
    }
  }
  region.border = border;
}
