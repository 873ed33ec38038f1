import { readText } from '../../read-values';
import { not, ok, type Read } from '../reading/held';
import { moneyMeasures, readQuantity } from '../reading/read-quantity';
import { readYear, yearOfHeader } from '../reading/read-year';
import type { RecordReader } from '../reading/record-reader';

/** What a record states of one year, in yuan; null = not stated. */
export interface YearRead {
  year: number;
  outputCny: number | null;
  taxCny: number | null;
}
type Figure = 'output' | 'tax';
interface Cell {
  column: string;
  figure: Figure;
  text: string;
  year: number | null;
}
const figureNames: Record<Figure, RegExp> = { output: /产值|营业收入|output/i, tax: /税|\btax/i };
/** Figures that are told of a firm beside those meant, in columns that look alike. */
const otherFigures = /增速|增长|同比|占比|率|排名|growth|share|rate/i;
const key = { output: 'outputCny', tax: 'taxCny' } as const;

/**
 * The yearly figures of a record: of the year in its own column, else of the years that the headers name, so that a table
 * with a column for each year is read whole.
 */
export function readFigures(reader: RecordReader, properties: Record<string, unknown>): Read<YearRead[]> {
  const said = reader.text('year');
  const year = said === null ? null : readYear(said);
  if (year && !year.ok) return year;
  const years = new Map<number, YearRead>();
  for (const cell of year ? mapped(reader, year.value) : dated(reader, properties)) {
    if (cell.year === null) return yearMissing(reader, cell.column);
    const amount = readQuantity({
      text: cell.text,
      column: cell.column,
      measures: moneyMeasures,
      named: [cell.column, reader.text('moneyUnit')],
      unitless: not('money-unit-unknown', { column: cell.column }),
    });
    if (!amount.ok) return amount;
    const known = years.get(cell.year) ?? { year: cell.year, outputCny: null, taxCny: null };
    years.set(cell.year, { ...known, [key[cell.figure]]: amount.value });
  }
  return years.size === 0 ? not('figures-missing') : ok([...years.values()].sort((a, b) => a.year - b.year));
}

/** No year: of the record, where the file has a column for it, else of the whole file. */
function yearMissing(reader: RecordReader, column: string): Read<never> {
  const years = reader.column('year');
  return years === null ? not('year-missing', { column }) : not('value-missing', { column: years });
}

function mapped(reader: RecordReader, year: number): Cell[] {
  return (['output', 'tax'] as const).flatMap((figure) => {
    const [column, text] = [reader.column(figure), reader.text(figure)];
    return column !== null && text !== null ? [{ column, figure, text, year }] : [];
  });
}

/** Columns whose headers name a year and a figure, and those chosen by hand. */
function dated(reader: RecordReader, properties: Record<string, unknown>): Cell[] {
  const chosen = new Map((['output', 'tax'] as const).map((figure) => [reader.column(figure), figure]));
  return Object.entries(properties).flatMap(([column, value]): Cell[] => {
    const year = yearOfHeader(column);
    const named = (['output', 'tax'] as const).find((figure) => figureNames[figure].test(column));
    const figure = chosen.get(column) ?? (year !== null && !otherFigures.test(column) ? named : undefined);
    const text = readText(value);
    return figure && text !== null ? [{ column, figure, text, year }] : [];
  });
}
