import { exportColumns } from '../../../data/words/exports';
import { gradeWords } from '../../../data/words/vocabulary';
import { gradesOn, highestGrade, lastDayOf } from '../../core/firms/grades';
import { type FirmOut, listFirmIds, readFirmsOut, sumFirmsOut } from '../../db/exports/firms';
import { asOfDay } from '../../settings';
import { type Column, number, text, yesNo } from '../column';
import { type RowAsked, type RowParts, type RowSource, sourceOf } from './source';

/** The full years before the day asked about that the internal file shows. */
const YEARS = [1, 2, 3];

/** Firms by name. Output and tax are not even read for a public file. */
export function firmRows(parts: RowParts, asked: RowAsked): RowSource {
  const { db } = parts;
  const asOf = asOfDay(parts);
  const years = asked.internal ? YEARS.map((back) => Number(asOf.slice(0, 4)) - back) : [];
  return sourceOf<string, FirmOut>({
    summary: () => sumFirmsOut(db, asked.rows),
    keys: () => listFirmIds(db, asked.rows),
    read: (ids) => readFirmsOut(db, ids, years),
    columns: [...columnsOf(parts, asked, asOf), ...years.flatMap(moneyOf)],
    ground: ({ id, shape }) => ({ id, shape, at: shape?.coordinates ?? null }),
    verdicts: false,
  });
}

function columnsOf({ rulesets }: RowParts, { lang, names, sources }: RowAsked, asOf: string): Column<FirmOut>[] {
  const rules = rulesets.current.rules.grades;
  const entries = ({ grades }: FirmOut) =>
    grades.map(({ grade, from, until }) => (until === null ? { grade, from } : { grade, from, until }));
  return [
    text('firm', (firm) => firm.name),
    text('uscc', (firm) => firm.uscc),
    text('unit', (firm) => names.get(`unit/${firm.unit}`)?.[lang] ?? firm.unit),
    text('segment', (firm) => names.get(`segment/${firm.segment}`)?.[lang] ?? firm.segment),
    text('grade', (firm) => {
      const highest = highestGrade(gradesOn(entries(firm), asOf, rules));
      return highest && gradeWords[highest][lang];
    }),
    text('grades', (firm) =>
      entries(firm)
        .map((entry) => `${gradeWords[entry.grade][lang]} ${entry.from}—${lastDayOf(entry, rules)}`)
        .join('; '),
    ),
    text('park', (firm) => firm.park),
    text('number', (firm) => firm.parcel),
    text('source', (firm) => sources.find(({ id }) => id === firm.source)?.title[lang] ?? firm.source),
    text('sample', (firm) => yesNo(firm.sample, lang)),
  ];
}

/** Output and tax of a year, each with the year in its heading and in its field name. */
function moneyOf(year: number): Column<FirmOut>[] {
  const column = (key: 'output' | 'tax'): Column<FirmOut> => {
    const { zh, en, short } = exportColumns[key];
    const dated = (words: string) => words.replace('{year}', String(year));
    return {
      ...number<FirmOut>(key, 2, (firm) => firm.years.find((one) => one.year === year)?.[key]),
      heading: { zh: dated(zh), en: dated(en), short: `${short}${year}` },
    };
  };
  return [column('output'), column('tax')];
}
