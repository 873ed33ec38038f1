import type { Archive } from '../archive';
import { readingLimits } from '../limits';
import { readXml } from '../read-xml';
import type { Cell, SheetRow } from '../tables/sheet';
import type { Workbook } from './read-workbook';

const dayMs = 86_400_000;
/** Excel counts days from here; the day that 1900 never had is behind every date in use. */
const dayZero = Date.UTC(1899, 11, 30);
const daysTo1904 = 1462;

/** Rows of one sheet as they are unpacked: values as they were last worked out, formulas never evaluated. */
export async function* readSheet(
  archive: Archive,
  entry: string,
  book: Workbook,
  fileName: string,
): AsyncGenerator<SheetRow> {
  let row: SheetRow = { line: 0, cells: [] };
  let cell = { column: -1, type: '', style: 0 };
  let [text, isValue, aloud] = ['', false, 0];
  for await (const event of readXml(archive.stream(entry), fileName)) {
    if (event.kind === 'text') {
      if (isValue && aloud === 0) text += event.text;
      continue;
    }
    const isOpen = event.kind === 'open';
    if (event.name === 'row' && event.kind === 'open') {
      row = { line: Number(event.attributes.r) || row.line + 1, cells: [] };
    } else if (event.name === 'row') yield row;
    else if (event.name === 'c' && event.kind === 'open') {
      const { r = '', t = 'n', s = '0' } = event.attributes;
      cell = { column: columnOf(r) ?? row.cells.length, type: t, style: Number(s) };
      text = '';
    } else if (event.name === 'c') place(row, cell.column, cellValue(text, cell, book));
    else if (event.name === 'rPh') aloud += isOpen ? 1 : -1;
    else if (event.name === 'v' || event.name === 't') isValue = isOpen;
  }
}

function place(row: SheetRow, column: number, value: Cell): void {
  if (value === null || column >= readingLimits.tableColumns) return;
  while (row.cells.length < column) row.cells.push(null);
  row.cells[column] = value;
}

/** The place of a column called A, Z, AA; null where none is named. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellValue(text: string, { type, style }: { type: string; style: number }, book: Workbook): Cell {
  if (text === '') return null;
  if (type === 's') return book.sharedStrings[Number(text)] ?? null;
  if (type === 'b') return text === '1' || text.toLowerCase() === 'true';
  // An error such as #N/A stays the text that is seen.
  if (type !== 'n') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return book.dateFormats[style] ? dateOf(number, book.from1904) : number;
}

function dateOf(days: number, from1904: boolean): string {
  const at = new Date(dayZero + Math.round((days + (from1904 ? daysTo1904 : 0)) * dayMs));
  if (Number.isNaN(at.getTime())) return String(days);
  const text = at.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
