import { cheapestPaths, connectsAll, costOf, type NodeGraph, type Tree } from './node-graph';

const STARTS = 6;
const ROUNDS = 4;

/**
 * Finds a cheap connected set holding all terminals, without a promise of the cheapest; null if there is none.
 * Cheapest paths from several terminals (Takahashi and Matsuyama 1980), then every node is left out in turn and the
 * rest joined again as long as that saves. `favoured` nodes, where given, are tried alone first.
 */
export function approximateSteiner(graph: NodeGraph, favoured?: ReadonlySet<number>): Tree | null {
  const { terminals } = graph;
  const stride = Math.max(1, Math.floor(terminals.length / STARTS));
  let best: Tree | null = null;
  for (let at = 0; at < terminals.length; at += stride) {
    const start = terminals[at];
    if (start === undefined) continue;
    for (const view of favoured ? [within(graph, favoured), graph] : [graph]) {
      const nodes = growFrom(view, new Set([start]));
      if (!nodes) continue;
      const tree = withoutIdle(graph, nodes);
      if (!best || tree.cost < best.cost) best = tree;
    }
  }
  return best && improve(graph, best);
}

/** The same graph with every node that is neither favoured nor taken already out of reach. */
function within(graph: NodeGraph, favoured: ReadonlySet<number>): NodeGraph {
  const neighbours = graph.neighbours.map((list) =>
    list.filter((node) => favoured.has(node) || graph.costs[node] === 0),
  );
  return { ...graph, neighbours };
}

/** Adds the cheapest path to the nearest missing terminal until none is missing. */
function growFrom(graph: NodeGraph, nodes: Set<number>): Set<number> | null {
  const missing = new Set(graph.terminals.filter((terminal) => !nodes.has(terminal)));
  while (missing.size > 0) {
    let nearest = -1;
    const isMissing = (node: number) => {
      if (missing.has(node)) nearest = node;
      return missing.has(node);
    };
    const starts = [...nodes].map((node) => [node, 0] as const);
    const paths = cheapestPaths(graph, starts, isMissing);
    if (nearest < 0) return null;
    for (let node = nearest; node >= 0 && !nodes.has(node); node = paths.before[node] ?? -1) nodes.add(node);
    for (const node of nodes) missing.delete(node);
  }
  return nodes;
}

/** Leaves out, dearest first, every node the rest hangs together without. */
function withoutIdle(graph: NodeGraph, nodes: Iterable<number>): Tree {
  const kept = new Set(nodes);
  const paid = [...kept].filter((node) => (graph.costs[node] ?? 0) > 0);
  paid.sort((a, b) => (graph.costs[b] ?? 0) - (graph.costs[a] ?? 0) || a - b);
  for (const node of paid) {
    kept.delete(node);
    if (!connectsAll(graph, kept)) kept.add(node);
  }
  return { cost: costOf(graph, kept), nodes: [...kept] };
}

/** Tries the tree without each of its nodes, and stops when a whole round saves nothing. */
function improve(graph: NodeGraph, tree: Tree): Tree {
  let best = tree;
  for (let round = 0; round < ROUNDS; round++) {
    const before = best.cost;
    for (const node of tree.nodes) {
      if ((graph.costs[node] ?? 0) === 0 || !best.nodes.includes(node)) continue;
      const other = without(graph, best, node);
      if (other && other.cost < best.cost) best = other;
    }
    if (best.cost === before) break;
  }
  return best;
}

function without(graph: NodeGraph, tree: Tree, dropped: number): Tree | null {
  const costs = Float64Array.from(graph.costs);
  for (const node of tree.nodes) if (node !== dropped) costs[node] = 0;
  costs[dropped] = Number.POSITIVE_INFINITY;
  const [start] = graph.terminals;
  const nodes = start === undefined ? null : growFrom({ ...graph, costs }, new Set([start]));
  return nodes && withoutIdle(graph, nodes);
}
