import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { type ClassLook, notGiven, notGivenFill, parcelLine, statusLook, useLook } from '../../../data/looks/classes';
import type { ThemeName } from '../../style/tokens';
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

const looks: Record<'status' | 'use', Record<string, ClassLook>> = { status: statusLook, use: useLook };

const withOutline = (scheme: 'status' | 'use', outlines: ClassLook['outline'][], property: Expression): Expression => {
  const keys = Object.entries(looks[scheme]).filter(([, look]) => outlines.includes(look.outline));
  const named: Expression = ['in', property, ['literal', keys.map(([key]) => key)]];
  return outlines.includes(notGiven.outline) ? ['any', named, ['==', property, 'none']] : named;
};

function outlines(scheme: 'status' | 'use', theme: ThemeName, shown: Expression): LayerSpecification[] {
  const source = { source: 'parcels', 'source-layer': 'parcels', minzoom: 13 } as const;
  const property = textOf(scheme);
  const filter = (...kinds: ClassLook['outline'][]): FilterSpecification => [
    'all',
    shown,
    withOutline(scheme, kinds, property),
  ];
  const colour = parcelLine[theme];
  const width = (at13: number, at17: number): Expression => ['interpolate', ['linear'], ['zoom'], 13, at13, 17, at17];
  return [
    {
      id: 'parcels-hairline',
      type: 'line',
      ...source,
      filter: filter('hairline', 'solid'),
      paint: { 'line-color': colour, 'line-width': width(0.2, 0.9), 'line-opacity': 0.7 },
    },
    {
      id: 'parcels-dashed',
      type: 'line',
      ...source,
      filter: filter('dashed'),
      paint: { 'line-color': colour, 'line-width': width(0.3, 1.2), 'line-dasharray': [3, 2], 'line-opacity': 0.8 },
    },
    {
      id: 'parcels-heavy',
      type: 'line',
      ...source,
      filter: filter('heavy'),
      paint: { 'line-color': theme === 'light' ? '#5c2a17' : '#f2b79a', 'line-width': width(0.6, 2.2) },
    },
  ];
}

function letters(scheme: 'status' | 'use', { language, theme }: MapContext, shown: Expression): LayerSpecification {
  const table = Object.entries(looks[scheme]).map(([key, look]) => [key, look.letter[language]] as const);
  return {
    id: 'parcels-letter',
    type: 'symbol',
    source: 'parcels',
    'source-layer': 'parcels',
    minzoom: 15.2,
    filter: shown,
    layout: {
      'text-field': [
        'step',
        ['zoom'],
        matchOf(textOf(scheme), table, ''),
        17,
        ['concat', matchOf(textOf(scheme), table, ''), '\n', ['coalesce', ['get', 'number'], '']],
      ] as unknown as Expression,
      'text-font': labelFont,
      'text-size': 11,
      'text-padding': 6,
      'text-line-height': 1.25,
    },
    paint: { 'text-color': ground[theme].label, 'text-halo-color': ground[theme].halo, 'text-halo-width': 1 },
  };
}

/** Parcels by status or by use: fill, outline and letter; generalised blocks at low zooms. */
export const parcels: MapLayer = {
  group: 'parcels',
  sources: (context) => tileSource(context, 'parcels'),
  layers: (context) => {
    const scheme = context.address.parcelScheme;
    const off = classesOffOf(context, `parcels-${scheme}`);
    const table = Object.entries(looks[scheme]).map(([key, look]) => [key, look.fill] as const);
    const shown = notIn(textOf(scheme), off);
    const opacity = context.theme === 'dark' ? 0.72 : 0.86;
    return [
      {
        id: 'blocks-fill',
        type: 'fill',
        source: 'parcels',
        'source-layer': 'blocks',
        maxzoom: 13,
        filter: ['all', ['==', ['get', 'scheme'], scheme], notIn(textOf('class'), off)],
        paint: {
          'fill-color': matchOf(textOf('class'), table, notGivenFill[context.theme]),
          'fill-opacity': opacity,
          'fill-antialias': false,
        },
      },
      {
        id: 'parcels-fill',
        type: 'fill',
        source: 'parcels',
        'source-layer': 'parcels',
        minzoom: 13,
        filter: shown,
        paint: { 'fill-color': matchOf(textOf(scheme), table, notGivenFill[context.theme]), 'fill-opacity': opacity },
      },
      ...outlines(scheme, context.theme, shown),
      letters(scheme, context, shown),
    ];
  },
};
