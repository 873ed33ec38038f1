import type { Cell, OutTable } from './table';

const BYTE_ORDER_MARK = '\ufeff';
const STARTS_FORMULA = /^[\s]*[=+\-@]|^[\t\r]/;

/** One cell of CSV: quoted text; what a spreadsheet would run as a formula is led by an apostrophe. Numbers stay plain. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const guarded = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** Writes a table as CSV that spreadsheets open in Chinese: UTF-8 with a byte order mark, CRLF. */
export async function* writeCsvTable(table: OutTable): AsyncGenerator<string> {
  const line = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`;
  yield BYTE_ORDER_MARK + line(table.fields.map((field) => field.title));
  for await (const rows of table.batches) yield rows.map((row) => line(row.cells)).join('');
}
