import { type Cell, isFilled, isNumeric, type SheetRow, textOf } from './sheet';

export interface Header {
  columns: string[];
  /** Line of its last row; data begin below. 0 where the sheet has none. */
  line: number;
  /** Rows above it: title, unit, compiler. */
  titleRows: number;
}

/** How many rows at the top are searched for the header. */
export const headerWithin = 30;
/** A header fills at least this share of the widest of the rows below. */
const filledShare = 0.5;

/**
 * Finds the header of a sheet among its first rows: the first that is filled about as widely as the rows below and holds
 * words only. Titles above it are passed over, two rows of header are read as one (`2023年·产值`). Without a header the
 * columns are numbered. In a rectangular sheet the header itself says how many columns there are.
 */
export function findHeader(rows: readonly SheetRow[], isRectangular: boolean): Header {
  const reach = Math.max(0, ...rows.map((row) => filledUpTo(row.cells)));
  const widest = Math.max(0, ...rows.map((row) => filledCount(row.cells)));
  const at = rows.findIndex((row) => isHeader(row.cells, widest));
  const top = rows[at];
  const width = isRectangular && top ? top.cells.length : reach;
  if (!top) return { columns: named(Array.from({ length: width }, () => '')), line: 0, titleRows: 0 };
  const below = rows[at + 1];
  const isDouble = below !== undefined && fillsGaps(top.cells, below.cells, width);
  const names = Array.from({ length: width }, (_, n) => textOf(top.cells[n]));
  const columns = isDouble && below ? joined(top.cells, below.cells, width) : names;
  return { columns: named(columns), line: (isDouble && below ? below : top).line, titleRows: at };
}

function isHeader(cells: readonly Cell[], widest: number): boolean {
  const filled = cells.filter(isFilled);
  if (filled.length < Math.max(widest > 1 ? 2 : 1, filledShare * widest)) return false;
  const words = filled.filter((cell) => typeof cell === 'string' && !isNumeric(cell));
  // A year stands as a number over its column now and then.
  const years = filled.filter((cell) => /^(19|20)\d\d$/.test(textOf(cell)));
  return words.length + years.length === filled.length && words.length > 0 && new Set(words).size > words.length / 2;
}

/** The second row of a header fills what the first leaves blank, with words. */
function fillsGaps(top: readonly Cell[], below: readonly Cell[], width: number): boolean {
  const gaps = Array.from({ length: width }, (_, n) => n).filter((n) => !isFilled(top[n]));
  const filled = below.flatMap((cell, n) => (isFilled(cell) ? [n] : []));
  if (gaps.length === 0 || filled.length < 2 || filled.length === width) return false;
  const isWords = filled.every((n) => !isNumeric(below[n]));
  return isWords && gaps.every((n) => filled.includes(n) || n >= width) && filled.some((n) => isFilled(top[n]));
}

function joined(top: readonly Cell[], below: readonly Cell[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, n) => {
    group = textOf(top[n]) || group;
    const own = textOf(below[n]);
    if (own === '') return textOf(top[n]);
    return group === '' || group === own ? own : `${group}·${own}`;
  });
}

/** Names made whole and different: blanks by their place, repeats by a number. */
function named(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((given, n) => {
    const name = given.replace(/\s+/g, ' ') || `列${n + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  });
}

function filledCount(cells: readonly Cell[]): number {
  return cells.filter(isFilled).length;
}

function filledUpTo(cells: readonly Cell[]): number {
  return cells.findLastIndex(isFilled) + 1;
}
