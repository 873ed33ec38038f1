import { i18n } from '../../text/i18n';
import { mapText } from '../../text/map';
import { labelFont, type MapLayer } from '../layer';
import { ground } from '../palette';

/** Carriers named by the plan: approximate points, ringed and labelled so; never a site. */
export const carriers: MapLayer = {
  group: 'carriers',
  sources: ({ carriers: list, language }) => {
    const note = i18n.t('approximate', { ns: mapText.area, lng: language });
    return {
      carriers: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: list.flatMap((carrier) =>
            carrier.location
              ? [
                  {
                    type: 'Feature' as const,
                    properties: {
                      id: carrier.id,
                      label: carrier.approximate ? `≈ ${carrier.name} · ${note}` : carrier.name,
                    },
                    geometry: { type: 'Point' as const, coordinates: carrier.location.coordinates },
                  },
                ]
              : [],
          ),
        },
      },
    };
  },
  layers: ({ theme }) => [
    {
      id: 'carriers-dot',
      type: 'circle',
      source: 'carriers',
      minzoom: 9.6,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 3, 14, 6],
        'circle-color': ground[theme].halo,
        'circle-stroke-color': ground[theme].label,
        'circle-stroke-width': 1.4,
      },
    },
    {
      id: 'carriers-label',
      type: 'symbol',
      source: 'carriers',
      minzoom: 10.5,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': 11,
        'text-anchor': 'left',
        'text-offset': [0.8, 0],
        'text-max-width': 12,
      },
      paint: { 'text-color': ground[theme].label, 'text-halo-color': ground[theme].halo, 'text-halo-width': 1.4 },
    },
  ],
};
