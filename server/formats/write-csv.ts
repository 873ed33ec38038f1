const byteOrderMark = '\ufeff';

/** Writes CSV that spreadsheets open in Chinese: with a byte order mark, every cell quoted, no cell run as a formula. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${byteOrderMark}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A text that begins like a formula gets an apostrophe in front, which spreadsheets show as text. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}
