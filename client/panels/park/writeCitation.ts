import type { ParkCard, ParkVerdict } from '../../../data/contract';
import { verdictWords } from '../../../data/words/vocabulary';
import type { Format } from '../../text/format';
import type { Say } from '../../text/i18n';
import { TEST_WORDS } from './testWords';

type Words = Say<'citation' | 'draft' | 'official' | 'specialized' | 'contiguity' | 'outputShare'>;

/** One paragraph that can be pasted into a report: finding, tests, area, clauses, ruleset, dates, link. */
export function writeCitation(park: ParkCard, verdict: ParkVerdict, link: string, t: Words, format: Format): string {
  const { tests } = verdict.title;
  const clauses = new Set(tests.map(({ clause }) => `${clause.document} ${clause.article}`));
  return t('citation', {
    name: park.name,
    kind: t(park.kind),
    title: format.name(verdictWords[verdict.title.verdict]),
    tests: tests.map((test) => `${t(TEST_WORDS[test.id])}: ${format.name(verdictWords[test.verdict])}`).join('; '),
    area: format.area(park.areaMu),
    clauses: [...clauses].join('; '),
    ruleset: verdict.title.ruleset,
    asOf: verdict.asOf,
    year: verdict.outputYear,
    version: verdict.inputVersion,
    link,
  });
}
