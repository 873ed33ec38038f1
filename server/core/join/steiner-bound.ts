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
  const waiting = createHeap<number>();
  for (const terminal of graph.terminals) if (terminal !== root) waiting.push(0, terminal);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { inside, border } = cutAround(graph, left, next.item);
    if (inside.has(root)) continue;
    if (border.length === 0) return { lowerBound: Number.POSITIVE_INFINITY, left };
    if (border.length > waiting.leastKey()) {
      waiting.push(border.length, next.item);
      continue;
    }
    let least = Number.POSITIVE_INFINITY;
    for (const node of border) least = Math.min(least, left[node] ?? 0);
    for (const node of border) left[node] = (left[node] ?? 0) - least;
    lowerBound += least;
    waiting.push(border.length, next.item);
  }
  return { lowerBound, left };
}

/** What a terminal reaches without paying, and the nodes around it that would have to be paid for. */
function cutAround(graph: NodeGraph, left: Float64Array, terminal: number) {
  const inside = new Set([terminal]);
  const border = new Set<number>();
  const stack = [terminal];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const other of graph.neighbours[node] ?? []) {
      if (inside.has(other)) continue;
      if ((left[other] ?? 0) > 0) border.add(other);
      else {
        inside.add(other);
        stack.push(other);
      }
    }
  }
  return { inside, border: [...border] };
}
