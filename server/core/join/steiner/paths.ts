import { Heap } from './heap';
import type { NodeGraph } from './node-graph';

/** Costs of the cheapest paths from some nodes; the far end is paid for, the start is not. */
export interface Paths {
  readonly costs: Float64Array;
  /** The node a path comes from; -1 at a start. */
  readonly before: Int32Array;
}

/** Finds the cheapest paths from `starts` to everywhere; `costs` may stand in for the graph's own (Infinity = not to be entered). */
export function cheapestPaths(graph: NodeGraph, starts: Iterable<number>, costs = graph.costs): Paths {
  const { firsts, ends } = graph;
  const reached = new Float64Array(costs.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(costs.length).fill(-1);
  const heap = new Heap();
  for (const start of starts) {
    reached[start] = 0;
    heap.push(0, start);
  }
  while (heap.size > 0) {
    const key = heap.leastKey();
    const node = heap.pop();
    if (key > (reached[node] as number)) continue;
    for (let at = firsts[node] as number; at < (firsts[node + 1] as number); at++) {
      const other = ends[at] as number;
      const cost = key + (costs[other] as number);
      if (cost >= (reached[other] as number)) continue;
      reached[other] = cost;
      before[other] = node;
      heap.push(cost, other);
    }
  }
  return { costs: reached, before };
}
