import type { ExportQuery, Source } from '../../data/contract';
import { exportWhatWords, exportNoteWords as words } from '../../data/words/exports';
import { inBoth, sourceTextIn, sourceWords } from '../../data/words/sources';
import type { ExportSummary } from '../db/exports/ground';
import { crsTitle } from '../formats/crs/catalogue';
import type { Crs } from '../formats/crs/crs';
import type { Note } from '../formats/write/table';
import { spansZones } from './target-crs';

interface About {
  query: Pick<ExportQuery, 'what' | 'lang' | 'public' | 'approval'>;
  summary: ExportSummary;
  count: number;
  sources: readonly Source[];
  crs: Crs;
  date: string;
  /** Title of the ruleset, where its verdicts are among the columns. */
  ruleset: string | null;
}

/** What a file says of itself: content, sources, licence, sample mark, system, ruleset, notice and approval number. */
export function tellNotes({ query, summary, count, sources, crs, date, ruleset }: About): Note[] {
  const { lang } = query;
  const used = sources.filter(({ id }) => summary.sources.includes(id));
  const note = (key: keyof typeof words, text: string): Note => ({ title: words[key][lang], text });
  const each = (of: (source: Source) => string) => [...new Set(used.map(of))].join(lang === 'zh' ? '；' : '; ');
  const dated = ({ title, publisher, retrieved }: Source) =>
    `${title[lang]} (${[publisher === inBoth(sourceWords.senderUnknown) ? null : publisher, retrieved].filter(Boolean).join(', ')})`;
  return [
    note('content', exportWhatWords[query.what][lang]),
    note('count', String(count)),
    note('date', date),
    note('source', each(dated)),
    note(
      'licence',
      each(({ licence }) => sourceTextIn(licence, lang)),
    ),
    ...(summary.sample ? [note('sample', words.sampleYes[lang])] : []),
    ...(used.some(({ schematic }) => schematic) ? [note('schematic', words.schematicText[lang])] : []),
    note('crs', crsTitle(crs)[lang]),
    ...(crs.kind !== 'degrees' && spansZones(summary) ? [note('spans', words.spansText[lang])] : []),
    ...(ruleset ? [note('ruleset', ruleset)] : []),
    note('notice', words.noticeText[lang]),
    ...(query.public
      ? [note('approval', query.approval || words.approvalNone[lang])]
      : [note('internal', words.internalText[lang])]),
  ];
}
