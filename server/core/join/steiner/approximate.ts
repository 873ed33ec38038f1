import { Heap } from './heap';
import { connectsAll, costOf, type NodeGraph, type Tree } from './node-graph';

const STARTS = 6;
const ROUNDS = 4;

/** Finds a cheap connected set holding all terminals in little time; the bound with it says nothing. */
export function quickSteiner(graph: NodeGraph): { tree: Tree; lowerBound: number } | null {
  const [start] = graph.terminals;
  if (start === undefined) return { tree: { cost: 0, nodes: [] }, lowerBound: 0 };
  const nodes = growFrom(graph, graph.costs, new Set([start]));
  return nodes && { tree: withoutIdle(graph, nodes), lowerBound: 0 };
}

/**
 * Finds a cheap connected set holding all terminals, without a promise of the cheapest; null if there is none.
 * Cheapest paths from several terminals (Takahashi and Matsuyama 1980), then every node is left out in turn and the
 * rest joined again as long as that saves. `favoured` nodes, where given, are tried alone first.
 */
export function approximateSteiner(graph: NodeGraph, favoured?: (node: number) => boolean): Tree | null {
  const { terminals, costs } = graph;
  const stride = Math.max(1, Math.floor(terminals.length / STARTS));
  const within =
    favoured && costs.map((cost, node) => (cost === 0 || favoured(node) ? cost : Number.POSITIVE_INFINITY));
  let best: Tree | null = null;
  for (let at = 0; at < terminals.length; at += stride) {
    const start = terminals[at] as number;
    for (const view of within ? [within, costs] : [costs]) {
      const nodes = growFrom(graph, view, new Set([start]));
      if (!nodes) continue;
      const tree = withoutIdle(graph, nodes);
      if (!best || tree.cost < best.cost) best = tree;
    }
  }
  return best && improve(graph, best);
}

/** Adds the cheapest path to the nearest missing terminal until none is missing. */
function growFrom(graph: NodeGraph, costs: Float64Array, nodes: Set<number>): Set<number> | null {
  const { firsts, ends } = graph;
  const missing = new Set(graph.terminals.filter((terminal) => !nodes.has(terminal)));
  const reached = new Float64Array(costs.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(costs.length).fill(-1);
  const heap = new Heap();
  const start = (node: number) => {
    reached[node] = 0;
    before[node] = -1;
    heap.push(0, node);
  };
  for (const node of nodes) start(node);
  while (missing.size > 0 && heap.size > 0) {
    const key = heap.leastKey();
    const node = heap.pop();
    if (key > (reached[node] as number)) continue;
    if (missing.has(node)) {
      // What has been reached stays reached: only the new path's nodes start over.
      for (let at = node; at >= 0 && !nodes.has(at); ) {
        const back = before[at] as number;
        nodes.add(at);
        missing.delete(at);
        start(at);
        at = back;
      }
      continue;
    }
    for (let at = firsts[node] as number; at < (firsts[node + 1] as number); at++) {
      const other = ends[at] as number;
      const cost = key + (costs[other] as number);
      if (cost >= (reached[other] as number)) continue;
      reached[other] = cost;
      before[other] = node;
      heap.push(cost, other);
    }
  }
  return missing.size > 0 ? null : nodes;
}

/** Leaves out, dearest first, every node the rest hangs together without. */
function withoutIdle(graph: NodeGraph, nodes: Iterable<number>): Tree {
  const isHeld = new Uint8Array(graph.costs.length);
  const all = [...nodes];
  for (const node of all) isHeld[node] = 1;
  const paid = all.filter((node) => (graph.costs[node] as number) > 0);
  paid.sort((a, b) => (graph.costs[b] as number) - (graph.costs[a] as number) || a - b);
  for (const node of paid) {
    isHeld[node] = 0;
    if (!connectsAll(graph, isHeld)) isHeld[node] = 1;
  }
  const kept = all.filter((node) => isHeld[node] === 1);
  return { cost: costOf(graph, kept), nodes: kept };
}

/** Tries the tree without each of its nodes, and stops when a whole round saves nothing. */
function improve(graph: NodeGraph, tree: Tree): Tree {
  let best = tree;
  for (let round = 0; round < ROUNDS; round++) {
    const before = best.cost;
    for (const node of best.nodes) {
      if (graph.costs[node] === 0 || !best.nodes.includes(node)) continue;
      const other = without(graph, best, node);
      if (other && other.cost < best.cost) best = other;
    }
    if (best.cost === before) break;
  }
  return best;
}

function without(graph: NodeGraph, tree: Tree, dropped: number): Tree | null {
  const costs = Float64Array.from(graph.costs);
  for (const node of tree.nodes) costs[node] = 0;
  costs[dropped] = Number.POSITIVE_INFINITY;
  const [start] = graph.terminals;
  const nodes = start === undefined ? null : growFrom(graph, costs, new Set([start]));
  return nodes && withoutIdle(graph, nodes);
}
