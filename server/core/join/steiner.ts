import { cheapestPaths, type NodeGraph, type Tree } from './node-graph';
import { approximateSteiner } from './steiner-approximate';
import { type Bound, boundSteiner } from './steiner-bound';
import { solveSteinerExactly } from './steiner-exact';

/** A connected set, and what every connected set costs at least; equal where the set is proven the cheapest. */
export interface SteinerAnswer {
  readonly tree: Tree;
  readonly lowerBound: number;
  readonly isProven: boolean;
}

/** Up to so many terminals the exact table is filled; beyond that the bound is given honestly. */
const EXACT_TERMINALS = 10;
const ROOTS = 3;
/** Of more terminals, the dearest connection of so many of them is a bound too. */
const BOUND_TERMINALS = 8;
const ROUNDING = 1e-9;

/**
 * Finds the cheapest connected set of a graph, exactly up to ten terminals, else the best found with a proven bound;
 * null if the terminals cannot be connected. Nodes that the bound shows to be too dear are left out first.
 */
export function solveSteiner(graph: NodeGraph): SteinerAnswer | null {
  const isSmall = graph.terminals.length <= EXACT_TERMINALS;
  const bounds = rootsOf(graph, isSmall ? 1 : ROOTS).map((root) => boundSteiner(graph, root));
  const best = bounds.reduce<Bound | null>((a, b) => (a && a.lowerBound >= b.lowerBound ? a : b), null);
  if (!best) return { tree: { cost: 0, nodes: [] }, lowerBound: 0, isProven: true };
  if (best.lowerBound === Number.POSITIVE_INFINITY) return null;
  const saturated = new Set([...best.left.keys()].filter((node) => best.left[node] === 0));
  const near = approximateSteiner(graph, saturated);
  if (!near) return null;
  const slack = ROUNDING * Math.max(1, near.cost);
  if (near.cost <= best.lowerBound + slack) return { tree: near, lowerBound: near.cost, isProven: true };
  if (!isSmall) {
    const lowerBound = Math.max(best.lowerBound, costOfSome(graph, near.cost + slack));
    return { tree: near, lowerBound: Math.min(lowerBound, near.cost), isProven: lowerBound >= near.cost - slack };
  }
  const tree = solveSteinerExactly(withoutDear(graph, bounds, near.cost + slack), near.cost + slack) ?? near;
  return { tree, lowerBound: tree.cost, isProven: true };
}

function rootsOf({ terminals }: NodeGraph, count: number): number[] {
  const stride = Math.max(1, Math.ceil(terminals.length / count));
  return terminals.filter((_, place) => place % stride === 0);
}

/** Cuts off every node that no connected set of at most `limit` can hold: to reach it costs too much over the bound. */
function withoutDear(graph: NodeGraph, bounds: readonly Bound[], limit: number): NodeGraph {
  const dear = new Set<number>();
  for (const { left, lowerBound } of bounds) {
    const starts = graph.terminals.map((terminal) => [terminal, 0] as const);
    const { costs } = cheapestPaths({ ...graph, costs: left }, starts);
    for (const [node, cost] of costs.entries()) if (lowerBound + cost > limit) dear.add(node);
  }
  const neighbours = graph.neighbours.map((list, node) =>
    dear.has(node) ? [] : list.filter((other) => !dear.has(other)),
  );
  return { ...graph, neighbours };
}

/** What it costs to connect some terminals that lie far apart: never more than to connect all. */
function costOfSome(graph: NodeGraph, limit: number): number {
  const some = graph.terminals.slice(0, 1);
  while (some.length < BOUND_TERMINALS) {
    const { costs } = cheapestPaths(
      graph,
      some.map((terminal) => [terminal, 0] as const),
    );
    const farthest = graph.terminals.reduce((a, b) => ((costs[b] ?? 0) > (costs[a] ?? 0) ? b : a));
    if (some.includes(farthest)) break;
    some.push(farthest);
  }
  return solveSteinerExactly({ ...graph, terminals: some }, limit)?.cost ?? 0;
}
