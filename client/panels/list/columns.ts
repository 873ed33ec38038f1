import { type Cell, writeCsv } from './writeCsv';

/** One public column of an exported list. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Cell;
}

/** Writes rows as CSV by their columns. */
export const writeRows = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  writeCsv(
    columns.map((column) => column.head),
    rows.map((row) => columns.map((column) => column.cell(row))),
  );

/** Mu and hectares with the digits that the page shows. */
export const roundMu = (areaMu: number): number => Number(areaMu.toFixed(2));
export const roundHectares = (areaMu: number): number => Number((areaMu / 15).toFixed(4));
