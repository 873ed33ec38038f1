import type { RawRecord } from '../raw-file';
import type { Header } from './find-header';
import { type Cell, isFilled, type Sheet, type SheetRow, textOf } from './sheet';

const shownChars = 40;

/** Rows of a sheet that are records, below the header; blank ones are none. */
export async function* dataRows(sheet: Sheet, header: Header): AsyncGenerator<SheetRow> {
  for await (const row of sheet.rows()) if (row.line > header.line && row.cells.some(isFilled)) yield row;
}

/** A row as a record without a place; totals, notes and rows of another width are told by their fault, not left out. */
export function rowRecord(row: SheetRow, record: number, header: Header, sheet: Sheet): RawRecord {
  const { columns } = header;
  const properties = Object.fromEntries(columns.map((name, n) => [name, cellValue(row.cells[n])]));
  const fault = faultOf(row, columns.length, sheet);
  return fault ? { record, geometry: null, properties, fault } : { record, geometry: null, properties };
}

function cellValue(cell: Cell | undefined): Cell {
  return isFilled(cell) ? (cell as Cell) : null;
}

function faultOf(row: SheetRow, width: number, sheet: Sheet): RawRecord['fault'] | null {
  const summary = summaryOf(row.cells);
  if (summary) return { code: 'summary-row', args: { line: row.line, text: summary } };
  const found = row.cells.length;
  const beyond = row.cells.slice(width).some(isFilled);
  if (beyond || (sheet.isRectangular && found < width))
    return { code: 'cells-differ', args: { line: row.line, found, expected: width } };
  return null;
}

/** The words by which a row tells that it sums up or explains; null for a record. */
export function summaryOf(cells: readonly Cell[]): string | null {
  const filled = cells.filter(isFilled).map(textOf);
  const first = filled[0] ?? '';
  if (/^(合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|total|subtotal|sum)[:：]?$/i.test(first)) return first;
  const isAlone = filled.length === 1 && cells.length > 2;
  const isNote =
    /^(注|备注|说明|附注|填表(人|单位|日期)?|制表(人|单位|日期)?|审核(人)?|单位负责人|数据来源)\s*[:：]/.test(first);
  return isAlone && isNote ? first.slice(0, shownChars) : null;
}
