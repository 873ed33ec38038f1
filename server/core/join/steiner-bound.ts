import { createHeap } from './heap';
import type { NodeGraph } from './node-graph';

/** A proven lower bound, and of every node's cost what did not go into it: whoever takes the node pays that on top. */
export interface Bound {
  readonly lowerBound: number;
  readonly left: Float64Array;
}

/**
 * Bounds the cheapest connected set from below by dual ascent on node cuts, rooted at the given terminal: as long as
 * a terminal is cut off from the root, some neighbour of what it reaches for nothing has to be paid for.
 * Wong 1984 carried over from arcs to nodes. Infinity where a terminal cannot be connected at all.
 */
export function boundSteiner(graph: NodeGraph, root: number): Bound {
  const left = Float64Array.from(graph.costs);
  let lowerBound = 0;
  const waiting = createHeap<Region>();
  for (const terminal of graph.terminals) {
    if (terminal !== root) waiting.push(0, { inside: new Set(), border: new Set([terminal]) });
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const region = next.item;
    grow(graph, left, region);
    const { inside, border } = region;
    if (inside.has(root)) continue;
    if (border.size === 0) return { lowerBound: Number.POSITIVE_INFINITY, left };
    if (border.size <= waiting.leastKey()) {
      let least = Number.POSITIVE_INFINITY;
      for (const node of border) least = Math.min(least, left[node] ?? 0);
      for (const node of border) left[node] = (left[node] ?? 0) - least;
      lowerBound += least;
    }
    waiting.push(border.size, region);
  }
  return { lowerBound, left };
}

/** What a terminal reaches without paying, and the nodes around it that would have to be paid for. */
interface Region {
  readonly inside: Set<number>;
  readonly border: Set<number>;
}

/** Takes in every border node that nothing is left to pay for, and what lies behind it. */
function grow(graph: NodeGraph, left: Float64Array, { inside, border }: Region): void {
  const stack = [...border].filter((node) => left[node] === 0);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    border.delete(node);
    inside.add(node);
    for (const other of graph.neighbours[node] ?? []) {
      if (inside.has(other) || border.has(other)) continue;
      border.add(other);
      if (left[other] === 0) stack.push(other);
    }
  }
}
