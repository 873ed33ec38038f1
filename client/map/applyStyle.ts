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

/** Brings the map to a style by its differences alone; a new data version only changes the address of the tiles. */
export function applyStyle(map: MapLibreMap, style: StyleSpecification): void {
  for (const [id, source] of Object.entries(style.sources)) {
    if (source.type !== 'vector' || !source.tiles) continue;
    const standing = map.getSource<VectorTileSource>(id);
    if (standing && standing.tiles?.[0] !== source.tiles[0]) standing.setTiles(source.tiles);
  }
  map.setStyle(style, { diff: true, transformStyle: keepDrawing });
}
