import { areNeighbours, type NodeGraph } from './steiner/node-graph';

/**
 * Edges that stand for a link which joins only where some candidates are there: whoever uses it has them all, so that
 * it may as well lead through them. None where the ends hang together by these candidates anyway.
 */
export function leadThrough(
  graph: NodeGraph,
  [from, to]: readonly [number, number],
  needed: readonly number[],
): number[] {
  let rest = [...needed, from, to];
  const groups: number[][] = [];
  while (rest.length > 0) {
    const group = [rest[0] as number];
    for (const node of group) {
      for (const other of rest) if (!group.includes(other) && areNeighbours(graph, node, other)) group.push(other);
    }
    groups.push(group);
    rest = rest.filter((node) => !group.includes(node));
  }
  const first = groups.find((group) => group.includes(from)) as number[];
  const last = groups.find((group) => group.includes(to)) as number[];
  if (first === last) return [];
  const chain = [first, ...groups.filter((group) => group !== first && group !== last), last];
  // What has to be paid for is led through before what has not: it promises less.
  const dearest = (group: readonly number[]) =>
    group.reduce((a, b) => ((graph.costs[b] as number) > (graph.costs[a] as number) ? b : a));
  return chain.slice(1).flatMap((group, i) => [dearest(chain[i] as number[]), dearest(group)]);
}
