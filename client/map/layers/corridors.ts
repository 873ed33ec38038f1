import type { LayerSpecification } from 'maplibre-gl';
import type { SurroundingKind } from '../../../data/contract/vocabulary';
import { corridorLook, roadCasing } from '../../../data/looks/classes';
import { type Expression, labelFont, type MapLayer, matchOf, tileSource } from '../layer';
import { ground } from '../palette';

/** Screen pixels of a metre at zoom 20 near 25° north (512 px tiles). */
const pixelsPerMetreAtZoom20 = (512 * 2 ** 20) / (40_075_016 * Math.cos((24.9 * Math.PI) / 180));
const standardWidthMetres: [SurroundingKind, number][] = [
  ['expressway', 30],
  ['river', 40],
  ['green-belt', 15],
  ['railway', 10],
  ['ditch', 4],
];

/** The width of a corridor's land on the screen at every zoom, never under `least` pixels; `extra` widens it. */
function groundWidth(least: number, extra = 0): Expression {
  const metres: Expression = [
    'coalesce',
    ['get', 'width'],
    matchOf(['get', 'kind'], standardWidthMetres, 12) as Expression,
  ];
  const at = (zoom: number): Expression => [
    '+',
    extra,
    ['max', least, ['*', metres, pixelsPerMetreAtZoom20 / 2 ** (20 - zoom)]],
  ];
  return ['interpolate', ['exponential', 2], ['zoom'], 9, at(9), 20, at(20)];
}

const source = { source: 'corridors', 'source-layer': 'corridors' } as const;
const only = (...kinds: SurroundingKind[]): Expression => ['in', ['get', 'kind'], ['literal', kinds]];
const expresswayOnTop = {
  'line-sort-key': ['match', ['get', 'kind'], 'expressway', 1, 0] satisfies Expression as Expression,
};
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Roads, railways, rivers, green belts and planning edges, drawn as wide as their land. */
export const corridors: MapLayer = {
  group: 'corridors',
  sources: (context) => tileSource(context, 'corridors'),
  layers: ({ theme }): LayerSpecification[] => {
    const colour = (kind: SurroundingKind) => corridorLook[kind][theme];
    const table = Object.entries(corridorLook).map(([kind, look]) => [kind, look[theme]] as const);
    return [
      {
        id: 'corridors-soft',
        type: 'line',
        ...source,
        filter: only('river', 'ditch', 'green-belt'),
        layout: round,
        paint: { 'line-color': matchOf(['get', 'kind'], table, colour('river')), 'line-width': groundWidth(0.6) },
      },
      {
        id: 'corridors-casing',
        type: 'line',
        ...source,
        filter: only('road', 'expressway'),
        layout: { ...round, ...expresswayOnTop },
        paint: { 'line-color': roadCasing[theme], 'line-width': groundWidth(0.8, 1.4) },
      },
      {
        id: 'corridors-road',
        type: 'line',
        ...source,
        filter: only('road', 'expressway'),
        layout: { ...round, ...expresswayOnTop },
        paint: { 'line-color': matchOf(['get', 'kind'], table, colour('road')), 'line-width': groundWidth(0.6) },
      },
      {
        id: 'corridors-rail',
        type: 'line',
        ...source,
        filter: only('railway'),
        paint: { 'line-color': colour('railway'), 'line-width': 1.6, 'line-dasharray': [4, 2] },
      },
      {
        id: 'corridors-power',
        type: 'line',
        ...source,
        minzoom: 12,
        filter: only('power-line'),
        paint: { 'line-color': colour('power-line'), 'line-width': 1, 'line-dasharray': [6, 2, 1, 2] },
      },
      {
        id: 'corridors-edge',
        type: 'line',
        ...source,
        minzoom: 12,
        filter: only('planning-edge'),
        paint: { 'line-color': colour('planning-edge'), 'line-width': 1.4, 'line-dasharray': [3, 1.5] },
      },
      {
        id: 'corridors-name',
        type: 'symbol',
        ...source,
        minzoom: 13,
        filter: ['has', 'name'],
        layout: {
          'symbol-placement': 'line',
          'text-field': ['get', 'name'],
          'text-font': labelFont,
          'text-size': 11,
          'text-padding': 8,
        },
        paint: { 'text-color': ground[theme].label, 'text-halo-color': ground[theme].halo, 'text-halo-width': 1.4 },
      },
    ];
  },
};
