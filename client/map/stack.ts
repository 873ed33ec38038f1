import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapContext, MapLayer } from './layer';
import { carriers } from './layers/carriers';
import { controls } from './layers/controls';
import { corridors } from './layers/corridors';
import { ground } from './layers/ground';
import { leftover } from './layers/leftover';
import { marked } from './layers/marked';
import { parcels } from './layers/parcels';
import { parks } from './layers/parks';
import { zones } from './layers/zones';

const files: readonly MapLayer[] = [ground, zones, corridors, parcels, leftover, parks, controls, carriers, marked];

/** The only statement of order, from the ground up. */
export const stack: readonly string[] = [
  'ground',
  'land',
  'zones-fill',
  'sea',
  'coast',
  'corridors-soft',
  'blocks-fill',
  'corridors-casing',
  'corridors-road',
  'corridors-rail',
  'parcels-fill',
  'parcels-hairline',
  'parcels-dashed',
  'parcels-heavy',
  'leftover-paper',
  'leftover-hatch',
  'leftover-line',
  'leftover-open',
  'parks-fill',
  'corridors-power',
  'corridors-edge',
  'controls-basic-farmland',
  'controls-ecological-red-line',
  'controls-urban-growth-boundary',
  'controls-industrial-block',
  'zones-line',
  'zones-schematic',
  'zones-back',
  'parks-casing',
  'parks-line',
  'parks-draft',
  'picked-parcels',
  'picked-line-parcels',
  'selected-zones',
  'selected-parcels',
  'selected-parks',
  'selected-leftover',
  'pointed-zones',
  'pointed-parcels',
  'pointed-parks',
  'pointed-leftover',
  'corridors-name',
  'parcels-letter',
  'leftover-sign',
  'carriers-dot',
  'carriers-label',
  'parks-dot',
  'parks-label',
  'zones-label',
];

/** Layers that a click or the pointer asks, the one that answers first at the front. */
export const askedLayers: readonly string[] = [
  'carriers-dot',
  'parks-dot',
  'parks-label',
  'leftover-paper',
  'leftover-open',
  'parcels-fill',
  'parks-fill',
  'zones-fill',
];

/** The only ground that picking takes. */
export const pickedLayers: readonly string[] = ['parcels-fill'];

/**
 * Builds the whole style of the map; pure. A basemap, where one is set, takes the place of land and sea. Its glyphs are
 * left out: without them the map draws every label, Chinese and Latin, from the reader's own fonts.
 */
export function buildStyle(context: MapContext, basemap: StyleSpecification | null): StyleSpecification {
  const shown = files.filter((file) => !(basemap && file === ground));
  const sources = Object.assign({}, ...shown.map((file) => file.sources(context))) as StyleSpecification['sources'];
  const off = context.address.layersOff;
  const layers = shown
    .filter((file) => file.group === null || !off.includes(file.group))
    .flatMap((file) => file.layers(context))
    .filter((layer) => !('source' in layer) || typeof layer.source !== 'string' || layer.source in sources);
  const place = new Map(stack.map((id, index) => [id, index]));
  const ordered = layers.sort((a: LayerSpecification, b: LayerSpecification) => at(place, a) - at(place, b));
  return {
    version: 8,
    ...(basemap?.sprite ? { sprite: basemap.sprite } : {}),
    sources: { ...basemap?.sources, ...sources },
    layers: [...(basemap?.layers ?? []), ...ordered],
  };
}

function at(place: Map<string, number>, layer: LayerSpecification): number {
  const index = place.get(layer.id);
  if (index === undefined) throw new Error(`The layer ${layer.id} has no place in the stack`);
  return index;
}
