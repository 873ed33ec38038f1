import { describe, expect, test } from 'vitest';
import { approximateSteiner, quickSteiner } from '../../../server/core/join/steiner/approximate';
import { boundSteiner } from '../../../server/core/join/steiner/bound';
import { searchExactly } from '../../../server/core/join/steiner/exact';
import { layGuide } from '../../../server/core/join/steiner/guide';
import { connectsAll, costOf, layGraph, type NodeGraph } from '../../../server/core/join/steiner/node-graph';
import { solveSteiner } from '../../../server/core/join/steiner/solve';
import { seeded } from './seeded';

const cases = Array.from({ length: 400 }, (_, seed) => ({ seed, graph: randomGraph(seed) }));

describe('the cheapest connected set', () => {
  test('is the one that trying every subset finds', () => {
    for (const { seed, graph } of cases) {
      const best = tryEverySubset(graph);
      const { tree, lowerBound } = searchExactly(graph);
      expect(tree?.cost ?? null, `seed ${seed}`).toEqual(closeTo(best));
      expect(lowerBound, `seed ${seed}`).toBeCloseTo(best ?? Number.POSITIVE_INFINITY, 9);
      if (!tree) continue;
      expect(connectsAll(graph, held(graph, tree.nodes)), `seed ${seed}`).toBe(true);
      expect(tree.cost).toBeCloseTo(costOf(graph, tree.nodes), 9);
    }
  });

  test('is found under its own cost as limit, and not under less', () => {
    for (const { seed, graph } of cases) {
      const { tree } = searchExactly(graph);
      if (!tree || tree.cost === 0) continue;
      expect(searchExactly(graph, tree.cost).tree?.cost, `seed ${seed}`).toBeCloseTo(tree.cost, 9);
      expect(searchExactly(graph, tree.cost * 0.999).tree, `seed ${seed}`).toBeNull();
    }
  });

  test('is bounded honestly wherever the search is broken off', () => {
    for (const { seed, graph } of cases) {
      const best = searchExactly(graph).lowerBound;
      for (const labels of [0, 1, 3, 9]) {
        const { tree, lowerBound } = searchExactly(graph, undefined, undefined, labels);
        expect(lowerBound, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-9);
        if (tree) expect(tree.cost).toBeCloseTo(best, 9);
      }
    }
  });

  test('is the same by the guide of a graph that has more nodes and edges', () => {
    for (const { seed, graph } of cases) {
      const guide = layGuide(graph);
      const dropped = graph.costs.length - 1;
      const costs = graph.costs.with(dropped, Number.POSITIVE_INFINITY);
      const less = layGraph(
        costs,
        edgesOf(graph)
          .filter(([a, b]) => a !== dropped && b !== dropped && (a + b + seed) % 5 > 0)
          .flat(),
        graph.terminals,
      );
      const expected = searchExactly(less);
      const found = searchExactly(less, undefined, guide);
      expect(found.lowerBound, `seed ${seed}`).toBeCloseTo(expected.lowerBound, 9);
    }
  });

  test('lies between the bound from every root and what the approximations find', () => {
    for (const { seed, graph } of cases) {
      const best = searchExactly(graph).lowerBound;
      for (const root of graph.terminals) {
        const bound = boundSteiner(graph, root);
        expect(bound.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-9);
        for (const near of [approximateSteiner(graph, (node) => bound.left[node] === 0), quickSteiner(graph)?.tree]) {
          expect(near?.cost ?? Number.POSITIVE_INFINITY, `seed ${seed}`).toBeGreaterThanOrEqual(best - 1e-9);
          expect(!near, `seed ${seed}`).toBe(best === Number.POSITIVE_INFINITY);
          if (near) expect(connectsAll(graph, held(graph, near.nodes)), `seed ${seed}`).toBe(true);
        }
      }
    }
  });

  test('is proven however it was found', () => {
    for (const { seed, graph } of cases) {
      const answer = solveSteiner(graph);
      expect(answer?.tree.cost ?? null, `seed ${seed}`).toEqual(closeTo(tryEverySubset(graph)));
      if (answer) expect(answer).toMatchObject({ isProven: true, lowerBound: expect.closeTo(answer.tree.cost, 9) });
    }
  });

  test('of many nodes is proven with ten terminals and bounded with more', () => {
    const ten = solveSteiner(gridGraph(45, 10, 7));
    expect(ten?.isProven).toBe(true);
    for (const terminals of [14, 30]) {
      const many = solveSteiner(gridGraph(25, terminals, 8));
      expect(many?.lowerBound).toBeLessThanOrEqual((many?.tree.cost ?? 0) + 1e-9);
      expect(many?.lowerBound).toBeGreaterThan(0.5 * (many?.tree.cost ?? 0));
    }
  }, 60_000);
});

const closeTo = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));

function held(graph: NodeGraph, nodes: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(graph.costs.length);
  for (const node of nodes) marks[node] = 1;
  return marks;
}

function randomGraph(seed: number): NodeGraph {
  const random = seeded(seed);
  const size = 4 + Math.floor(random() * 9);
  const terminalCount = 1 + Math.floor(random() * 4);
  const density = 0.12 + random() * 0.3;
  const edges: number[] = [];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) if (random() <= density) edges.push(a, b);
  }
  const costs = Float64Array.from({ length: size }, (_, node) =>
    node < terminalCount ? 0 : 0.1 + Math.round(random() * 40) / 10,
  );
  return layGraph(
    costs,
    edges,
    Array.from({ length: terminalCount }, (_, node) => node),
  );
}

function gridGraph(side: number, terminalCount: number, seed: number): NodeGraph {
  const random = seeded(seed);
  const edges: number[] = [];
  for (let node = 0; node < side * side; node++) {
    if (node % side < side - 1) edges.push(node, node + 1);
    if (node + side < side * side) edges.push(node, node + side);
  }
  const costs = Float64Array.from({ length: side * side }, () => 0.5 + random() * 3);
  const terminals = new Set<number>();
  while (terminals.size < terminalCount) terminals.add(Math.floor(random() * side * side));
  for (const terminal of terminals) costs[terminal] = 0;
  return layGraph(costs, edges, [...terminals]);
}

function edgesOf({ firsts, ends }: NodeGraph): [number, number][] {
  return [...firsts.subarray(0, -1).keys()].flatMap((node) =>
    [...ends.subarray(firsts[node], firsts[node + 1])].flatMap((other): [number, number][] =>
      other > node ? [[node, other]] : [],
    ),
  );
}

function tryEverySubset(graph: NodeGraph): number | null {
  const optional = [...graph.costs.keys()].filter((node) => (graph.costs[node] ?? 0) > 0);
  let best: number | null = null;
  for (let subset = 0; subset < 1 << optional.length; subset++) {
    const nodes = new Set(graph.terminals);
    for (const [index, node] of optional.entries()) if ((subset >> index) & 1) nodes.add(node);
    const cost = costOf(graph, nodes);
    if ((best === null || cost < best) && connectsAll(graph, held(graph, nodes))) best = cost;
  }
  return best;
}
