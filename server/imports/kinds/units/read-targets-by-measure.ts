import { unitTargetWords } from '../../../../data/words/import-kinds/figures';
import { plainName } from '../../plain-name';
import { readText } from '../../read-values';
import type { KindOfImport } from '../kind';
import { not, ok, type Read } from '../reading/held';
import { needed } from '../reading/missing';
import { readFigure } from '../reading/read-quantity';
import { readYear, yearOfHeader } from '../reading/read-year';
import type { RecordReader } from '../reading/record-reader';
import { readMeasure, type TargetRead, targetOf } from './read-target';

/** Columns of such tables that state no measure, whatever stands in them. */
const otherColumns =
  /^(序号|编号|次序|no\.?|id|fid|objectid|备注|说明|排名|名次|得分|评分|合计|总计|小计|remarks?|rank)$|代码|完成(率|比)|责任(单位|部门)/i;
const actualWords = /(实际)?完成(值|数|情况)?|实际(值|数)?|actual/gi;
const targetWords = /目标(任务)?(值|数)?|任务(值|数)?|target/gi;
const yearWords = /(?<!\d)(19[9]\d|20\d\d|2100)(?!\d)\s*年?度?/g;
const comparatorWords = /不低于|不少于|至少/g;
const edges = /^[\s·:_/-]+|[\s·:_/-]+$/g;

/** A column as its header tells it. */
interface Head {
  column: string;
  year: number | null;
  /** The header without what is not the measure; empty where it names none. */
  name: string;
  isActual: boolean;
  /** It says itself that it holds a target: what stands there must be a figure. */
  isTold: boolean;
}

/**
 * Targets of a record with a column for each measure: the header names it, and the year where no column does. Two columns
 * of one measure and year (all of them, and the new ones) are told apart by their headers.
 */
export function readTargetsByMeasure(reader: RecordReader, properties: Record<string, unknown>): Read<TargetRead[]> {
  const said = reader.text('year');
  const known = said === null ? null : readYear(said);
  if (known && !known.ok) return known;
  const own = new Set(['unit', 'year', 'comparator'].map((field) => reader.column(field)));
  const found = new Map<string, Partial<TargetRead> & { name: string }>();
  let isNamed = false;
  for (const [column, value] of Object.entries(properties)) {
    const text = readText(value);
    const head = own.has(column) ? null : headOf(column);
    if (!head || text === null || (!head.isTold && !/\d/.test(text))) continue;
    if (head.name === '') continue;
    isNamed = true;
    const year = head.year ?? known?.value ?? null;
    if (year === null) return needed(reader, unitTargetWords, 'year') as Read<never>;
    const part = head.isActual ? readFigure(text, column) : targetOf(text, column, year, comparatorOf(reader, column));
    if (!part.ok) return part;
    const key = keyOf(found, year, head);
    const before = found.get(key) ?? { name: head.name };
    const stated = typeof part.value === 'number' ? { actual: part.value } : part.value;
    found.set(key, { ...before, ...stated, year, measure: key.slice(key.indexOf('/') + 1) });
  }
  if (!isNamed) return needed(reader, unitTargetWords, 'measure') as Read<never>;
  const targets = [...found.values()].flatMap(({ name: _, actual = null, ...each }) =>
    each.target === undefined ? [] : [{ ...each, actual } as TargetRead],
  );
  return targets.length === 0 ? not('figures-missing') : ok(targets);
}

/** How a target compares, as its column for that or its header says. */
const comparatorOf = (reader: RecordReader, column: string): string =>
  [reader.text('comparator') ?? '', ...(column.match(comparatorWords) ?? [])].join(' ');

/** Year and measure; the header's own words where another column has taken the measure. */
function keyOf(found: ReadonlyMap<string, { name: string }>, year: number, { name }: Head): string {
  const key = `${year}/${readMeasure(name)}`;
  const taken = found.get(key);
  return taken && taken.name !== name ? `${year}/${name}` : key;
}

function headOf(column: string): Head | null {
  const plain = column.normalize('NFKC').trim();
  if (otherColumns.test(plain)) return null;
  const bare = [yearWords, actualWords, targetWords, comparatorWords].reduce(
    (text, words) => text.replace(words, ''),
    plain,
  );
  const name = bare.replace(/\(\s*\)/g, '').replace(edges, '');
  const isActual = plain.search(actualWords) >= 0;
  const isTold = isActual || plain.search(targetWords) >= 0 || readMeasure(name) !== name;
  return { column, year: yearOfHeader(plain), name, isActual, isTold };
}

/** Whether a layer looks like a table of units with a column for each measure, and not like a list of firms. */
export const hasMeasureColumns: (layer: Parameters<KindOfImport['likeness']>[0]) => boolean = ({ shape, columns }) => {
  if (shape !== 'none' && shape !== 'point') return false;
  const plain = columns.map(plainName);
  const measures = new Set(plain.map(readMeasure).filter((measure) => !plain.includes(measure)));
  const isOfUnits = plain.some((column) => unitTargetWords.fields.unit.names.includes(column));
  return (
    isOfUnits &&
    measures.size >= 2 &&
    !plain.some((column) => /信用代码|xydm$|uscc|企业名称|单位名称|公司/.test(column))
  );
};
