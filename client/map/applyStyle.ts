import type { Map as MapLibreMap, StyleSpecification, TransformStyleFunction, VectorTileSource } from 'maplibre-gl';

/** Sources and layers of the drawing carry this prefix, so that a new style leaves them in place. */
export const drawingPrefix = 'td';
const isDrawing = (id: string) => id.startsWith(`${drawingPrefix}-`) || id === drawingPrefix;

/** Keeps what the drawing library put on the map when a new style comes. */
const keepDrawing: TransformStyleFunction = (previous, next) => {
  if (!previous) return next;
  const kept = Object.fromEntries(Object.entries(previous.sources).filter(([id]) => isDrawing(id)));
  return {
    ...next,
    sources: { ...next.sources, ...kept },
    layers: [...next.layers, ...previous.layers.filter((layer) => isDrawing(layer.id))],
  };
};

/** Tile addresses that wait until the map has come to rest. */
const waiting = new WeakMap<MapLibreMap, Map<string, string[]>>();

/**
 * Brings the map to a style by its differences alone. A new data version changes the address of tiles, which must wait:
 * told while the map lays out the same tiles for a new style, the library would never ask for the new ones. A map that
 * is at rest already says so again only after it has drawn, so it is made to draw once.
 */
export function applyStyle(map: MapLibreMap, style: StyleSpecification): void {
  const sources = { ...style.sources };
  const fresh = new Map<string, string[]>();
  for (const [id, source] of Object.entries(sources)) {
    if (source.type !== 'vector' || !source.tiles) continue;
    // a source that has just been added knows its tiles a moment later
    const standing: string[] | undefined = map.getSource<VectorTileSource>(id)?.tiles;
    if (!standing || standing[0] === source.tiles[0]) continue;
    fresh.set(id, source.tiles);
    sources[id] = { ...source, tiles: standing };
  }
  map.setStyle({ ...style, sources }, { diff: true, transformStyle: keepDrawing });
  const isWaiting = waiting.has(map);
  waiting.set(map, fresh);
  if (fresh.size === 0 && !isWaiting) waiting.delete(map);
  else if (!isWaiting) map.once('idle', () => bringFresh(map));
  if (fresh.size > 0) map.triggerRepaint();
}

function bringFresh(map: MapLibreMap): void {
  for (const [id, tiles] of waiting.get(map) ?? []) map.getSource<VectorTileSource>(id)?.setTiles(tiles);
  waiting.delete(map);
}
