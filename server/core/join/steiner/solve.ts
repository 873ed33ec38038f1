import { approximateSteiner } from './approximate';
import { boundSteiner } from './bound';
import { searchExactly } from './exact';
import { type Guide, layGuide } from './guide';
import type { NodeGraph, Tree } from './node-graph';
import { cheapestPaths } from './paths';

/** A connected set, and what every connected set costs at least; equal where the set is proven the cheapest. */
export interface SteinerAnswer {
  readonly tree: Tree;
  readonly lowerBound: number;
  readonly isProven: boolean;
}

/** Up to so many terminals the search is for the cheapest, however long it takes. */
const EXACT_TERMINALS = 10;
/** Up to so many it is tried for so many labels; its bound is good even where it does not end. */
const TRIED_TERMINALS = 16;
const LABELS_AT_MOST = 80_000;
/** Of more terminals, the dearest connection of so many of them is a bound too. */
const BOUND_TERMINALS = 10;
const ROUNDING = 1e-9;

/** Whether solving a graph is helped by a guide laid out before. */
export function wantsGuide({ terminals }: NodeGraph): boolean {
  return terminals.length > 1 && terminals.length <= TRIED_TERMINALS;
}

/**
 * Finds the cheapest connected set of a graph, exactly up to ten terminals, else the best found with a proven bound;
 * null if the terminals cannot be connected, or not for as little as `limit`.
 */
export function solveSteiner(graph: NodeGraph, limit = Number.POSITIVE_INFINITY, guide?: Guide): SteinerAnswer | null {
  const { terminals } = graph;
  if (terminals.length <= TRIED_TERMINALS) {
    const labels = terminals.length <= EXACT_TERMINALS ? Number.POSITIVE_INFINITY : LABELS_AT_MOST;
    const { tree, lowerBound } = searchExactly(graph, limit, guide ?? layGuide(graph), labels);
    if (tree) return { tree, lowerBound: tree.cost, isProven: true };
    return lowerBound === Number.POSITIVE_INFINITY ? null : withBound(graph, lowerBound);
  }
  return withBound(graph, 0);
}

/** The best set that is quickly found, with the better of the given bound and the quick ones. */
function withBound(graph: NodeGraph, known: number): SteinerAnswer | null {
  const [root] = graph.terminals;
  const bound = root === undefined ? null : boundSteiner(graph, root);
  if (bound?.lowerBound === Number.POSITIVE_INFINITY) return null;
  const tree = approximateSteiner(graph, (node) => bound?.left[node] === 0);
  if (!tree) return null;
  const some = known > 0 ? 0 : costOfSome(graph);
  const lowerBound = Math.min(tree.cost, Math.max(known, bound?.lowerBound ?? 0, some));
  const isProven = lowerBound >= tree.cost - ROUNDING * Math.max(1, tree.cost);
  return { tree, lowerBound: isProven ? tree.cost : lowerBound, isProven };
}

/** What it costs at least to connect some terminals that lie far apart: never more than to connect all. */
function costOfSome(graph: NodeGraph): number {
  const some = graph.terminals.slice(0, 1);
  while (some.length < BOUND_TERMINALS) {
    const { costs } = cheapestPaths(graph, some);
    const far = (terminal: number) => costs[terminal] as number;
    const farthest = graph.terminals.reduce((a, b) => (far(b) > far(a) ? b : a));
    if (some.includes(farthest)) break;
    some.push(farthest);
  }
  const { lowerBound } = searchExactly({ ...graph, terminals: some }, undefined, undefined, LABELS_AT_MOST);
  return lowerBound;
}
