/** An undirected graph whose nodes cost something. Terminals cost nothing and must all be connected. */
export interface NodeGraph {
  /** Cost of taking a node: 0 for what is taken already and for nothing else, otherwise above 0. */
  readonly costs: Float64Array;
  /** The neighbours of node n stand in `ends` from `firsts[n]` up to `firsts[n + 1]`, each once. */
  readonly firsts: Int32Array;
  readonly ends: Int32Array;
  /** One node of every piece that has to be connected. */
  readonly terminals: readonly number[];
}

/** A connected set of nodes and what it costs. */
export interface Tree {
  readonly cost: number;
  readonly nodes: readonly number[];
}

/** Lays a graph out of its edges, two nodes each; an edge may be named more than once and either way. */
export function layGraph(costs: Float64Array, edges: ArrayLike<number>, terminals: readonly number[]): NodeGraph {
  const size = costs.length;
  const firsts = new Int32Array(size + 1);
  for (let i = 0; i < edges.length; i++) bump(firsts, (edges[i] as number) + 1);
  for (let node = 0; node < size; node++) firsts[node + 1] = (firsts[node + 1] as number) + (firsts[node] as number);
  const ends = new Int32Array(edges.length);
  const filled = firsts.slice(0, size);
  for (let i = 0; i < edges.length; i++) {
    const node = edges[i] as number;
    ends[bump(filled, node)] = edges[i ^ 1] as number;
  }
  return { costs, terminals, ...withoutRepeats(firsts, ends) };
}

/** Whether two nodes stand side by side. */
export function areNeighbours({ firsts, ends }: NodeGraph, a: number, b: number): boolean {
  for (let at = firsts[a] as number; at < (firsts[a + 1] as number); at++) if (ends[at] === b) return true;
  return false;
}

/** The sum of what the nodes of a set cost, each once. */
export function costOf(graph: NodeGraph, nodes: Iterable<number>): number {
  let sum = 0;
  for (const node of new Set(nodes)) sum += graph.costs[node] as number;
  return sum;
}

/** Whether nodes (by a mark each) hang together and hold every terminal; what costs nothing is theirs too. */
export function connectsAll({ costs, firsts, ends, terminals }: NodeGraph, isHeld: Uint8Array): boolean {
  const [first] = terminals;
  if (first === undefined) return true;
  const seen = new Uint8Array(costs.length);
  seen[first] = 1;
  const stack = [first];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let at = firsts[node] as number; at < (firsts[node + 1] as number); at++) {
      const other = ends[at] as number;
      if (seen[other] === 1 || !(isHeld[other] === 1 || costs[other] === 0)) continue;
      seen[other] = 1;
      stack.push(other);
    }
  }
  return terminals.every((terminal) => seen[terminal] === 1);
}

function withoutRepeats(firsts: Int32Array, ends: Int32Array): { firsts: Int32Array; ends: Int32Array } {
  const size = firsts.length - 1;
  const lastSeenBy = new Int32Array(size).fill(-1);
  const kept = new Int32Array(size + 1);
  let filled = 0;
  for (let node = 0; node < size; node++) {
    kept[node] = filled;
    lastSeenBy[node] = node;
    for (let at = firsts[node] as number; at < (firsts[node + 1] as number); at++) {
      const other = ends[at] as number;
      if (lastSeenBy[other] === node) continue;
      lastSeenBy[other] = node;
      ends[filled++] = other;
    }
  }
  kept[size] = filled;
  return { firsts: kept, ends: ends.subarray(0, filled) };
}

/** Adds one to a place and answers what stood there before. */
function bump(counts: Int32Array, place: number): number {
  const before = counts[place] as number;
  counts[place] = before + 1;
  return before;
}
