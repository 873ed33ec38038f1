import type { Map as MapLibreMap } from 'maplibre-gl';

const SOURCES: ReadonlySet<string> = new Set(['corridors', 'controls']);

/** Kinds of corridors and control lines that are drawn in the window now, sorted, one comma between. */
export function kindsInView(map: MapLibreMap): string {
  const layers = map.getLayersOrder().filter((id) => SOURCES.has(map.getLayer(id)?.source ?? ''));
  const found = layers.length > 0 ? map.queryRenderedFeatures({ layers }) : [];
  return [...new Set(found.map((feature) => String(feature.properties.kind)))].sort().join(',');
}
