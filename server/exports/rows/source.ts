import type { Bbox, ExportRows, Named, Source } from '../../../data/contract';
import type { AppParts } from '../../app';
import type { ExportShape, ExportSummary } from '../../db/exports/ground';
import type { Cell } from '../../formats/write/table';
import type { Lang } from '../../lang';
import type { ParkBook } from '../../parks/park-book';
import type { Column, ColumnHead } from '../column';

/** What the rows of an export are made with. */
export interface RowParts extends AppParts {
  readonly parks: ParkBook;
}

export interface RowAsked {
  readonly rows: ExportRows & { bbox?: Bbox | undefined };
  readonly lang: Lang;
  /** What only the office may see is read. */
  readonly internal: boolean;
  readonly names: ReadonlyMap<string, Named>;
  readonly sources: readonly Source[];
}

/** A row as it leaves its source: its ground in degrees of CGCS2000. */
interface SourceRow {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly shape: ExportShape | null;
  readonly at: readonly number[] | null;
}

/** Rows whose keys and order are fixed, to be read a part at a time. */
export interface OpenRows {
  readonly count: number;
  readonly read: (from: number, to: number) => Promise<SourceRow[]>;
}

/** The rows of one kind: known in sum first, then by their order, then read in batches. */
export interface RowSource {
  readonly summary: () => Promise<ExportSummary>;
  /** Fixes which rows are written and in which order; answers their count and a way to read a part of them. */
  readonly open: () => Promise<OpenRows>;
  readonly columns: readonly ColumnHead[];
  /** Whether verdicts of a ruleset are among the columns. */
  readonly verdicts: boolean;
}

/** Makes a source out of keys in order and a way to read rows by them. */
export function sourceOf<Key, Row>(parts: {
  summary: () => Promise<ExportSummary>;
  keys: () => Promise<readonly Key[]>;
  read: (keys: readonly Key[]) => Promise<readonly Row[]>;
  columns: readonly Column<Row>[];
  ground: (row: Row) => { id: string; shape: ExportShape | null; at: readonly number[] | null };
  verdicts: boolean;
}): RowSource {
  const { summary, keys, read, columns, ground, verdicts } = parts;
  return {
    summary,
    columns,
    verdicts,
    open: async () => {
      const all = await keys();
      return {
        count: all.length,
        read: async (from, to) =>
          (await read(all.slice(from, to))).map((row) => ({
            ...ground(row),
            cells: columns.map((column) => column.cell(row)),
          })),
      };
    },
  };
}
