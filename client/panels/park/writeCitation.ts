import type { ParkCard, ParkVerdict } from '../../../data/contract';
import { verdictWords } from '../../../data/words/vocabulary';
import type { Format } from '../../text/format';
import type { Say } from '../../text/i18n';
import { TEST_WORDS } from './testWords';

type Words = Say<'citation' | 'draft' | 'official' | 'specialized' | 'contiguity' | 'outputShare'>;

/** One paragraph that can be pasted into a report: finding, tests, area, clauses, ruleset, dates, link. */
export function writeCitation(park: ParkCard, verdict: ParkVerdict, link: string, t: Words, format: Format): string {
  const { tests } = verdict.title;
  const clauses = new Set(tests.map(({ clause }) => format.clause(clause)));
  return t('citation', {
    name: park.name,
    kind: t(park.kind),
    title: format.name(verdictWords[verdict.title.verdict]),
    tests: format.statements(
      tests.map((test) => format.said(t(TEST_WORDS[test.id]), format.name(verdictWords[test.verdict]))),
    ),
    area: format.area(park.areaMu),
    clauses: format.statements([...clauses]),
    ruleset: verdict.title.ruleset,
    asOf: verdict.asOf,
    year: verdict.outputYear,
    version: verdict.inputVersion,
    link,
  });
}
