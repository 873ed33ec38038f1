import { createHeap } from './heap';

/** An undirected graph whose nodes cost something. Terminals cost nothing and must all be connected. */
export interface NodeGraph {
  /** Cost of taking a node: 0 for what is taken already and for nothing else, otherwise above 0. */
  readonly costs: Float64Array;
  /** Neighbours of each node, both ways. */
  readonly neighbours: readonly (readonly number[])[];
  /** One node of every piece that has to be connected. */
  readonly terminals: readonly number[];
}

/** A connected set of nodes and what it costs. */
export interface Tree {
  readonly cost: number;
  readonly nodes: readonly number[];
}

/** Costs of the cheapest paths from some nodes; the far end is paid for, the start as `startCosts` says. */
export interface Paths {
  readonly costs: Float64Array;
  readonly before: Int32Array;
}

/** Finds the cheapest paths from `starts` to everywhere, or until a node that `isEnough` is settled. */
export function cheapestPaths(
  graph: NodeGraph,
  starts: Iterable<readonly [node: number, cost: number]>,
  isEnough: (node: number) => boolean = () => false,
): Paths {
  const costs = new Float64Array(graph.costs.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(graph.costs.length).fill(-1);
  const heap = createHeap<number>();
  for (const [node, cost] of starts) {
    if (cost >= (costs[node] ?? 0)) continue;
    costs[node] = cost;
    heap.push(cost, node);
  }
  for (let next = heap.pop(); next; next = heap.pop()) {
    const { key, item: node } = next;
    if (key > (costs[node] ?? 0)) continue;
    if (isEnough(node)) break;
    for (const other of graph.neighbours[node] ?? []) {
      const cost = key + (graph.costs[other] ?? 0);
      if (cost >= (costs[other] ?? 0)) continue;
      costs[other] = cost;
      before[other] = node;
      heap.push(cost, other);
    }
  }
  return { costs, before };
}

/** The sum of what the nodes of a set cost, each once. */
export function costOf(graph: NodeGraph, nodes: Iterable<number>): number {
  let sum = 0;
  for (const node of new Set(nodes)) sum += graph.costs[node] ?? 0;
  return sum;
}

/** Whether the nodes of a set hang together and hold every terminal. */
export function connectsAll(graph: NodeGraph, nodes: ReadonlySet<number>): boolean {
  const [first] = graph.terminals;
  if (first === undefined) return true;
  const seen = new Set([first]);
  const stack = [first];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const other of graph.neighbours[node] ?? []) {
      if (seen.has(other) || !(nodes.has(other) || graph.costs[other] === 0)) continue;
      seen.add(other);
      stack.push(other);
    }
  }
  return graph.terminals.every((terminal) => seen.has(terminal));
}
