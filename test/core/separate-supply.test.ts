import { describe, expect, it } from 'vitest';
import { separateSupply } from '../../server/core/separate-supply';
import { ruleset } from './drawing';

const groups = new Map([
  ['central-unit', 'city' as const],
  ['other-unit', 'county' as const],
]);
const million = 1_000_000;
const base = {
  uscc: '91350100M000100Y43',
  name: 'firm',
  unit: 'central-unit',
  grades: [{ grade: 'specialized' as const, from: '2024-01-01' }],
  leader: true,
  link: 'chip-making' as const,
  drivesChain: true,
  expands: true,
  taxCny: { '2022': 20 * million, '2023': 20 * million, '2024': 20 * million },
};
type Firm = Parameters<typeof separateSupply>[0]['firm'];
const judge = (change: Partial<Firm> = {}, asOf = '2025-06-30') =>
  separateSupply({ firm: { ...base, ...change }, asOf }, groups, ruleset, 'zh');

describe('separate supply', () => {
  it('may apply when every test is met', () => {
    expect(judge()).toMatchObject({ verdict: 'met', outcome: 'may-apply', handledBy: 'city', ruleset: ruleset.id });
    expect(judge().responsible).toEqual(['市资规局', '市工信局']);
  });

  it.each([
    ['a little giant', { grades: [{ grade: 'little-giant' as const, from: '2024-01-01' }] }, 'specialized', 'met'],
    ['innovative only', { grades: [{ grade: 'innovative' as const, from: '2024-01-01' }] }, 'specialized', 'unmet'],
    ['a grade run out', { grades: [{ grade: 'specialized' as const, from: '2022-01-01' }] }, 'specialized', 'unmet'],
    ['no grade', { grades: [] }, 'specialized', 'unmet'],
    ['grades not on record', { grades: undefined }, 'specialized', 'unknown'],
    ['no leader', { leader: false }, 'leader', 'unmet'],
    ['leader null', { leader: null }, 'leader', 'unknown'],
    ['leader absent', { leader: undefined }, 'leader', 'unknown'],
    ['final assembly', { link: 'final-assembly' as const }, 'link', 'met'],
    ['another link', { link: 'other' as const }, 'link', 'unknown'],
    ['link null', { link: null }, 'link', 'unknown'],
    ['does not drive its chain', { drivesChain: false }, 'drives-chain', 'unmet'],
    ['drives its chain: null', { drivesChain: null }, 'drives-chain', 'unknown'],
    ['does not expand', { expands: false }, 'expands', 'unmet'],
    ['expands: absent', { expands: undefined }, 'expands', 'unknown'],
    ['mean of exactly 15 million', { taxCny: years(15, 15, 15) }, 'mean-tax', 'unmet'],
    ['one fen over', { taxCny: years(15, 15, 15.00000001) }, 'mean-tax', 'met'],
    ['one fen under', { taxCny: years(15, 15, 14.99999999) }, 'mean-tax', 'unmet'],
    ['a year missing that could not change it', { taxCny: years(null, 30, 15.1) }, 'mean-tax', 'met'],
    ['a year missing, exactly 45 million in hand', { taxCny: years(null, 30, 15) }, 'mean-tax', 'unknown'],
    ['a year missing', { taxCny: years(14, null, 14) }, 'mean-tax', 'unknown'],
    ['a negative year', { taxCny: years(20, 20, -1) }, 'mean-tax', 'unknown'],
    ['taxes not on record', { taxCny: undefined }, 'mean-tax', 'unknown'],
  ] as [string, Partial<Firm>, string, string][])('%s', (_, change, id, verdict) => {
    const answer = judge(change);
    const test = answer.tests.find((one) => one.id === id);
    expect(test?.verdict).toBe(verdict);
    expect(answer.verdict).toBe(verdict);
    expect(answer.outcome).toBe({ met: 'may-apply', unmet: 'may-not-apply', unknown: 'unknown' }[verdict]);
    if (verdict === 'unknown') expect(test?.missing).not.toEqual([]);
  });

  it('is unmet if one test is, whatever else is unknown', () => {
    expect(judge({ leader: false, link: null, taxCny: {} }).verdict).toBe('unmet');
  });

  it('looks at the three full calendar years before the day', () => {
    const taxCny = { ...years(16, 16, 16), '2025': 0 };
    expect(judge({ taxCny }, '2025-12-31').tests.find(({ id }) => id === 'mean-tax')?.value).toBe(16 * million);
    expect(judge({ taxCny }, '2026-01-01').tests.find(({ id }) => id === 'mean-tax')?.verdict).toBe('unmet');
  });

  it.each([
    ['central-unit', 'city'],
    ['other-unit', 'county'],
    ['elsewhere', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('unit %s is handled by %s', (unit, handledBy) => {
    expect(judge({ unit }).handledBy).toBe(handledBy);
  });
});

function years(...amounts: (number | null)[]): Record<string, number | null> {
  const entries = amounts.map((amount, i) => [String(2022 + i), amount === null ? null : amount * million]);
  return Object.fromEntries(entries) as Record<string, number | null>;
}
