import { csvCell } from './write/csv';

const byteOrderMark = '\ufeff';

/** Writes CSV that spreadsheets open in Chinese: with a byte order mark, text quoted, no cell run as a formula. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${byteOrderMark}${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
