import type { UnitSummary } from '../../../data/contract/units';
import { verdict } from '../../../data/contract/vocabulary';
import { verdictLook, zoneShare } from '../../../data/looks/classes';
import { formatOf } from '../../text/format';
import { type Expression, labelFont, type MapContext, type MapLayer, matchOf, tileSource } from '../layer';
import { mixed } from '../mixed';
import { ground } from '../palette';
import { figureOf, stepsOf, unitColour } from '../unitColour';

const isContext: Expression = ['==', ['get', 'kind'], 'context'];
const isSchematic: Expression = ['in', ['to-string', ['get', 'schematic']], ['literal', ['true', '1']]];

/** Opaque tints, so that a management zone laid over its county hides it; they fade into the land as one comes closer. */
function fills({ units, address, theme }: MapContext): Expression {
  const { colouring, segment } = address;
  const steps = stepsOf(units.map((unit) => figureOf(unit, colouring) ?? 0));
  const { land, context } = ground[theme];
  const at = (share: number) => {
    const table = units.flatMap((unit) => {
      const colour = unitColour(unit, colouring, segment, steps, theme);
      return colour ? [[unit.id, mixed(land, colour, share)] as const] : [];
    });
    return matchOf(['get', 'id'], table, context);
  };
  const { far, near } = zoneShare[theme];
  return ['interpolate', ['linear'], ['zoom'], 10, at(far), 14, at(near)];
}

/** Units outside the scope, so that they can be laid back. */
export function outsideScope({ units, address }: Pick<MapContext, 'units' | 'address'>): string[] {
  const [kind, id] = address.scope.split('/');
  if (kind === 'belt') return units.filter((unit) => unit.belt !== id).map((unit) => unit.id);
  if (kind === 'unit') return units.filter((unit) => unit.id !== id).map((unit) => unit.id);
  return [];
}

/** How many parks of a unit meet the title, do not, or are not known, each with its sign. */
function countsOf(unit: UnitSummary, parks: MapContext['parks']): string {
  const mine = parks.filter((park) => park.unit === unit.id);
  return verdict.options
    .map((one) => ({ sign: verdictLook[one].sign, count: mine.filter((park) => park.title === one).length }))
    .filter(({ count }) => count > 0)
    .map(({ sign, count }) => `${sign}${count}`)
    .join(' ');
}

function labelOf(unit: UnitSummary, { language, address, parks }: MapContext): string {
  const figure = figureOf(unit, address.colouring);
  const name = unit.name[language];
  if (unit.kind === 'context') return name;
  const counts = countsOf(unit, parks);
  if (address.colouring !== 'supply')
    return counts && !address.layersOff.includes('parks') ? `${name}\n${counts}` : name;
  if (figure === null) return name;
  const format = formatOf(language);
  return `${name}\n${format.mu(figure)}`;
}

/** The cultivation units: tint by the chosen colouring, dashed lines, names. */
export const zones: MapLayer = {
  group: 'zones',
  sources: (context) => ({
    ...tileSource(context, 'zones'),
    'unit-labels': {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: context.units.map((unit) => ({
          type: 'Feature',
          properties: { id: unit.id, label: labelOf(unit, context), kind: unit.kind, context: unit.kind === 'context' },
          geometry: { type: 'Point', coordinates: unit.labelAt.coordinates },
        })),
      },
    },
  }),
  layers: (context) => {
    const colour = ground[context.theme];
    const source = { source: 'zones', 'source-layer': 'zones' };
    const outside = outsideScope(context);
    return [
      {
        id: 'zones-fill',
        type: 'fill',
        ...source,
        layout: { 'fill-sort-key': ['match', ['get', 'kind'], 'management-zone', 2, 'context', 0, 1] },
        paint: { 'fill-color': fills(context), 'fill-antialias': false },
      },
      {
        id: 'zones-back',
        type: 'fill',
        ...source,
        filter: ['in', ['get', 'id'], ['literal', outside]],
        paint: { 'fill-color': colour.land, 'fill-opacity': 0.62 },
      },
      {
        id: 'zones-line',
        type: 'line',
        ...source,
        filter: ['!', isSchematic],
        paint: {
          'line-color': colour.county,
          'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.9, 14, 1.8],
          'line-dasharray': [4, 2],
        },
      },
      {
        id: 'zones-schematic',
        type: 'line',
        ...source,
        filter: ['all', isSchematic, ['!', isContext]],
        paint: { 'line-color': colour.county, 'line-width': 1.2, 'line-dasharray': [1, 2] },
      },
      {
        id: 'zones-label',
        type: 'symbol',
        source: 'unit-labels',
        maxzoom: 13.5,
        layout: {
          'text-field': ['get', 'label'],
          'text-font': labelFont,
          'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 12, 16],
          'text-max-width': 8,
          'text-letter-spacing': 0.06,
          'text-line-height': 1.15,
          'text-padding': 0,
          'text-offset': ['match', ['get', 'kind'], 'management-zone', ['literal', [0, 0.5]], ['literal', [0, -0.3]]],
          // On its own ground or nowhere: a label moved aside would speak of the neighbour.
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: {
          'text-color': ['case', ['get', 'context'], colour.county, colour.label],
          'text-halo-color': colour.halo,
          'text-halo-width': 1.4,
        },
      },
    ];
  },
};
