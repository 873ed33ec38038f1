import {
  beltLook,
  corridorLook,
  leftoverInk,
  notGivenFill,
  parcelLine,
  roadCasing,
  statusLook,
  verdictLook,
  zoneShare,
} from '../../../data/looks/classes';
import { ogcWords as words } from '../../../data/words/ogc';
import { PARCELS_FROM } from '../../tiles/layers';
import type { CollectionId } from '../collections/collection';
import type { Surveyed } from './collection';
import type { Reader } from './document';
import { tileJson } from './tiles';

/** One layer of a style, without its source. */
interface Drawn {
  readonly id: string;
  readonly type: 'fill' | 'line';
  readonly 'source-layer': string;
  readonly paint: Readonly<Record<string, unknown>>;
  readonly filter?: unknown;
  readonly minzoom?: number;
  readonly maxzoom?: number;
}

/** A colour for each value of a property, from the constants that the page paints with. */
const byValue = (name: string, looks: readonly (readonly [string, string])[], otherwise: string) => [
  'match',
  ['coalesce', ['get', name], 'none'],
  ...looks.flat(),
  otherwise,
];
const isOneOf = (name: string, values: readonly string[]) => ['in', ['get', name], ['literal', values]];
const isPolygon = ['==', ['geometry-type'], 'Polygon'];

const statuses = Object.entries(statusLook).map(([key, { fill }]) => [key, fill] as const);
const verdicts = Object.entries(verdictLook).map(([key, { colour }]) => [key, colour.light] as const);
const belts = Object.entries(beltLook).map(([key, { fill }]) => [key, fill] as const);
const surroundings = Object.entries(corridorLook).map(([key, { light }]) => [key, light] as const);

const parkColour = byValue('title', verdicts, verdictLook.unknown.colour.light);
const beltColour = byValue('belt', belts, corridorLook['county-boundary'].light);
const corridorColour = byValue('kind', surroundings, corridorLook.parcel.light);
const corridorWidth = (extra: number) => ['interpolate', ['exponential', 2], ['zoom'], 11, 1 + extra, 18, 12 + extra];
const roads = isOneOf('kind', ['road', 'expressway']);
/** Plots of which a person is to tell the class have no hatch on the page, but an open outline. */
const open = ['manual', 'unknown'];

/** What each collection is drawn by: the page's colours in its light theme. Hatches, letters and names need more than a style. */
const drawn: Readonly<Record<CollectionId, readonly Drawn[]>> = {
  parcels: [
    {
      id: 'blocks-fill',
      type: 'fill',
      'source-layer': 'blocks',
      maxzoom: PARCELS_FROM,
      // Blocks stand in the tile once for each way of painting them.
      filter: ['==', ['get', 'scheme'], 'status'],
      paint: { 'fill-color': byValue('class', statuses, notGivenFill.light), 'fill-opacity': 0.86 },
    },
    {
      id: 'parcels-fill',
      type: 'fill',
      'source-layer': 'parcels',
      minzoom: PARCELS_FROM,
      paint: { 'fill-color': byValue('status', statuses, notGivenFill.light), 'fill-opacity': 0.86 },
    },
    {
      id: 'parcels-line',
      type: 'line',
      'source-layer': 'parcels',
      minzoom: PARCELS_FROM,
      paint: { 'line-color': parcelLine.light, 'line-width': 0.7 },
    },
  ],
  parks: [
    {
      id: 'parks-fill',
      type: 'fill',
      'source-layer': 'parks',
      paint: { 'fill-color': parkColour, 'fill-opacity': 0.28 },
    },
    {
      id: 'parks-line',
      type: 'line',
      'source-layer': 'parks',
      paint: { 'line-color': parkColour, 'line-width': 2 },
    },
  ],
  'leftover-plots': [
    {
      id: 'leftover-fill',
      type: 'fill',
      'source-layer': 'leftover',
      filter: ['!', isOneOf('kind', open)],
      paint: { 'fill-color': leftoverInk.light, 'fill-opacity': 0.3 },
    },
    {
      id: 'leftover-line',
      type: 'line',
      'source-layer': 'leftover',
      filter: ['!', isOneOf('kind', open)],
      paint: { 'line-color': leftoverInk.light, 'line-width': 1.4 },
    },
    {
      id: 'leftover-open',
      type: 'line',
      'source-layer': 'leftover',
      filter: isOneOf('kind', open),
      paint: { 'line-color': leftoverInk.light, 'line-width': 1.6, 'line-dasharray': [2, 1.5] },
    },
  ],
  zones: [
    {
      id: 'zones-fill',
      type: 'fill',
      'source-layer': 'zones',
      filter: ['has', 'belt'],
      paint: {
        'fill-color': beltColour,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 10, zoneShare.light.far, 14, zoneShare.light.near],
      },
    },
    {
      id: 'zones-line',
      type: 'line',
      'source-layer': 'zones',
      paint: { 'line-color': corridorLook['county-boundary'].light, 'line-width': 1.2, 'line-dasharray': [4, 2] },
    },
  ],
  corridors: [
    {
      id: 'corridors-fill',
      type: 'fill',
      'source-layer': 'corridors',
      filter: isPolygon,
      paint: { 'fill-color': corridorColour },
    },
    {
      id: 'corridors-casing',
      type: 'line',
      'source-layer': 'corridors',
      filter: roads,
      paint: { 'line-color': roadCasing.light, 'line-width': corridorWidth(1.4) },
    },
    {
      id: 'corridors-line',
      type: 'line',
      'source-layer': 'corridors',
      filter: ['!', isPolygon],
      paint: { 'line-color': corridorColour, 'line-width': corridorWidth(0) },
    },
  ],
};

/** A MapLibre style (version 8) that draws the tiles of a collection, and fetches nothing else. */
export function styleDocument(surveyed: Surveyed, reader: Reader): Record<string, unknown> {
  const { collection } = surveyed;
  const { tiles, minzoom, maxzoom, bounds, attribution } = tileJson(surveyed, reader);
  return {
    version: 8,
    name: collection.title[reader.lang],
    metadata: { illustration: words.illustration[reader.lang] },
    sources: {
      [collection.id]: { type: 'vector', tiles, minzoom, maxzoom, ...(bounds ? { bounds } : {}), attribution },
    },
    layers: drawn[collection.id].map((layer) => ({ ...layer, source: collection.id })),
  };
}
