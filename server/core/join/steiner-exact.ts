import { createHeap } from './heap';
import { cheapestPaths, costOf, type NodeGraph, type Tree } from './node-graph';

const NONE = -1;

/** Best known costs of connecting one set of terminals with each node, and how each was reached. */
interface Layer {
  readonly costs: Float64Array;
  /** A neighbour (>= 0) the node was reached from, NONE at a start, or `-2 - subset` where two subsets meet. */
  readonly from: Int32Array;
  readonly reached: number[];
}

/**
 * Finds the cheapest connected set holding all terminals, or null if none costs at most `limit`.
 * Dreyfus and Wagner 1971 with the growth step of Erickson, Monma and Veinott 1987, nodes weighted; what cannot beat
 * `limit` is dropped by the distance to the farthest terminal still missing. Time and memory grow with 3^terminals.
 */
export function solveSteinerExactly(graph: NodeGraph, limit = Number.POSITIVE_INFINITY): Tree | null {
  const root = graph.terminals.at(-1);
  if (root === undefined) return { cost: 0, nodes: [] };
  const others = graph.terminals.slice(0, -1);
  if (others.length === 0) return { cost: 0, nodes: [root] };
  const allowed = limit + Math.abs(limit) * 1e-12 + 1e-12;
  const distances = graph.terminals.map((terminal) => cheapestPaths(graph, [[terminal, 0]]).costs);
  if (others.some((terminal) => distances.at(-1)?.[terminal] === Number.POSITIVE_INFINITY)) return null;

  const full = (1 << others.length) - 1;
  const layers: Layer[] = [];
  for (let mask = 1; mask <= full; mask++) {
    layers[mask] = growLayer(
      graph,
      others,
      layers,
      mask,
      (node) => farthestMissing(graph, distances, mask, node),
      allowed,
    );
  }
  const cost = layers[full]?.costs[root] ?? Number.POSITIVE_INFINITY;
  if (cost === Number.POSITIVE_INFINITY) return null;
  const nodes = collect(layers, full, root);
  return { cost: costOf(graph, nodes), nodes: [...nodes] };
}

/** What it costs at least, beyond the node itself, to reach the farthest terminal that is not in the mask. */
function farthestMissing(graph: NodeGraph, distances: readonly Float64Array[], mask: number, node: number): number {
  let most = 0;
  for (const [index, costs] of distances.entries()) {
    if ((mask >> index) & 1) continue;
    most = Math.max(most, (costs[node] ?? 0) - (graph.costs[node] ?? 0));
  }
  return most;
}

function growLayer(
  graph: NodeGraph,
  terminals: readonly number[],
  layers: readonly Layer[],
  mask: number,
  stillToPay: (node: number) => number,
  allowed: number,
): Layer {
  const size = graph.costs.length;
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(size).fill(NONE);
  const single = Math.log2(mask);
  const start = terminals[single];
  if (start !== undefined) costs[start] = 0;
  else meetSubsets(graph, layers, mask, costs, from);

  const heap = createHeap<number>();
  for (let node = 0; node < size; node++) {
    const cost = costs[node] ?? 0;
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (cost + stillToPay(node) > allowed) costs[node] = Number.POSITIVE_INFINITY;
    else heap.push(cost, node);
  }
  const reached: number[] = [];
  for (let next = heap.pop(); next; next = heap.pop()) {
    const { key, item: node } = next;
    if (key > (costs[node] ?? 0)) continue;
    reached.push(node);
    for (const other of graph.neighbours[node] ?? []) {
      const cost = key + (graph.costs[other] ?? 0);
      if (cost >= (costs[other] ?? 0) || cost + stillToPay(other) > allowed) continue;
      costs[other] = cost;
      from[other] = node;
      heap.push(cost, other);
    }
  }
  return { costs, from, reached };
}

/** Joins two disjoint subsets of the mask at a node both reach; the node is paid for once. */
function meetSubsets(graph: NodeGraph, layers: readonly Layer[], mask: number, costs: Float64Array, from: Int32Array) {
  for (let subset = (mask - 1) & mask; subset > (mask ^ subset); subset = (subset - 1) & mask) {
    const one = layers[subset];
    const two = layers[mask ^ subset];
    if (!one || !two) continue;
    const fewer = one.reached.length <= two.reached.length ? one : two;
    for (const node of fewer.reached) {
      const cost = (one.costs[node] ?? 0) + (two.costs[node] ?? 0) - (graph.costs[node] ?? 0);
      if (cost >= (costs[node] ?? 0)) continue;
      costs[node] = cost;
      from[node] = -2 - subset;
    }
  }
}

/** Walks back from the root through growth and meeting steps. */
function collect(layers: readonly Layer[], full: number, root: number): Set<number> {
  const nodes = new Set<number>();
  const open: [mask: number, node: number][] = [[full, root]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [mask, node] = next;
    nodes.add(node);
    const step = layers[mask]?.from[node] ?? NONE;
    if (step >= 0) open.push([mask, step]);
    else if (step < NONE) open.push([-2 - step, node], [mask ^ (-2 - step), node]);
  }
  return nodes;
}
