import type { Named } from '../../data/contract';
import { type ExportColumn, exportCellWords, exportColumns } from '../../data/words/exports';
import { leftoverWords } from '../../data/words/vocabulary';
import type { Cell, Field } from '../formats/write/table';
import type { Lang } from '../lang';

/** A column of an export: what it is called and what it holds. */
export interface ColumnHead {
  readonly key: ExportColumn;
  readonly kind: Field['kind'];
  readonly decimals: number;
  /** A heading that differs from the table's, where one key stands for several years. */
  readonly heading?: Named & { short: string };
}

/** A column with the way in which a row fills it. */
export interface Column<Row> extends ColumnHead {
  readonly cell: (row: Row) => Cell;
}

/** A column of text. */
export const text = <Row>(key: ExportColumn, cell: (row: Row) => string | null | undefined): Column<Row> => ({
  key,
  kind: 'text',
  decimals: 0,
  cell: (row) => cell(row) || null,
});

/** A column of calendar dates. */
export const date = <Row>(key: ExportColumn, cell: (row: Row) => string | null | undefined): Column<Row> => ({
  key,
  kind: 'date',
  decimals: 0,
  cell: (row) => cell(row)?.slice(0, 10) || null,
});

/** A column of numbers with so many digits behind the point; whole numbers with none. */
export const number = <Row>(
  key: ExportColumn,
  decimals: number,
  cell: (row: Row) => number | null | undefined,
): Column<Row> => ({
  key,
  kind: decimals === 0 ? 'integer' : 'decimal',
  decimals,
  cell: (row) => {
    const value = cell(row);
    return value === null || value === undefined || !Number.isFinite(value) ? null : Number(value.toFixed(decimals));
  },
});

const SQUARE_METRES_PER_MU = 2000 / 3;

/** Area thrice: square metres, mu with two decimals, hectares with four. */
export const areas = <Row>(squareMetres: (row: Row) => number): Column<Row>[] => [
  number('squareMetres', 2, squareMetres),
  number('mu', 2, (row) => squareMetres(row) / SQUARE_METRES_PER_MU),
  number('hectares', 4, (row) => squareMetres(row) / 10_000),
];

/** The heading and type of a column in the reader's language. */
export function fieldOf({ key, kind, decimals, heading = exportColumns[key] }: ColumnHead, lang: Lang): Field {
  return { title: heading[lang], short: heading.short, kind, decimals };
}

export const yesNo = (value: boolean | null, lang: Lang): string | null =>
  value === null ? null : exportCellWords[value ? 'yes' : 'no'][lang];

const SUSPECTED = new Set<string>(['corner', 'scattered', 'enclosed']);

/** A class that the machine found is only suspected; what it could not class is said plainly. */
export function suspected(kind: keyof typeof leftoverWords, lang: Lang): string {
  const word = leftoverWords[kind][lang];
  return SUSPECTED.has(kind) ? exportCellWords.suspected[lang].replace('{kind}', word) : word;
}
