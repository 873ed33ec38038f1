import type { Rule, Ruleset } from '../../data/contract/ruleset';
import type { Verdict } from '../../data/contract/vocabulary';
import { type FindingMessage, sayFinding } from '../../data/words/findings';

/** The finding of one test before it is said in a language. */
export interface TestFinding<
  Id extends string = 'specialized-count' | 'contiguity' | 'output-share',
  Value = number | string,
> {
  readonly id: Id;
  readonly verdict: Verdict;
  readonly value: Value | null;
  readonly limit: Value | null;
  readonly missing: readonly FindingMessage[];
  readonly notes: readonly FindingMessage[];
  /** The rule whose threshold decides. */
  readonly rule: Pick<Rule, 'clause' | 'origin' | 'responsible'>;
}

type Lang = 'zh' | 'en';

/** Says one test in the reader's language: messages as sentences, the clause with its document's name. */
export function sayTest<Id extends string, Value>(
  { rule, missing, notes, ...finding }: TestFinding<Id, Value>,
  ruleset: Ruleset,
  lang: Lang,
) {
  return {
    id: finding.id,
    verdict: finding.verdict,
    value: finding.value,
    limit: finding.limit,
    missing: missing.map((message) => sayFinding(message, lang)),
    clause: {
      document: ruleset.documents[rule.clause.document]?.[lang] ?? rule.clause.document,
      article: rule.clause.article,
    },
    origin: rule.origin,
    notes: notes.map((message) => sayFinding(message, lang)),
  };
}

/** The whole of several tests: unmet if any is, else unknown if any is, else met. */
export function wholeOf(tests: readonly { readonly verdict: Verdict }[]): Verdict {
  if (tests.some(({ verdict }) => verdict === 'unmet')) return 'unmet';
  return tests.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'met';
}

/** Notes that belong to every test of a day: that a person rules, and that the plan may no longer be in force. */
export function notesOfDay(asOf: string, ruleset: Ruleset): FindingMessage[] {
  const suspected: FindingMessage = { code: 'suspected' };
  if (asOf <= ruleset.targetsEnd) return [suspected];
  return [suspected, { code: 'after-targets', args: { date: ruleset.targetsEnd } }];
}

/** The names of a rule's responsible offices in the reader's language. */
export function officesOf(rule: Pick<Rule, 'responsible'>, ruleset: Ruleset, lang: Lang): string[] {
  return rule.responsible.map((office) => ruleset.offices[office]?.[lang] ?? office);
}

/** A share as a percentage with as many digits as it takes to differ from a limit that it is not. */
export function percentBeside(share: number, limit: number): string {
  for (let digits = 1; digits < 12; digits++) {
    const text = (share * 100).toFixed(digits);
    if (share === limit || Number(text) !== limit * 100) return `${Number(text)} %`;
  }
  return `${share * 100} %`;
}
