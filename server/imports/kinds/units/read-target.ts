import type { UnitCard } from '../../../../data/contract';
import { unitTargetWords } from '../../../../data/words/import-kinds/figures';
import { readText } from '../../read-values';
import { not, ok, type Read } from '../reading/held';
import { needed } from '../reading/missing';
import { readFigure } from '../reading/read-quantity';
import { readYear, yearOfHeader } from '../reading/read-year';
import type { RecordReader } from '../reading/record-reader';

type Comparator = UnitCard['targets'][number]['comparator'];
/** What a record says of one measure in one year. */
export interface TargetRead {
  year: number;
  measure: string;
  comparator: Comparator;
  target: number;
  actual: number | null;
}

/** 以上 takes the number in, 超 does not. */
const comparatorNames: readonly (readonly [RegExp, Comparator])[] = [
  [/不低于|不少于|至少|以上|≥|>=|at.least/i, 'at-least'],
  [/超过|超|高于|大于|>|above/i, 'above'],
  [/约|左右|~|about/i, 'about'],
];
const measureNames: readonly (readonly [RegExp, string])[] = [
  [/(?<!含[“"']?)小巨人/, 'little-giant'],
  [/专精特新/, 'specialized'],
  [/创新型/, 'innovative'],
];

/** The measure that a text names: the grade whose firms are counted, else the text itself. */
export function readMeasure(text: string): string {
  return measureNames.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

/** Targets of a record's one measure: of the year in its own column, else of the years that the headers of targets name. */
export function readTargets(reader: RecordReader, properties: Record<string, unknown>): Read<TargetRead[]> {
  const named = needed(reader, unitTargetWords, 'measure');
  if (!named.ok) return named;
  const read = yearsOf(reader, properties);
  const measure = readMeasure(named.value);
  return read.ok ? ok(read.value.map((each) => ({ ...each, measure }))) : read;
}

type YearRead = Omit<TargetRead, 'measure'>;

function yearsOf(reader: RecordReader, properties: Record<string, unknown>): Read<YearRead[]> {
  const said = reader.text('year');
  const comparator = reader.text('comparator');
  if (said === null) return ofHeaders(reader, properties, comparator);
  const year = readYear(said);
  const text = reader.text('target');
  if (!year.ok) return year;
  if (text === null) return not('figures-missing');
  const target = targetOf(text, reader.column('target') ?? '', year.value, comparator);
  const actual = reader.text('actual');
  const done = actual === null ? null : readFigure(actual, reader.column('actual') ?? '');
  if (!target.ok || done?.ok === false) return target.ok ? (done as Read<never>) : target;
  return ok([{ ...target.value, actual: done?.value ?? null }]);
}

function ofHeaders(
  reader: RecordReader,
  properties: Record<string, unknown>,
  comparator: string | null,
): Read<YearRead[]> {
  const targets = new Map<number, YearRead>();
  const done = new Map<number, number>();
  for (const [column, value] of Object.entries(properties)) {
    const text = readText(value);
    const year = yearOfHeader(column);
    if (text === null || year === null) continue;
    const isActual = /完成|实际|actual/i.test(column);
    if (!isActual && !/目标|任务|target|^\D*\d{4}\s*年?度?$/i.test(column)) continue;
    if (isActual) {
      const figure = readFigure(text, column);
      if (!figure.ok) return figure;
      done.set(year, figure.value);
    } else {
      const target = targetOf(text, column, year, comparator);
      if (!target.ok) return target;
      targets.set(year, { ...target.value, actual: null });
    }
  }
  const column = reader.column('target');
  if (targets.size === 0)
    return column ? not('year-unreadable', { value: column, least: 1990, most: 2100 }) : not('figures-missing');
  return ok([...targets.values()].map((each) => ({ ...each, actual: done.get(each.year) ?? null })));
}

/** A target with its comparator, which may stand with the figure. */
export function targetOf(
  text: string,
  column: string,
  year: number,
  said: string | null,
): Read<Omit<YearRead, 'actual'>> {
  const words = `${said ?? ''} ${text}`;
  const comparator = comparatorNames.find(([pattern]) => pattern.test(words))?.[1] ?? 'target';
  const target = readFigure(text.replace(/^[^\d+-]+/, ''), column);
  return target.ok ? ok({ year, comparator, target: target.value }) : target;
}
