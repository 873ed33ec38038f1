export type Cell = string | number | boolean | null;

/** A row as it stands: its line or row number in the file, and its cells. */
export interface SheetRow {
  line: number;
  cells: Cell[];
}

/** A sheet that can be read as often as needed, row by row. */
export interface Sheet {
  name: string;
  rows: () => AsyncIterable<SheetRow>;
  /** Every row of it has as many cells as its header, as in a CSV; a sheet leaves out what is blank at the end. */
  isRectangular: boolean;
}

/** Text of a cell, without the blanks around it. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

/** Whether a cell holds something. */
export function isFilled(cell: Cell | undefined): boolean {
  return textOf(cell) !== '';
}

/** Whether a cell in the place of a number says that there is none, also by a stroke. */
export function isVoid(cell: Cell | undefined): boolean {
  return /^(无|[-/—]*)$/.test(textOf(cell));
}

/** Whether a cell is a number, or text that spells one. */
export function isNumeric(cell: Cell | undefined): boolean {
  const text = textOf(cell).replace(/,(?=\d{3})/g, '');
  return text !== '' && /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?%?$/.test(text);
}
