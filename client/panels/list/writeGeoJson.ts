import type { Position } from '../../../data/contract';
import type { Column } from './columns';

/** The shape that a row has on the map, in degrees of CGCS2000. */
export type Shape =
  | { type: 'Point'; coordinates: Position }
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };

export interface Shaped<Row> {
  readonly id: string;
  readonly row: Row;
  /** Null where no shape came; the row stays in the file without one. */
  readonly shape: Shape | null;
}

/**
 * Writes rows as GeoJSON (RFC 7946) with the same public columns as the table. The notice travels with the file;
 * `mapApprovalNumber` is left for the office that publishes it.
 */
export function writeGeoJson<Row>(columns: readonly Column<Row>[], rows: readonly Shaped<Row>[], notice: string) {
  const features = rows.map(({ id, row, shape }) => ({
    type: 'Feature',
    id,
    geometry: shape,
    properties: Object.fromEntries(columns.map((column) => [column.head, column.cell(row) ?? null])),
  }));
  return JSON.stringify({ type: 'FeatureCollection', notice, mapApprovalNumber: null, features });
}
