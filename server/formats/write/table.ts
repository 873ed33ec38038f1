import type { Areal, Point } from '../../../data/contract';
import type { Lang } from '../../lang';
import type { Crs } from '../crs/crs';

/** What a cell holds: text, a number, a calendar date `YYYY-MM-DD` (in a field of kind date), or nothing known. */
export type Cell = string | number | null;

export interface Field {
  readonly title: string;
  /** Pinyin initials, at most ten bytes, for formats that hold no longer names. */
  readonly short: string;
  readonly kind: 'text' | 'integer' | 'decimal' | 'date';
  /** Digits behind the point of a decimal. */
  readonly decimals: number;
}

/** One row, its ground already in the coordinate system of the table. */
export interface OutRow {
  readonly id: string;
  readonly cells: readonly Cell[];
  /** Outer rings counter-clockwise, closed. */
  readonly shape: Areal | Point | null;
  /** A point on the ground, for a label. */
  readonly at: readonly [number, number] | null;
}

/** A line of what a file says of itself. */
export interface Note {
  readonly title: string;
  readonly text: string;
}

/** A table on its way into a file. Its rows come in batches, are read once, and stop when the reader stops. */
export interface OutTable {
  readonly name: string;
  readonly lang: Lang;
  readonly fields: readonly Field[];
  readonly crs: Crs;
  readonly notes: readonly Note[];
  readonly count: number;
  /** What its ground is, as OGR names it. */
  readonly shapes: 'MULTIPOLYGON' | 'POINT';
  readonly batches: AsyncIterable<readonly OutRow[]>;
  /** Places of the fields that some formats need by meaning; null where the table has none. */
  readonly places: {
    readonly number: number;
    readonly name: number | null;
    readonly use: number | null;
    readonly useCode: number | null;
    /** The class that CAD layers and colours go by. */
    readonly layer: number | null;
  };
}

/** The text of a cell for formats that know no types. */
export const cellText = (cell: Cell): string => (cell === null ? '' : String(cell));

/** The polygons of ground, each a list of rings, the outer one first; a point has none. */
export function polygonsOf(shape: Areal | Point): readonly (readonly (readonly (readonly number[])[])[])[] {
  if (shape.type === 'Point') return [];
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}
