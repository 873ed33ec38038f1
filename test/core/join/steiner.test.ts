import { describe, expect, test } from 'vitest';
import { connectsAll, costOf, type NodeGraph } from '../../../server/core/join/node-graph';
import { solveSteiner } from '../../../server/core/join/steiner';
import { approximateSteiner } from '../../../server/core/join/steiner-approximate';
import { boundSteiner } from '../../../server/core/join/steiner-bound';
import { solveSteinerExactly } from '../../../server/core/join/steiner-exact';
import { seeded } from './seeded';

const cases = Array.from({ length: 300 }, (_, seed) => ({ seed, graph: randomGraph(seed) }));

describe('the cheapest connected set', () => {
  test('is the one that trying every subset finds', () => {
    for (const { seed, graph } of cases) {
      const best = tryEverySubset(graph);
      const tree = solveSteinerExactly(graph);
      expect(tree?.cost ?? null, `seed ${seed}`).toEqual(closeTo(best));
      if (!tree) continue;
      expect(connectsAll(graph, new Set(tree.nodes)), `seed ${seed}`).toBe(true);
      expect(tree.cost).toBeCloseTo(costOf(graph, tree.nodes), 9);
    }
  });

  test('is found under its own cost as limit, and not under less', () => {
    for (const { seed, graph } of cases) {
      const tree = solveSteinerExactly(graph);
      if (!tree || tree.cost === 0) continue;
      expect(solveSteinerExactly(graph, tree.cost)?.cost, `seed ${seed}`).toBeCloseTo(tree.cost, 9);
      expect(solveSteinerExactly(graph, tree.cost * 0.999), `seed ${seed}`).toBeNull();
    }
  });

  test('lies between the bound from every root and what the approximation finds', () => {
    for (const { seed, graph } of cases) {
      const best = solveSteinerExactly(graph)?.cost ?? Number.POSITIVE_INFINITY;
      for (const root of graph.terminals) {
        const bound = boundSteiner(graph, root);
        expect(bound.lowerBound, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-9);
        const near = approximateSteiner(
          graph,
          new Set([...bound.left.keys()].filter((node) => bound.left[node] === 0)),
        );
        expect(near?.cost ?? Number.POSITIVE_INFINITY, `seed ${seed}`).toBeGreaterThanOrEqual(best - 1e-9);
        expect(near === null, `seed ${seed}`).toBe(best === Number.POSITIVE_INFINITY);
        if (near) expect(connectsAll(graph, new Set(near.nodes)), `seed ${seed}`).toBe(true);
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

  test('of two thousand nodes is proven with ten terminals and bounded with more', () => {
    const ten = solveSteiner(gridGraph(45, 10, 7));
    expect(ten?.isProven).toBe(true);
    const many = solveSteiner(gridGraph(45, 25, 8));
    expect(many?.lowerBound).toBeLessThanOrEqual((many?.tree.cost ?? 0) + 1e-9);
    expect(many?.lowerBound).toBeGreaterThan(0.6 * (many?.tree.cost ?? 0));
  }, 20_000);
});

const closeTo = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));

function randomGraph(seed: number): NodeGraph {
  const random = seeded(seed);
  const size = 4 + Math.floor(random() * 9);
  const terminalCount = 1 + Math.floor(random() * 4);
  const density = 0.12 + random() * 0.3;
  const neighbours: number[][] = Array.from({ length: size }, () => []);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      if (random() > density) continue;
      neighbours[a]?.push(b);
      neighbours[b]?.push(a);
    }
  }
  const costs = Float64Array.from({ length: size }, (_, node) =>
    node < terminalCount ? 0 : 0.1 + Math.round(random() * 40) / 10,
  );
  return { costs, neighbours, terminals: Array.from({ length: terminalCount }, (_, node) => node) };
}

function gridGraph(side: number, terminalCount: number, seed: number): NodeGraph {
  const random = seeded(seed);
  const neighbours = Array.from({ length: side * side }, (_, node) => {
    const x = node % side;
    const around = [node - side, node + side];
    if (x > 0) around.push(node - 1);
    if (x < side - 1) around.push(node + 1);
    return around.filter((other) => other >= 0 && other < side * side);
  });
  const costs = Float64Array.from({ length: side * side }, () => 0.5 + random() * 3);
  const terminals = Array.from({ length: terminalCount }, () => Math.floor(random() * side * side));
  for (const terminal of terminals) costs[terminal] = 0;
  return { costs, neighbours, terminals };
}

function tryEverySubset(graph: NodeGraph): number | null {
  const optional = [...graph.costs.keys()].filter((node) => (graph.costs[node] ?? 0) > 0);
  let best: number | null = null;
  for (let subset = 0; subset < 1 << optional.length; subset++) {
    const nodes = new Set(graph.terminals);
    for (const [index, node] of optional.entries()) if ((subset >> index) & 1) nodes.add(node);
    const cost = costOf(graph, nodes);
    if ((best === null || cost < best) && connectsAll(graph, nodes)) best = cost;
  }
  return best;
}
