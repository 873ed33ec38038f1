import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell, Field, OutRow, OutTable } from './table';
import { bookParts, STYLE } from './xlsx-parts';
import { xmlText } from './xml';

/** Rows that a sheet of Excel holds, the header among them. */
const SHEET_ROWS = 1_048_576;
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/**
 * Writes a table as XLSX: typed cells, a frozen bold header, a second sheet of notes. Text is never run as a formula
 * (inline strings; what looks like one is marked as text for whoever edits it). More rows than a sheet holds go on in
 * further sheets.
 */
export function writeXlsxTable(table: OutTable, sheetRows: number = SHEET_ROWS): Readable {
  const zip = new ZipFile();
  const sheets = Math.max(1, Math.ceil(table.count / (sheetRows - 1)));
  const names = Array.from({ length: sheets }, (_, n) => (n === 0 ? table.name : `${table.name} ${n + 1}`));
  for (const [path, xml] of bookParts([...names, table.lang === 'zh' ? '说明' : 'Notes']))
    zip.addBuffer(Buffer.from(xml), path);
  const rows = oneByOne(table.batches);
  for (const n of names.keys())
    zip.addReadStreamLazy(`xl/worksheets/sheet${n + 1}.xml`, (take) => {
      take(null, Readable.from(sheet(table, rows, sheetRows - 1, n === sheets - 1)));
    });
  zip.addBuffer(Buffer.from(notesSheet(table)), `xl/worksheets/sheet${sheets + 1}.xml`);
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  return output;
}

async function* oneByOne(batches: OutTable['batches']): AsyncGenerator<OutRow> {
  for await (const rows of batches) yield* rows;
}

const CHUNK_ROWS = 500;

async function* sheet(table: OutTable, rows: AsyncGenerator<OutRow>, most: number, last: boolean) {
  const widths = table.fields.map(
    (field, n) => `<col min="${n + 1}" max="${n + 1}" width="${widthOf(field)}" customWidth="1"/>`,
  );
  yield `${SHEET_HEAD}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${headRow(table)}`;
  let chunk: string[] = [];
  let written = 0;
  while (written < most || last) {
    const next = await rows.next();
    if (next.done) break;
    written += 1;
    chunk.push(
      `<row r="${written + 1}">${next.value.cells.map((cell, n) => xlsxCell(cell, table.fields[n])).join('')}</row>`,
    );
    if (chunk.length === CHUNK_ROWS) {
      yield chunk.join('');
      chunk = [];
    }
  }
  const columns = columnName(table.fields.length);
  yield `${chunk.join('')}</sheetData><autoFilter ref="A1:${columns}${written + 1}"/></worksheet>`;
}

const SHEET_HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

const headRow = ({ fields }: OutTable): string =>
  `<row r="1" ht="20" customHeight="1">${fields.map((field) => textCell(field.title, STYLE.head)).join('')}</row>`;

function notesSheet({ notes }: OutTable): string {
  const rows = notes.map(
    ({ title, text }, n) => `<row r="${n + 1}">${textCell(title, STYLE.strong)}${textCell(text, STYLE.wrapped)}</row>`,
  );
  return `${SHEET_HEAD}<cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function xlsxCell(cell: Cell, field: Field | undefined): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c s="${numberStyle(field)}"><v>${cell}</v></c>`;
  if (field?.kind === 'date') {
    const days = (Date.parse(`${cell.slice(0, 10)}T00:00:00Z`) - DAY_ZERO) / DAY_MS;
    if (Number.isFinite(days)) return `<c s="${STYLE.date}"><v>${days}</v></c>`;
  }
  return textCell(cell, /^\s*[=+\-@]/.test(cell) ? STYLE.quoted : STYLE.text);
}

/** Excel reads `_x0041_` as a sign by its number, so that what looks like one is led by the number of its underline. */
function textCell(text: string, style: number): string {
  const escaped = xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, CELL_SIGNS));
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}
/** The most signs that a cell of Excel holds. */
const CELL_SIGNS = 32_767;

function numberStyle(field: Field | undefined): number {
  if (field?.kind !== 'decimal') return STYLE.integer;
  return [STYLE.integer, STYLE.one, STYLE.two, STYLE.three, STYLE.four][field.decimals] ?? STYLE.plain;
}

function widthOf(field: Field): number {
  const signs = [...field.title].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0);
  return Math.max(field.kind === 'text' ? 16 : 12, signs + 4);
}

function columnName(n: number): string {
  return n <= 26 ? String.fromCharCode(64 + n) : columnName(Math.floor((n - 1) / 26)) + columnName(((n - 1) % 26) + 1);
}
