import { describe, expect, it } from 'vitest';
import { leavesOf, ruleset as schema } from '../../data/contract/ruleset';
import type { RuleChanges } from '../../data/contract/what-if';
import { applyChanges } from '../../data/rules/apply-changes';
import { moveOf } from '../../data/rules/moves';
import { partsMoved, touchedBy } from '../../data/rules/parts';
import { readRulesets } from '../../server/rules';

const base = readRulesets().current;
const rules = leavesOf(base.rules).map(([path, leaf]) => ({ rule: path.join('.'), leaf }));
const moveNamed = (rule: string) => {
  const found = rules.find((one) => one.rule === rule);
  if (!found) throw new Error(`no rule ${rule}`);
  return moveOf(rule, found.leaf);
};
const codeOf = (rule: string, value: number | boolean | string) => {
  const applied = applyChanges(base, { [rule]: value });
  return applied.ok ? 'ok' : applied.faults.map(({ code }) => code).join();
};

describe('how a rule can be moved', () => {
  it.each([
    ['contiguity.maxGapMetres', { as: 'number', least: 0, most: 200, step: 1, whole: false }],
    ['leftover.limitMu', { as: 'number', least: 0.05, most: 10, step: 0.05, whole: false }],
    ['title.specializedFirms', { as: 'number', least: 1, most: 20, step: 1, whole: true }],
    ['title.outputShare', { as: 'number', least: 0, most: 1, step: 0.01, whole: false }],
    ['leftover.viewpointShare', { as: 'number', least: 0, most: 0.05, step: 0.0005, whole: false }],
    ['grades.technologyCounts', { as: 'switch' }],
    ['measure.areaBasis', { as: 'choice', of: ['ellipsoidal', 'planar'] }],
    ['measure.cityCrs', null],
    ['contiguity.gapRoles', null],
    ['grades.specialized', null],
    ['supply.meanTaxCny', null],
    ['contiguity.looseGapMetres', null],
  ])('%s', (rule, move) => {
    expect(moveNamed(rule)).toEqual(move);
  });

  it('keeps the value in force, and both bounds, within what the schema takes', () => {
    for (const { rule, leaf } of rules) {
      const move = moveOf(rule, leaf);
      if (move?.as !== 'number') continue;
      expect(leaf.value, rule).toBeGreaterThanOrEqual(move.least);
      expect(leaf.value, rule).toBeLessThanOrEqual(move.most);
      expect(move.step, rule).toBeGreaterThan(0);
      for (const value of [move.least, move.most, leaf.value as number]) expect(codeOf(rule, value), rule).toBe('ok');
    }
  });

  it('moves nothing that changes no verdict', () => {
    for (const { rule, leaf } of rules) if (moveOf(rule, leaf)) expect(touchedBy(rule), rule).not.toEqual([]);
  });
});

describe('moving rules', () => {
  it('gives the moved ones their value as an assumption and leaves every other as it is', () => {
    const before = structuredClone(base);
    const applied = applyChanges(
      base,
      { 'title.specializedFirms': 3, 'leftover.limitInclusive': false },
      { id: 'mine' },
    );
    if (!applied.ok) throw new Error('refused');
    const { title, leftover } = applied.ruleset.rules;
    expect(title.specializedFirms).toEqual({ ...base.rules.title.specializedFirms, value: 3, origin: 'assumption' });
    expect(leftover.limitInclusive.value).toBe(false);
    const back = {
      ...applied.ruleset.rules,
      title: { ...title, specializedFirms: base.rules.title.specializedFirms },
      leftover: { ...leftover, limitInclusive: base.rules.leftover.limitInclusive },
    };
    expect(back).toEqual(base.rules);
    expect(applied.ruleset.id).toBe('mine');
    expect(applied.moved.map(({ rule, leaf, after }) => [rule, leaf.value, after])).toEqual([
      ['title.specializedFirms', 4, 3],
      ['leftover.limitInclusive', true, false],
    ]);
    expect(schema.safeParse(applied.ruleset).success).toBe(true);
    expect(base).toEqual(before);
  });

  it('moves nothing to where it is', () => {
    const applied = applyChanges(base, { 'contiguity.maxGapMetres': 50 });
    expect(applied).toMatchObject({ ok: true, moved: [] });
    expect(applied.ok && applied.ruleset.rules).toEqual(base.rules);
  });

  it.each([
    ['nothing.here', 1, 'rule-unknown'],
    ['title.__proto__', 1, 'rule-unknown'],
    ['measure.cityCrs', 'x', 'rule-fixed'],
    ['grades.specialized', 'innovative', 'rule-fixed'],
    ['selfHeld.share', 0.5, 'rule-fixed'],
    ['contiguity.maxGapMetres', -1, 'rule-out-of-bounds'],
    ['contiguity.maxGapMetres', 201, 'rule-out-of-bounds'],
    ['contiguity.maxGapMetres', '50', 'rule-not-a-number'],
    ['title.outputShare', 1.01, 'rule-out-of-bounds'],
    ['title.specializedFirms', 3.5, 'rule-not-whole'],
    ['grades.technologyCounts', 1, 'rule-not-yes-or-no'],
    ['measure.areaBasis', 'mercator', 'rule-not-a-choice'],
  ])('refuses %s = %s', (rule, value, code) => {
    expect(codeOf(rule, value)).toBe(code);
  });

  it('names every fault at once', () => {
    const applied = applyChanges(base, { 'a.b': 1, 'title.outputShare': 2, 'leftover.limitMu': 4 });
    expect(applied.ok ? [] : applied.faults.map(({ rule }) => rule)).toEqual(['a.b', 'title.outputShare']);
  });
});

describe('what moved rules decide', () => {
  it.each([
    [{}, []],
    [{ 'title.specializedFirms': 3 }, ['tests']],
    [{ 'grades.technologyCounts': true }, ['tests']],
    [{ 'leftover.limitMu': 4 }, ['classes']],
    [{ 'leftover.reachMetres': 4 }, ['measures']],
    [{ 'contiguity.maxGapMetres': 30 }, ['measures', 'pieces']],
    [{ 'contiguity.nearlyShare': 0.7 }, ['pieces']],
  ])('%j: %j', (changes, parts) => {
    expect([...partsMoved(changes as RuleChanges)].sort()).toEqual(parts);
  });
});
