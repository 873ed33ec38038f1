import { type Guide, layGuide } from './guide';
import { Heap } from './heap';
import { LabelTable } from './label-table';
import { costOf, type NodeGraph, type Tree } from './node-graph';

/** The cheapest connected set where it was found, and what every connected set costs at least. */
export interface Searched {
  readonly tree: Tree | null;
  readonly lowerBound: number;
}

/**
 * Searches the cheapest connected set holding all terminals among those that cost at most `limit`; there is none where
 * the bound comes out above it. Dreyfus and Wagner 1971 with the growth step of Erickson, Monma and Veinott 1987, nodes
 * weighted: a label is a node and a set of terminals, its cost that of the cheapest tree holding both. Labels are
 * settled in the order of Hougardy, Silvanus and Vygen 2017: by their cost and what the rest costs at least, told here
 * by the dearest two terminals missing. So the least waiting bounds every tree, which is the answer after `labelsAtMost`.
 */
export function searchExactly(
  graph: NodeGraph,
  limit = Number.POSITIVE_INFINITY,
  guide: Guide = layGuide(graph),
  labelsAtMost = Number.POSITIVE_INFINITY,
): Searched {
  const { costs, firsts, ends, terminals } = graph;
  const root = terminals.at(-1);
  if (root === undefined || terminals.length === 1) return { tree: { cost: 0, nodes: [...terminals] }, lowerBound: 0 };
  const all = 2 ** terminals.length - 1;
  const full = all >> 1;
  const allowed = limit + Math.abs(limit) * 1e-12 + 1e-12;
  const labels = new LabelTable();
  const heap = new Heap(1024);
  const lastAt = new Int32Array(costs.length).fill(-1);

  const offer = (node: number, set: number, cost: number, from: number, and: number) => {
    if (cost > allowed) return;
    const label = labels.at(node, set);
    if (cost >= (labels.costs[label] as number)) return;
    let rest = labels.rests[label] as number;
    if (rest < 0) {
      rest = guide.atLeast(node, all & ~set);
      labels.rests[label] = rest;
    }
    if (!(cost + rest <= allowed)) return;
    labels.costs[label] = cost;
    labels.froms[label] = from;
    labels.ands[label] = and;
    heap.push(cost + rest, label);
  };

  for (let i = 0; i < terminals.length - 1; i++) offer(terminals[i] as number, 1 << i, 0, -1, -1);
  let settled = 0;
  while (heap.size > 0) {
    const key = heap.leastKey();
    const label = heap.pop();
    if (labels.settled[label] === 1) continue;
    labels.settled[label] = 1;
    const node = labels.nodes[label] as number;
    const set = labels.sets[label] as number;
    const cost = labels.costs[label] as number;
    if (node === root && set === full) return { tree: collect(graph, labels, label), lowerBound: cost };
    if (++settled > labelsAtMost) return { tree: null, lowerBound: key };
    for (let at = firsts[node] as number; at < (firsts[node + 1] as number); at++) {
      const other = ends[at] as number;
      offer(other, set, cost + (costs[other] as number), label, -1);
    }
    const paidTwice = costs[node] as number;
    for (let other = lastAt[node] as number; other >= 0; other = labels.befores[other] as number) {
      const otherSet = labels.sets[other] as number;
      if ((otherSet & set) !== 0) continue;
      offer(node, set | otherSet, cost + (labels.costs[other] as number) - paidTwice, label, other);
    }
    labels.befores[label] = lastAt[node] as number;
    lastAt[node] = label;
  }
  return { tree: null, lowerBound: Number.POSITIVE_INFINITY };
}

/** Walks back from a label through growth and meeting steps. */
function collect(graph: NodeGraph, labels: LabelTable, from: number): Tree {
  const nodes = new Set<number>();
  const open = [from];
  for (let label = open.pop(); label !== undefined; label = open.pop()) {
    nodes.add(labels.nodes[label] as number);
    for (const before of [labels.froms[label] as number, labels.ands[label] as number])
      if (before >= 0) open.push(before);
  }
  return { cost: costOf(graph, nodes), nodes: [...nodes] };
}
