import type { Answer, ExportFormat, ExportRows, planExport as endpoint } from '../../data/contract';
import { crsId } from '../formats/crs/catalogue';
import { openRows } from './open-table';
import type { RowParts } from './rows/source';
import { meridianOf, offeredSystems, ownZone, spansZones } from './target-crs';

/** Bytes of a file by format, measured on the sample city: of an empty one, for each cell, and for each corner of the ground. */
const weights: Record<ExportFormat, { empty: number; cell: number; corner: number }> = {
  xlsx: { empty: 4_000, cell: 3, corner: 0 },
  csv: { empty: 0, cell: 9, corner: 0 },
  geojson: { empty: 1_000, cell: 32, corner: 31 },
  gpkg: { empty: 110_000, cell: 12, corner: 16 },
  shp: { empty: 2_000, cell: 2, corner: 9 },
  dxf: { empty: 10_000, cell: 12, corner: 44 },
  kml: { empty: 1_000, cell: 52, corner: 31 },
  txt: { empty: 500, cell: 3, corner: 38 },
};

/** What an export of these rows would be. */
export async function planExport(parts: RowParts, rows: ExportRows): Promise<Answer<typeof endpoint>> {
  const { source, summary } = await openRows(parts, { ...rows, lang: 'zh' }, false);
  const meridian = meridianOf(parts);
  const cells = summary.count * source.columns.length;
  const bytes = Object.entries(weights).map(([format, { empty, cell, corner }]) => [
    format,
    Math.round(empty + cells * cell + summary.vertices * corner),
  ]);
  return {
    count: summary.count,
    rowLimit: parts.config.exportRows,
    bytes: Object.fromEntries(bytes) as Record<ExportFormat, number>,
    systems: offeredSystems(meridian),
    ownZone: crsId(ownZone(summary.middle, meridian)),
    spansZones: spansZones(summary),
    sample: summary.sample,
  };
}
