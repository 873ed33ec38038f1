import type { QuarantinedRecord } from '../../../../data/contract';

/** Heads of the columns that the file of held records has beside those that the sender gave. */
export interface HeldHeads {
  readonly record: string;
  readonly reason: string;
  readonly remedy: string;
}

/** Writes held records as GeoJSON (RFC 7946) for the sender: columns as they came, then why each was held back. */
export function writeHeldGeoJson(rows: readonly QuarantinedRecord[], heads: HeldHeads): string {
  const features = rows.map(({ record, cells, message, remedy, geometry, at }) => ({
    type: 'Feature',
    id: record,
    geometry: geometry ?? (at === null ? null : { type: 'Point', coordinates: at }),
    properties: { ...cells, [heads.record]: record, [heads.reason]: message, [heads.remedy]: remedy },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
