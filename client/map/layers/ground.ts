import type { MapLayer } from '../layer';
import { ground as colours } from '../palette';

/** Land and sea, so that it looks like a map with no network. */
export const ground: MapLayer = {
  group: null,
  sources: ({ origin }) => ({
    land: { type: 'geojson', data: `${origin}/zones/land.geojson` },
    sea: { type: 'geojson', data: `${origin}/zones/sea.geojson` },
  }),
  layers: ({ theme }) => {
    const colour = colours[theme];
    return [
      { id: 'ground', type: 'background', paint: { 'background-color': colour.land } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour.land, 'fill-antialias': false } },
      { id: 'sea', type: 'fill', source: 'sea', paint: { 'fill-color': colour.sea, 'fill-antialias': false } },
      {
        id: 'coast',
        type: 'line',
        source: 'sea',
        paint: { 'line-color': colour.coast, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 14, 1.2] },
      },
    ];
  },
};
