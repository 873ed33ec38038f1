import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { applyStyle } from '../../client/map/applyStyle';

const styleAt = (version: number): StyleSpecification => ({
  version: 8,
  sources: { parcels: { type: 'vector', tiles: [`/tiles/parcels?v=${version}`] } },
  layers: [],
});

/** A map at rest: a style that differs in nothing draws nothing, and it says that it rests only once it has drawn. */
function restingMap() {
  const source = {
    tiles: ['/tiles/parcels?v=1'],
    setTiles: (tiles: string[]) => {
      source.tiles = tiles;
    },
  };
  let hears: (() => void) | null = null;
  const map = {
    getSource: () => source,
    setStyle: () => undefined,
    once: (_: string, listener: () => void) => {
      hears = listener;
    },
    triggerRepaint: () => {
      hears?.();
      hears = null;
    },
  };
  return { source, map: map as unknown as MapLibreMap };
}

test('a map at rest takes up new tiles, though nothing else of its style has changed', () => {
  const { map, source } = restingMap();
  applyStyle(map, styleAt(2));
  expect(source.tiles).toEqual(['/tiles/parcels?v=2']);
  applyStyle(map, styleAt(3));
  expect(source.tiles).toEqual(['/tiles/parcels?v=3']);
});
