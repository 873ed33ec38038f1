import type { MapGeoJSONFeature } from 'maplibre-gl';
import type { Selection } from '../url';

/** Below this zoom a click on open ground means the unit. */
const unitZoom = 12.5;

/** Something under the pointer: what a click would select, and the properties that its tip shows. */
export interface Target {
  selection: Selection;
  properties: Record<string, unknown>;
}

const kinds: Record<string, { kind: Selection['kind']; by: 'feature' | 'property' }> = {
  'carriers-dot': { kind: 'carrier', by: 'property' },
  'parks-label': { kind: 'park', by: 'property' },
  'parks-fill': { kind: 'park', by: 'feature' },
  'leftover-paper': { kind: 'leftover', by: 'feature' },
  'leftover-open': { kind: 'leftover', by: 'feature' },
  'parcels-fill': { kind: 'parcel', by: 'feature' },
  'zones-fill': { kind: 'unit', by: 'property' },
};

/** Picks, from what lies under the pointer, the thing that a click means; `order` says which layer answers first. */
export function targetOf(
  features: readonly Pick<MapGeoJSONFeature, 'id' | 'layer' | 'properties'>[],
  order: readonly string[],
  zoom: number,
): Target | null {
  for (const layer of order) {
    const kind = kinds[layer];
    const feature = features.find((candidate) => candidate.layer.id === layer);
    if (!kind || !feature) continue;
    if (kind.kind === 'unit' && (zoom > unitZoom || feature.properties.kind === 'context')) continue;
    const id = kind.by === 'feature' ? feature.id : feature.properties.id;
    if (id === undefined || id === null) continue;
    return { selection: { kind: kind.kind, id: String(id) }, properties: feature.properties };
  }
  return null;
}
