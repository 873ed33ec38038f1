import { ogcWords as words } from '../../../data/words/ogc';
import type { CollectionId } from '../collections/collection';
import type { Surveyed } from './collection';
import type { Reader } from './document';
import { layersInside, tileJson } from './tiles';

/**
 * One plain tint for each collection. The page's own legend lives with the page and is richer; these colours only tell
 * the collections apart.
 */
const tints: Readonly<Record<CollectionId, string>> = {
  parcels: '#8a9ba8',
  parks: '#0b7a75',
  'leftover-plots': '#c2571a',
  zones: '#9aa5a8',
  corridors: '#6b7f99',
};

/** A MapLibre style (version 8) that draws the tiles of a collection, and fetches nothing else. */
export function styleDocument(surveyed: Surveyed, reader: Reader): Record<string, unknown> {
  const { collection } = surveyed;
  const { tiles, minzoom, maxzoom, bounds, attribution } = tileJson(surveyed, reader);
  const tint = tints[collection.id];
  const layers = layersInside(collection).flatMap((inside) => {
    // Blocks stand in the tile once for each way of painting them.
    const filter = inside.id === 'blocks' ? ['==', ['get', 'scheme'], 'status'] : true;
    const own = {
      source: collection.id,
      'source-layer': inside.id,
      minzoom: inside.minzoom,
      maxzoom: inside.maxzoom + 1,
    };
    const ground = filter === true ? ['==', ['geometry-type'], 'Polygon'] : filter;
    const deepest = inside.maxzoom === maxzoom ? { ...own, maxzoom: 24 } : own;
    return [
      {
        id: `${inside.id}-fill`,
        type: 'fill',
        ...deepest,
        filter: ground,
        paint: { 'fill-color': tint, 'fill-opacity': 0.3 },
      },
      {
        id: `${inside.id}-line`,
        type: 'line',
        ...deepest,
        ...(filter !== true && { filter }),
        paint: { 'line-color': tint, 'line-width': 1 },
      },
    ];
  });
  return {
    version: 8,
    name: collection.title[reader.lang],
    metadata: { illustration: words.illustration[reader.lang] },
    sources: {
      [collection.id]: { type: 'vector', tiles, minzoom, maxzoom, ...(bounds ? { bounds } : {}), attribution },
    },
    layers,
  };
}
