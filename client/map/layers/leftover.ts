import { leftoverInk } from '../../../data/looks/classes';
import { hatchId } from '../hatch';
import { classesOffOf, labelFont, type MapLayer, matchOf, notIn, textOf, tileSource } from '../layer';
import { ground, leftoverLook } from '../palette';

const hatched = Object.entries(leftoverLook).filter(([, look]) => look.hatch !== 'question');
const asked = Object.entries(leftoverLook).filter(([, look]) => look.hatch === 'question');

/** Leftover plots by hatch: corner, scattered, enclosed; undetermined ones by outline and question mark. */
export const leftover: MapLayer = {
  group: 'leftover',
  sources: (context) => tileSource(context, 'leftover'),
  layers: (context) => {
    const { theme } = context;
    const kind = textOf('kind');
    const drawn = Object.keys(leftoverLook);
    const shown = notIn(kind, classesOffOf(context, 'leftover'));
    const source = { source: 'leftover', 'source-layer': 'leftover', minzoom: 12 } as const;
    const patterns = hatched.map(([key, look]) => [key, hatchId(look.hatch, theme)] as const);
    const keysOf = (list: typeof hatched) => list.map(([key]) => key);
    return [
      {
        id: 'leftover-paper',
        type: 'fill',
        ...source,
        filter: ['all', shown, ['in', kind, ['literal', drawn]]],
        paint: { 'fill-color': ground[theme].halo, 'fill-opacity': 0.55 },
      },
      {
        id: 'leftover-hatch',
        type: 'fill',
        ...source,
        filter: ['all', shown, ['in', kind, ['literal', keysOf(hatched)]]],
        paint: { 'fill-pattern': matchOf(kind, patterns, hatchId('diagonal', theme)) },
      },
      {
        id: 'leftover-line',
        type: 'line',
        ...source,
        filter: ['all', shown, ['in', kind, ['literal', keysOf(hatched)]]],
        paint: {
          'line-color': leftoverInk[theme],
          'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.8, 16, 2],
        },
      },
      {
        id: 'leftover-open',
        type: 'line',
        ...source,
        filter: ['all', shown, ['in', kind, ['literal', keysOf(asked)]]],
        paint: { 'line-color': leftoverInk[theme], 'line-width': 1.6, 'line-dasharray': [2, 1.5] },
      },
      {
        id: 'leftover-sign',
        type: 'symbol',
        ...source,
        minzoom: 14.5,
        filter: ['all', shown, ['in', kind, ['literal', keysOf(asked)]]],
        layout: {
          'text-field': '?',
          'text-font': labelFont,
          'text-size': 15,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': leftoverInk[theme], 'text-halo-color': ground[theme].halo, 'text-halo-width': 1.4 },
      },
    ];
  },
};
