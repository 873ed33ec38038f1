import { Heap } from './heap';
import type { NodeGraph } from './node-graph';
import { cheapestPaths } from './paths';

/**
 * What it costs at least to connect a node with terminals: exactly, for every two or three of them. It stays a bound
 * where nodes or edges are taken out of the graph afterwards, for that only makes trees dearer.
 */
export interface Guide {
  /** Bounds what connecting a node (which is paid for) with all terminals of a set costs; a bit for each terminal. */
  atLeast(node: number, terminals: number): number;
}

/** From so many terminals on, threes are worth their searches. */
const THREES_FROM = 8;
const NEVER = Number.POSITIVE_INFINITY;

/** Lays out the guide of a graph: one search for every few terminals. */
export function layGuide(graph: NodeGraph): Guide {
  const { costs, terminals } = graph;
  const few = terminals.length >= THREES_FROM ? 3 : 2;
  const tables = new Map<number, Float64Array>();
  for (const [i, terminal] of terminals.entries()) tables.set(1 << i, cheapestPaths(graph, [terminal]).costs);
  let last = [...tables.keys()];
  for (let size = 2; size <= few; size++) {
    const sets = last.flatMap((set) => terminals.flatMap((_, i) => (1 << i > set ? [set | (1 << i)] : [])));
    for (const set of sets) tables.set(set, meetingCosts(graph, set, tables));
    last = sets;
  }
  return openGuide(costs, tables, few);
}

function openGuide(costs: Float64Array, tables: ReadonlyMap<number, Float64Array>, few: number): Guide {
  const sets = [...tables.keys()];
  const width = sets.length;
  // All that is known of a node stands together, for it is asked together.
  const known = new Float64Array(width * costs.length);
  for (const [place, table] of [...tables.values()].entries())
    for (let node = 0; node < costs.length; node++) known[node * width + place] = table[node] as number;
  const families = new Map<number, Int32Array>();
  const familyOf = (set: number): Int32Array => {
    const before = families.get(set);
    if (before) return before;
    const size = Math.min(few, bitsOf(set));
    const isOf = (one: number) => (one & ~set) === 0 && bitsOf(one) === size;
    const family = Int32Array.from(sets.flatMap((one, place) => (isOf(one) ? [place] : [])));
    families.set(set, family);
    return family;
  };
  return {
    atLeast: (node, set) => {
      const family = familyOf(set);
      const first = node * width;
      let most = 0;
      for (let i = 0; i < family.length; i++) {
        const cost = known[first + (family[i] as number)] as number;
        if (cost > most) most = cost;
      }
      return most === NEVER ? most : Math.max(0, most - (costs[node] as number));
    },
  };
}

/** Costs of connecting every node with a set of terminals: the trees of two halves meet, and one path goes on from there. */
function meetingCosts(
  { costs, firsts, ends }: NodeGraph,
  set: number,
  tables: ReadonlyMap<number, Float64Array>,
): Float64Array {
  const together = new Float64Array(costs.length).fill(NEVER);
  for (let half = (set - 1) & set; half > (set ^ half); half = (half - 1) & set) {
    const one = tables.get(half) as Float64Array;
    const other = tables.get(set ^ half) as Float64Array;
    for (let node = 0; node < costs.length; node++) {
      const cost = (one[node] as number) + (other[node] as number) - (costs[node] as number);
      if (cost < (together[node] as number)) together[node] = cost;
    }
  }
  const heap = new Heap(costs.length);
  for (let node = 0; node < costs.length; node++) {
    const cost = together[node] as number;
    if (cost < NEVER) heap.push(cost, node);
  }
  while (heap.size > 0) {
    const key = heap.leastKey();
    const node = heap.pop();
    if (key > (together[node] as number)) continue;
    for (let at = firsts[node] as number; at < (firsts[node + 1] as number); at++) {
      const other = ends[at] as number;
      const cost = key + (costs[other] as number);
      if (cost >= (together[other] as number)) continue;
      together[other] = cost;
      heap.push(cost, other);
    }
  }
  return together;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
