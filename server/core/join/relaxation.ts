import { Groups } from '../fabric/groups';
import type { NodeGraph } from './node-graph';
import { solveSteiner } from './steiner';

/** Candidates and what could join what, laid out for the search. */
export interface JoinGraph {
  readonly links: readonly (readonly number[])[];
  /** The candidate each blob is a part of, -1 for the pieces of the park. */
  readonly candidateOf: Int32Array;
  /** Cost of every candidate, above 0. */
  readonly costs: Float64Array;
}

/** What has been decided about candidates: taken, refused, or still free. */
export interface Decisions {
  readonly taken: ReadonlySet<number>;
  readonly refused: ReadonlySet<number>;
}

/** The cheapest set as far as the graph tells, and what every set costs at least. */
export interface Relaxed {
  readonly chosen: readonly number[];
  readonly cost: number;
  readonly lowerBound: number;
}

/**
 * Solves the joining problem on the graph alone: never dearer than the truth, null if even so nothing joins the park.
 * A free candidate of several parts counts as one node, as if its parts hung together; once taken, every part of it
 * has to be reached.
 */
export function relax(graph: JoinGraph, decisions: Decisions): Relaxed | null {
  const { graph: nodes, candidateOf } = lay(graph, decisions);
  const answer = solveSteiner(nodes);
  if (!answer) return null;
  const chosen = new Set(decisions.taken);
  for (const node of answer.tree.nodes) if ((candidateOf[node] ?? -1) >= 0) chosen.add(candidateOf[node] ?? 0);
  let paid = 0;
  for (const candidate of decisions.taken) paid += graph.costs[candidate] ?? 0;
  return {
    chosen: [...chosen].sort((a, b) => a - b),
    cost: paid + answer.tree.cost,
    lowerBound: paid + answer.lowerBound,
  };
}

function lay(graph: JoinGraph, { taken, refused }: Decisions): { graph: NodeGraph; candidateOf: number[] } {
  const nodeOf = new Int32Array(graph.links.length).fill(-1);
  const candidateOf: number[] = [];
  const costs: number[] = [];
  const merged = new Map<number, number>();
  for (const [blob, candidate] of graph.candidateOf.entries()) {
    if (candidate >= 0 && refused.has(candidate)) continue;
    const isFree = candidate >= 0 && !taken.has(candidate);
    const known = isFree ? merged.get(candidate) : undefined;
    const node = known ?? costs.length;
    nodeOf[blob] = node;
    if (known !== undefined) continue;
    candidateOf[node] = candidate;
    costs[node] = isFree ? (graph.costs[candidate] ?? 0) : 0;
    if (isFree) merged.set(candidate, node);
  }
  const neighbours = costs.map(() => new Set<number>());
  for (const [blob, list] of graph.links.entries()) {
    const node = nodeOf[blob] ?? -1;
    for (const other of list) {
      const target = nodeOf[other] ?? -1;
      if (node >= 0 && target >= 0 && node !== target) neighbours[node]?.add(target);
    }
  }
  const lists = neighbours.map((set) => [...set]);
  return {
    graph: { costs: Float64Array.from(costs), neighbours: lists, terminals: terminalsOf(costs, lists) },
    candidateOf,
  };
}

/** One node of every group of nodes that are taken already and hang together. */
function terminalsOf(costs: readonly number[], neighbours: readonly (readonly number[])[]): number[] {
  const groups = new Groups(costs.length);
  for (const [node, list] of neighbours.entries()) {
    if (costs[node] !== 0) continue;
    for (const other of list) if (costs[other] === 0) groups.join(node, other);
  }
  return [...costs.keys()].filter((node) => costs[node] === 0 && groups.find(node) === node);
}
