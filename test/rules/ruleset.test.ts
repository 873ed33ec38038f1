import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { leavesOf, ruleset as schema } from '../../data/contract/ruleset';
import { readRulesets } from '../../server/rules';

const { all, current, find } = readRulesets();
const copy = () => structuredClone(current);

describe('rulesets', () => {
  it('are found by id, the newest without one', () => {
    expect(find()).toBe(current);
    expect(find(current.id)).toBe(current);
    expect(find('none')).toBeNull();
    expect(all.length).toBeGreaterThan(0);
  });

  it('give every rule a clause, an office and words in both languages', () => {
    for (const [path, rule] of leavesOf(current.rules)) {
      const name = path.join('.');
      expect(rule.clause.document && rule.clause.article, name).toBeTruthy();
      expect(rule.responsible.length, name).toBeGreaterThan(0);
      expect(rule.title.zh && rule.title.en, name).toBeTruthy();
    }
  });

  it('hold the limits of the plan', () => {
    const { title, supply, selfHeld } = current.rules;
    const limits = [title.specializedFirms, title.outputShare, supply.meanTaxCny, selfHeld.share];
    expect(limits.map(({ value, comparator, origin }) => [value, comparator, origin])).toEqual([
      [4, 'at-least', 'policy'],
      [0.2, 'at-least', 'policy'],
      [15_000_000, 'above', 'policy'],
      [0.4, 'above', 'policy'],
    ]);
  });

  it('call every number of contiguity and of leftover plots an assumption', () => {
    for (const [[group], rule] of leavesOf(current.rules)) {
      if (group === 'contiguity' || group === 'leftover') expect(rule.origin).toBe('assumption');
    }
  });

  it.each([
    [
      'without a clause',
      (set: ReturnType<typeof copy>) => Reflect.deleteProperty(set.rules.title.outputShare, 'clause'),
    ],
    [
      'with an empty article',
      (set: ReturnType<typeof copy>) => Reflect.set(set.rules.title.outputShare.clause, 'article', ''),
    ],
    [
      'naming an unknown document',
      (set: ReturnType<typeof copy>) => Reflect.set(set.rules.title.outputShare.clause, 'document', 'x'),
    ],
    [
      'naming an unknown office',
      (set: ReturnType<typeof copy>) => Reflect.set(set.rules.title.outputShare, 'responsible', ['x']),
    ],
    [
      'without an office',
      (set: ReturnType<typeof copy>) => Reflect.set(set.rules.title.outputShare, 'responsible', []),
    ],
    [
      'without an origin',
      (set: ReturnType<typeof copy>) => Reflect.deleteProperty(set.rules.title.outputShare, 'origin'),
    ],
    [
      'unknown to the schema',
      (set: ReturnType<typeof copy>) => Reflect.set(set.rules.title, 'extra', set.rules.title.outputShare),
    ],
  ])('refuse a rule %s', (_, spoil) => {
    const set = copy();
    spoil(set);
    expect(schema.safeParse(set).success).toBe(false);
    expect(schema.safeParse(copy()).success).toBe(true);
  });
});

describe('the ruleset in force', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (id: string, from: string, until: string | null) =>
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...current, id, inForce: { from, until } }));

  it('is the newest that has begun and not ended', () => {
    write('old', '2023-01-01', '2024-12-31');
    write('new', '2025-01-01', null);
    write('later', '2030-01-01', null);
    expect(readRulesets(folder, '2024-06-30').current.id).toBe('old');
    expect(readRulesets(folder, '2025-01-01').current.id).toBe('new');
    expect(readRulesets(folder, '2031-01-01').current.id).toBe('later');
  });

  it('names the file that fails', () => {
    writeFileSync(join(folder, 'bad.json'), '{}');
    expect(() => readRulesets(folder)).toThrow('bad.json');
  });
});
