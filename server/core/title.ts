import type { ContiguityAnswer, TitleAnswer } from '../../data/contract/analysis';
import type { Ruleset } from '../../data/contract/ruleset';
import type { ContiguityVerdict, Verdict } from '../../data/contract/vocabulary';
import { type FindingMessage, sayFinding } from '../../data/words/findings';
import { type ContiguityInput, contiguity } from './contiguity';
import { openCityCrs } from './fabric/city-crs';
import { layFabric } from './fabric/fabric';
import { notesOfDay, sayTest, type TestFinding, wholeOf } from './findings';
import { type FirmCase, type FirmStanding, standFirms } from './firms/standing';
import type { ContiguityOverrides } from './pieces/settings';
import { CONTIGUITY_MEETS, testContiguity } from './title/contiguity-test';
import { type OutputShort, testOutputShare } from './title/output-share';
import { testSpecializedCount } from './title/specialized-count';

/** Judged input of the title tests: a park's ground, what lies around it, its firms, and the day. */
export interface TitleInput extends Omit<ContiguityInput, 'plots'> {
  readonly park: ContiguityInput['plots'];
  readonly firms: readonly FirmCase[];
  readonly asOf: string;
  readonly outputYear?: number | undefined;
  /** The lightest plots that would make the park whole; null if none are offered or none do. */
  readonly join?: TitleAnswer['whatIf']['join'];
}

/** The finding of the title before it is said in a language, with what it rests on. */
export interface TitleFinding {
  readonly verdict: Verdict;
  readonly tests: readonly (TestFinding & { readonly firms?: readonly string[] })[];
  readonly whatIf: {
    readonly specializedFirmsShort: number;
    readonly outputShort: OutputShort;
    readonly join: TitleAnswer['whatIf']['join'];
    /** Why joining plots were not looked for, where they were not. */
    readonly joinSkipped?: FindingMessage;
  };
  readonly outputYear: number;
  readonly firms: readonly FirmStanding[];
  readonly contiguity: ContiguityAnswer;
  readonly parameters: TitleAnswer['parameters'];
  readonly ruleset: string;
}

/** Tests whether a park may carry the title: enough specialized firms, contiguous, enough innovative output. */
export function title(input: TitleInput, ruleset: Ruleset, overrides: ContiguityOverrides = {}): TitleFinding {
  const ground = contiguity({ ...input, plots: input.park }, ruleset, overrides);
  const { firms, outputYear, count, output } = testFirms(input, ruleset);
  const ofDay = notesOfDay(input.asOf, ruleset);
  const tests = [count, testContiguity(ground, ruleset), output.test].map((test) => ({
    ...test,
    notes: [...test.notes, ...ofDay],
  }));
  const { specializedFirms, outputShare } = ruleset.rules.title;
  return {
    verdict: wholeOf(tests),
    tests,
    whatIf: {
      specializedFirmsShort: Math.max(0, specializedFirms.value - count.firms.length),
      outputShort: output.short,
      join: input.join ?? null,
    },
    outputYear,
    firms,
    contiguity: ground,
    parameters: {
      specializedFirms: { value: specializedFirms.value, origin: specializedFirms.origin },
      outputShare: { value: outputShare.value, origin: outputShare.origin },
      outputYear: { value: outputYear, origin: input.outputYear === undefined ? 'assumption' : 'request' },
      ...ground.parameters,
    },
    ruleset: ruleset.id,
  };
}

/** The verdicts of the title alone, its ground not looked at again: contiguity is as it was found before. */
export function titleVerdicts(
  input: Pick<TitleInput, 'park' | 'firms' | 'asOf' | 'outputYear'>,
  ground: ContiguityVerdict,
  ruleset: Ruleset,
): { verdict: Verdict; tests: { id: TestFinding['id']; verdict: Verdict }[] } {
  const { count, output } = testFirms(input, ruleset);
  const tests = [count, { id: 'contiguity' as const, verdict: CONTIGUITY_MEETS[ground] }, output.test];
  return { verdict: wholeOf(tests), tests: tests.map(({ id, verdict }) => ({ id, verdict })) };
}

/** The tests that rest on a park's firms. */
function testFirms(
  {
    park,
    firms: cases,
    asOf,
    outputYear = lastFullYear(asOf),
  }: Pick<TitleInput, 'park' | 'firms' | 'asOf' | 'outputYear'>,
  ruleset: Ruleset,
) {
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const firms = standFirms(cases, layFabric(park, crs).parts, crs, asOf, ruleset);
  return {
    firms,
    outputYear,
    count: testSpecializedCount(firms, ruleset),
    output: testOutputShare(firms, outputYear, ruleset),
  };
}

/** Says a title finding in the reader's language, as the contract has it. */
export function sayTitle(finding: TitleFinding, ruleset: Ruleset, lang: 'zh' | 'en'): TitleAnswer {
  const { joinSkipped, ...whatIf } = finding.whatIf;
  return {
    verdict: finding.verdict,
    tests: finding.tests.map((test) => ({
      ...sayTest(test, ruleset, lang),
      ...(test.firms && { firms: [...test.firms] }),
    })),
    whatIf: { ...whatIf, ...(joinSkipped && { joinSkipped: sayFinding(joinSkipped, lang) }) },
    ruleset: finding.ruleset,
    parameters: finding.parameters,
  };
}

/** The last full calendar year before a day. */
export function lastFullYear(day: string): number {
  return Number(day.slice(0, 4)) - 1;
}
