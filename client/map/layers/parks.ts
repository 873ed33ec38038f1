import type { ParkRow } from '../../../data/contract/parks';
import { verdictLook } from '../../../data/looks/classes';
import {
  classesOffOf,
  type Expression,
  labelFont,
  type MapContext,
  type MapLayer,
  matchOf,
  notIn,
  textOf,
  tileSource,
} from '../layer';
import { ground } from '../palette';

/** Farther out a park is a dot with its sign; nearer it has its outline and its name. */
const NAMES_FROM_ZOOM = 10.5;

const isDraft: Expression = ['==', ['get', 'kind'], 'draft'];

const labels = (parks: readonly ParkRow[], off: readonly string[]) =>
  parks
    .filter((park) => !off.includes(park.title))
    .map((park, order) => ({
      type: 'Feature' as const,
      properties: {
        id: park.id,
        order,
        title: park.title,
        sign: verdictLook[park.title].sign,
        label: `${verdictLook[park.title].sign} ${park.name}`,
      },
      geometry: { type: 'Point' as const, coordinates: park.centre.coordinates },
    }));

/** Parks by the verdict on their title: outline colour with a sign beside the name; drafts dashed. */
export const parks: MapLayer = {
  group: 'parks',
  sources: (context: MapContext) => ({
    ...tileSource(context, 'parks'),
    'park-labels': {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: labels(context.parks, classesOffOf(context, 'parks')) },
    },
  }),
  layers: (context) => {
    const { theme } = context;
    const table = Object.entries(verdictLook).map(([key, look]) => [key, look.colour[theme]] as const);
    const colour = matchOf(textOf('title'), table, verdictLook.unknown.colour[theme]);
    const shown = notIn(textOf('title'), classesOffOf(context, 'parks'));
    const source = { source: 'parks', 'source-layer': 'parks' } as const;
    const width: Expression = ['interpolate', ['linear'], ['zoom'], 9, 1, 13, 2, 16, 3];
    return [
      {
        id: 'parks-fill',
        type: 'fill',
        ...source,
        filter: shown,
        paint: {
          'fill-color': colour,
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.55, 12, 0.28, 14, 0.06],
        },
      },
      {
        id: 'parks-casing',
        type: 'line',
        ...source,
        filter: shown,
        minzoom: 11,
        paint: { 'line-color': ground[theme].halo, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 3, 16, 6] },
      },
      {
        id: 'parks-line',
        type: 'line',
        ...source,
        filter: ['all', shown, ['!', isDraft]],
        paint: { 'line-color': colour, 'line-width': width },
      },
      {
        id: 'parks-draft',
        type: 'line',
        ...source,
        filter: ['all', shown, isDraft],
        paint: { 'line-color': colour, 'line-width': width, 'line-dasharray': [3, 1.6] },
      },
      {
        id: 'parks-dot',
        type: 'circle',
        source: 'park-labels',
        maxzoom: NAMES_FROM_ZOOM,
        // Of dots that lie on each other, the sign is that of the one on top.
        layout: { 'circle-sort-key': ['-', 0, ['get', 'order']] },
        paint: {
          'circle-color': colour,
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 6, 10, 8],
          'circle-stroke-color': ground[theme].halo,
          'circle-stroke-width': 1.5,
        },
      },
      {
        id: 'parks-label',
        type: 'symbol',
        source: 'park-labels',
        layout: {
          'text-field': ['step', ['zoom'], ['get', 'sign'], NAMES_FROM_ZOOM, ['get', 'label']],
          'text-font': labelFont,
          'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 14, 13],
          'text-max-width': 10,
          'text-padding': ['step', ['zoom'], 0, NAMES_FROM_ZOOM, 3],
          'symbol-sort-key': ['get', 'order'],
        },
        paint: {
          'text-color': ['step', ['zoom'], ground[theme].halo, NAMES_FROM_ZOOM, colour],
          'text-halo-color': ground[theme].halo,
          'text-halo-width': ['step', ['zoom'], 0, NAMES_FROM_ZOOM, 1.6],
        },
      },
    ];
  },
};
