import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../data/contract/ruleset';
import type { RuleChanges } from '../../data/contract/what-if';
import { applyChanges } from '../../data/rules/apply-changes';
import { moveOf } from '../../data/rules/moves';
import type { OpContext } from '../../server/engine/ops';
import { type Standing, whatIf } from '../../server/engine/ops/what-if';
import type { ParkCase } from '../../server/parks/park-case';
import { line, object, plot, ruleset } from './drawing';

const firm = (n: number, output: number) => ({
  id: String(n),
  uscc: `F${n}`,
  name: `firm ${n}`,
  grades: [{ grade: n < 4 ? ('specialized' as const) : ('technology' as const), from: '2023-01-01' }],
  outputCny: { '2024': output },
  plot: '1',
  location: null,
});
const parcel = (id: string, x: number, y: number, w: number, h: number, free = true) => ({
  ...plot(id, x, y, w, h),
  number: `N${id}`,
  free,
});
/** Two plots across a road, a third far off; beside them a slot, a lot in a corner, and one of four and a half mu. */
const road = object('road', line([106, -50], [106, 300]), 'r');
const beside = [
  parcel('11', 40, 100, 30, 30),
  parcel('12', 112, 100, 40, 20),
  parcel('13', 0, -75, 40, 75),
  parcel('14', 0, 100, 40, 20),
  parcel('15', -30, 0, 30, 100),
];
const parkCase = {
  park: '1',
  members: [parcel('1', 0, 0, 100, 100), parcel('2', 112, 0, 100, 100), parcel('3', 0, 200, 100, 100)],
  between: [road],
  redLine: null,
  rulings: [],
  firms: [firm(1, 10), firm(2, 10), firm(3, 10), firm(4, 200)],
  beside,
  edges: [road],
} as unknown as ParkCase;

const context = { zones: [], under: () => parkCase } as unknown as OpContext;
const asOf = '2025-06-30';
const under = (changes: RuleChanges) => whatIf(parkCase, { ruleset, changes, asOf }, context).after;
const standing = under({});
const kindsOf = ({ plots }: Standing) => Object.fromEntries(plots.map(({ id, kind }) => [id, kind]));

describe('a park under moved rules', () => {
  it('falls apart where no gap may be bridged', () => {
    expect(standing.contiguity).toBe('separate');
    expect(under({ 'contiguity.maxGapMetres': 150 }).contiguity).toBe('contiguous');
  });

  it('meets the count that it has, with its ground as it was', () => {
    const three = under({ 'title.specializedFirms': 3 });
    expect(standing.tests.map(({ verdict }) => verdict)).toEqual(['unmet', 'unmet', 'unmet']);
    expect(three.tests.map(({ verdict }) => verdict)).toEqual(['met', 'unmet', 'unmet']);
    expect(under({ 'title.outputShare': 0.1 }).tests.map(({ verdict }) => verdict)).toEqual(['unmet', 'unmet', 'met']);
  });

  it('has plots beside it that are no longer too large', () => {
    expect(kindsOf(standing)['13']).toBe('too-large');
    expect(kindsOf(under({ 'leftover.limitMu': 5 }))['13']).not.toBe('too-large');
  });
});

/** Each rule at its bounds and near its value. */
const everyMove = leavesOf(ruleset.rules).flatMap(([path, leaf]): [string, number | boolean | string][] => {
  const rule = path.join('.');
  const move = moveOf(rule, leaf);
  if (!move) return [];
  if (move.as === 'switch') return [[rule, leaf.value !== true]];
  if (move.as === 'choice') return move.of.filter((word) => word !== leaf.value).map((word) => [rule, word]);
  const value = Number(leaf.value);
  const values = [move.least, value / 2, value * 1.5, move.most].map((to) => (move.whole ? Math.ceil(to) : to));
  return [...new Set(values)].filter((to) => to >= move.least && to <= move.most).map((to) => [rule, to]);
});

it.each(everyMove)('%s = %s is answered beside what is known as it is from nothing', (rule, value) => {
  const applied = applyChanges(ruleset, { [rule]: value }, { id: 'moved' });
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
  const fresh = whatIf(parkCase, { ruleset: applied.ruleset, changes: {}, asOf }, context);
  expect(under({ [rule]: value })).toEqual(fresh.before);
});
