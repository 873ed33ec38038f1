import type { SeparateSupplyAnswer, SeparateSupplyRequest } from '../../data/contract/analysis';
import type { Ruleset } from '../../data/contract/ruleset';
import type { FindingMessage } from '../../data/words/findings';
import { notesOfDay, officesOf, sayTest, type TestFinding, wholeOf } from './findings';
import { asNumber, exact, exactSum } from './firms/decimal';
import { gradesOn, highestGrade, isSpecialized } from './firms/grades';
import { lastFullYear } from './title';

type Firm = SeparateSupplyRequest['firm'];
type Test = TestFinding<SeparateSupplyAnswer['tests'][number]['id'], number | string | boolean>;

/** Which group handles a unit's land supply: the city's for the central units, the county's own elsewhere. */
export type SupplyGroups = ReadonlyMap<string, 'city' | 'county'>;

const outcomes = { met: 'may-apply', unmet: 'may-not-apply', unknown: 'unknown' } as const;

/** Tests whether a leading firm may apply for land of its own. What is not on record is unknown, never no. */
export function separateSupply(
  { firm, asOf }: Pick<SeparateSupplyRequest, 'firm' | 'asOf'>,
  groups: SupplyGroups,
  ruleset: Ruleset,
  lang: 'zh' | 'en',
): SeparateSupplyAnswer {
  const { leader, drivesChain, expands, meanTaxCny } = ruleset.rules.supply;
  const tests: Test[] = [
    testGrade(firm, asOf, ruleset),
    testFact('leader', firm.leader, leader, 'leader-missing'),
    testLink(firm, ruleset),
    testFact('drives-chain', firm.drivesChain, drivesChain, 'drives-chain-missing'),
    testFact('expands', firm.expands, expands, 'expands-missing'),
    testTax(firm, asOf, ruleset),
  ];
  const verdict = wholeOf(tests);
  const ofDay: FindingMessage[] = [...notesOfDay(asOf, ruleset), { code: 'may-apply-only' }];
  return {
    verdict,
    outcome: outcomes[verdict],
    tests: tests.map((test) => sayTest({ ...test, notes: [...test.notes, ...ofDay] }, ruleset, lang)),
    handledBy: (firm.unit ? groups.get(firm.unit) : undefined) ?? 'unknown',
    responsible: officesOf(meanTaxCny, ruleset, lang),
    ruleset: ruleset.id,
  };
}

function testGrade(firm: Firm, asOf: string, ruleset: Ruleset): Test {
  const common = { id: 'specialized' as const, limit: 'specialized', notes: [], rule: ruleset.rules.supply.grade };
  if (!firm.grades) return { ...common, verdict: 'unknown', value: null, missing: [{ code: 'grades-missing' }] };
  const held = gradesOn(firm.grades, asOf, ruleset.rules.grades);
  const verdict = isSpecialized(held, ruleset.rules.grades) ? 'met' : 'unmet';
  return { ...common, verdict, value: highestGrade(held), missing: [] };
}

function testFact(
  id: 'leader' | 'drives-chain' | 'expands',
  fact: boolean | null | undefined,
  rule: Test['rule'] & { readonly value: boolean },
  code: 'leader-missing' | 'drives-chain-missing' | 'expands-missing',
): Test {
  const common = { id, limit: rule.value, notes: [], rule };
  if (fact === null || fact === undefined) return { ...common, verdict: 'unknown', value: null, missing: [{ code }] };
  return { ...common, verdict: fact === rule.value ? 'met' : 'unmet', value: fact, missing: [] };
}

function testLink({ link }: Firm, ruleset: Ruleset): Test {
  const { links, openLinks } = ruleset.rules.supply;
  const common = { id: 'link' as const, value: link ?? null, limit: links.value.join(', '), notes: [], rule: links };
  if (!link) return { ...common, verdict: 'unknown', missing: [{ code: 'link-missing' }] };
  if (links.value.includes(link)) return { ...common, verdict: 'met', missing: [] };
  if (openLinks.value.includes(link)) return { ...common, verdict: 'unknown', missing: [{ code: 'link-ruling' }] };
  return { ...common, verdict: 'unmet', missing: [] };
}

/** Taxes are never negative, so that years in hand that exceed the sum needed settle it whatever the others are. */
function testTax({ taxCny }: Firm, asOf: string, ruleset: Ruleset): Test {
  const { meanTaxCny, taxYears } = ruleset.rules.supply;
  const last = lastFullYear(asOf);
  const years = Array.from({ length: taxYears.value }, (_, i) => last - taxYears.value + 1 + i);
  const figures = years.map((year) => ({ year, amount: taxCny?.[String(year)] ?? null }));
  const known = figures.flatMap(({ amount }) => (amount !== null && amount >= 0 ? [amount] : []));
  const missing = figures.flatMap(({ year, amount }): FindingMessage[] => {
    if (amount === null) return [{ code: 'tax-missing', args: { year } }];
    return amount < 0 ? [{ code: 'tax-negative', args: { year } }] : [];
  });
  const sum = exactSum(known);
  const exceeds = sum > exact(meanTaxCny.value) * BigInt(years.length);
  const mean = asNumber(sum) / years.length;
  const notes: FindingMessage[] = [{ code: 'tax-years', args: { from: years[0] ?? last, to: last } }];
  const common = { id: 'mean-tax' as const, limit: meanTaxCny.value, missing, rule: meanTaxCny };
  if (missing.length === 0) return { ...common, verdict: exceeds ? 'met' : 'unmet', value: mean, notes };
  if (!exceeds) return { ...common, verdict: 'unknown', value: null, notes };
  return {
    ...common,
    verdict: 'met',
    value: mean,
    notes: [...notes, { code: 'missing-cannot-change' }, { code: 'value-at-least' }],
  };
}
