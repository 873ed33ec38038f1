import type { LayerSpecification } from 'maplibre-gl';
import { type MapLayer, textOf, tileSource } from '../layer';
import { controlLook } from '../palette';

/** The four kinds of control lines, each by colour and by dash. */
export const controls: MapLayer = {
  group: 'controls',
  sources: (context) => tileSource(context, 'controls'),
  layers: () =>
    Object.entries(controlLook).map(
      ([kind, look]): LayerSpecification => ({
        id: `controls-${kind}`,
        type: 'line',
        source: 'controls',
        'source-layer': 'controls',
        minzoom: 10,
        filter: ['==', textOf('kind'), kind],
        paint: {
          'line-color': look.colour,
          'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 15, 2],
          'line-dasharray': look.dash,
        },
      }),
    ),
};
