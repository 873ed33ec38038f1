import type { NodeGraph } from './node-graph';

/** A proven lower bound, and the nodes whose whole cost went into it (a good place to look for a cheap tree). */
export interface Bound {
  readonly lowerBound: number;
  readonly saturated: ReadonlySet<number>;
}

/**
 * Bounds the cheapest connected set from below by dual ascent on node cuts, rooted at the given terminal: as long as
 * a terminal is cut off from the root, some neighbour of what it reaches for nothing has to be paid for.
 * Wong 1984 carried over from arcs to nodes. Infinity where a terminal cannot be connected at all.
 */
export function boundSteiner(graph: NodeGraph, root: number): Bound {
  const left = Float64Array.from(graph.costs);
  const open = new Set(graph.terminals.filter((terminal) => terminal !== root));
  let lowerBound = 0;
  while (open.size > 0) {
    const cuts = [...open].map((terminal) => ({ terminal, ...cutAround(graph, left, terminal) }));
    for (const { terminal, inside } of cuts) if (inside.has(root)) open.delete(terminal);
    const waiting = cuts.filter(({ terminal }) => open.has(terminal));
    waiting.sort((a, b) => a.border.length - b.border.length);
    const [smallest] = waiting;
    if (!smallest) break;
    if (smallest.border.length === 0) return { lowerBound: Number.POSITIVE_INFINITY, saturated: new Set() };
    let least = Number.POSITIVE_INFINITY;
    for (const node of smallest.border) least = Math.min(least, left[node] ?? 0);
    for (const node of smallest.border) left[node] = (left[node] ?? 0) - least;
    lowerBound += least;
  }
  const saturated = new Set<number>();
  for (const [node, rest] of left.entries()) if (rest === 0) saturated.add(node);
  return { lowerBound, saturated };
}

/** What a terminal reaches without paying, and the nodes around it that would have to be paid for. */
function cutAround(graph: NodeGraph, left: Float64Array, terminal: number) {
  const inside = new Set([terminal]);
  const border = new Set<number>();
  const stack = [terminal];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const other of graph.neighbours[node] ?? []) {
      if (inside.has(other)) continue;
      if ((left[other] ?? 0) > 0) border.add(other);
      else {
        inside.add(other);
        stack.push(other);
      }
    }
  }
  return { inside, border: [...border] };
}
