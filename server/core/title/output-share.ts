import type { Ruleset } from '../../../data/contract/ruleset';
import type { FindingMessage } from '../../../data/words/findings';
import { percentBeside, type TestFinding } from '../findings';
import { asNumber, exact, exactSum, times } from '../firms/decimal';
import type { FirmStanding } from '../firms/standing';

/** What more output would bring the share up to its limit, by route; null where it cannot be known. */
export type OutputShort = { promote: number; attract: number } | null;

/** Shares nearer to the limit than this are shown with all the digits that tell them apart. */
const NEAR_SHARE = 0.005;

interface Sums {
  readonly innovative: bigint;
  readonly others: bigint;
  readonly innovativeMissing: number;
  readonly othersMissing: number;
  readonly missing: readonly FindingMessage[];
}

/**
 * Tests the share of innovative-and-above output in all output of one year. Outputs are never negative, so that a
 * missing figure of an innovative firm can only raise the share and one of another firm only lower it.
 */
export function testOutputShare(
  firms: readonly FirmStanding[],
  year: number,
  ruleset: Ruleset,
): { test: TestFinding; short: OutputShort } {
  const rule = ruleset.rules.title.outputShare;
  const inside = firms.filter(({ inPark }) => inPark);
  const sums = sumOutputs(inside, year);
  const total = sums.innovative + sums.others;
  const reaches = total > 0n && sums.innovative >= times(total, rule.value);
  const known = sums.missing.length === 0;
  const common = { id: 'output-share' as const, limit: rule.value, missing: [...sums.missing], rule };
  const inYear: FindingMessage = { code: 'output-year', args: { year } };
  const answer = (verdict: TestFinding['verdict'], value: number | null, notes: FindingMessage[]): TestFinding => ({
    ...common,
    verdict,
    value,
    notes: [inYear, ...notes],
  });
  const share = total > 0n ? ratio(sums.innovative, total) : null;
  const near = share === null ? [] : nearLimit(share, rule.value);

  if (known) {
    if (share === null) return { test: nothingToShare(answer, inside.length, year), short: null };
    return { test: answer(reaches ? 'met' : 'unmet', share, near), short: shortOf(sums.innovative, total, rule.value) };
  }
  if (sums.othersMissing === 0 && reaches) {
    const notes: FindingMessage[] = [{ code: 'missing-cannot-change' }, { code: 'value-at-least' }];
    return { test: answer('met', share, notes), short: { promote: 0, attract: 0 } };
  }
  if (sums.innovativeMissing === 0 && !reaches) {
    const notes: FindingMessage[] = [{ code: 'missing-cannot-change' }, { code: 'value-at-most' }];
    return { test: answer('unmet', share ?? 0, notes), short: null };
  }
  return { test: answer('unknown', null, []), short: null };
}

type Answer = (verdict: TestFinding['verdict'], value: number | null, notes: FindingMessage[]) => TestFinding;

function nothingToShare(answer: Answer, firms: number, year: number): TestFinding {
  const test = answer('unknown', null, []);
  const missing: FindingMessage = firms === 0 ? { code: 'firms-none' } : { code: 'output-none', args: { year } };
  return { ...test, missing: [missing] };
}

function nearLimit(share: number, limit: number): FindingMessage[] {
  if (share === limit || Math.abs(share - limit) > NEAR_SHARE) return [];
  return [
    { code: 'share-near-limit', args: { share: percentBeside(share, limit), limit: percentBeside(limit, limit) } },
  ];
}

/** With T all output and S the innovative: a present firm must bring 0.2 T - S, a new one (0.2 T - S) / 0.8. */
function shortOf(innovative: bigint, total: bigint, limit: number): OutputShort {
  const wanting = times(total, limit) - innovative;
  const promote = wanting > 0n ? asNumber(wanting) : 0;
  return { promote, attract: promote / (1 - limit) };
}

function ratio(part: bigint, whole: bigint): number {
  return Number((part * 10n ** 17n) / whole) / 1e17;
}

function sumOutputs(firms: readonly FirmStanding[], year: number): Sums {
  const figures = firms.map((firm) => ({ firm, ...outputOf(firm, year) }));
  const known = (innovative: boolean): number[] =>
    figures.flatMap(({ firm, amount }) => (firm.isInnovative === innovative && amount !== null ? [amount] : []));
  const unknown = (innovative: boolean): number =>
    figures.filter(({ firm, amount }) => firm.isInnovative === innovative && amount === null).length;
  return {
    innovative: exactSum(known(true)),
    others: exactSum(known(false)),
    innovativeMissing: unknown(true),
    othersMissing: unknown(false),
    missing: figures.flatMap(({ missing }) => (missing ? [missing] : [])),
  };
}

/** One firm's output of the year over its merged records: null, and why, where none is fit to use. */
function outputOf(firm: FirmStanding, year: number): { amount: number | null; missing?: FindingMessage } {
  const args = { firm: firm.name, year };
  if (firm.maybeRepeated) {
    return { amount: null, missing: { code: 'firm-identity', args: { firm: firm.name, uscc: firm.uscc } } };
  }
  const amounts = firm.records.flatMap(({ outputCny }) => outputCny?.[String(year)] ?? []);
  if (amounts.length === 0) return { amount: null, missing: { code: 'output-missing', args } };
  if (amounts.some((amount) => amount < 0)) return { amount: null, missing: { code: 'output-negative', args } };
  if (amounts.some((amount) => exact(amount) !== exact(amounts[0] as number))) {
    return { amount: null, missing: { code: 'output-conflict', args } };
  }
  return { amount: amounts[0] as number };
}
