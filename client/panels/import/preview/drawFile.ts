import type { ImportPreview } from '../../../../data/contract';
import type { Draw } from '../../../map/draw';
import { gapInk, ground } from '../../../map/palette';
import { type ThemeName, tokens } from '../../../style/tokens';
import { rgbOf } from '../../park/hues';
import { partsOf } from './partsOf';

type Outline = ImportPreview['outlines'][number];
interface Part<T> {
  readonly outline: Outline;
  readonly shape: T;
}

/**
 * Areas, lines and points of a file that is not written yet; those that will be held back are red and heavy, and the
 * record that the reader is at has a halo.
 */
export function drawFile(outlines: readonly Outline[], chosen: number | null, theme: ThemeName): Draw {
  const good = rgbOf(tokens[theme].accent);
  const bad = rgbOf(gapInk[theme]);
  const paper = rgbOf(ground[theme].halo);
  const inkOf = ({ outline }: Part<unknown>) => (outline.bad ? bad : good);
  const widthOf = ({ outline }: Part<unknown>) => (outline.record === chosen ? 5 : outline.bad ? 3 : 1.5);
  const parts = outlines.map((outline) => ({ outline, ...partsOf(outline.geometry) }));
  const areas = parts.flatMap(({ outline, areas }) => areas.map((shape) => ({ outline, shape })));
  const lines = parts.flatMap(({ outline, lines }) => lines.map((shape) => ({ outline, shape })));
  const points = parts.flatMap(({ outline, points }) => points.map((shape) => ({ outline, shape })));
  const atChosen = parts.filter(({ outline }) => outline.record === chosen);
  const halo = atChosen.flatMap(({ areas, lines }) => [...areas.flat(), ...lines]);
  const triggers = { getLineWidth: chosen, getWidth: chosen, getRadius: chosen };
  return (deck) => [
    new deck.PathLayer<(typeof halo)[number]>({
      id: 'import-halo',
      data: halo,
      getPath: (path) => path as never,
      getColor: [...paper, 240],
      getWidth: 10,
      widthUnits: 'pixels',
      jointRounded: true,
    }),
    new deck.PolygonLayer<(typeof areas)[number]>({
      id: 'import-areas',
      data: areas,
      getPolygon: ({ shape }) => shape as never,
      getFillColor: (part) => [...inkOf(part), part.outline.bad ? 90 : 60],
      getLineColor: (part) => [...inkOf(part), 255],
      getLineWidth: widthOf,
      lineWidthUnits: 'pixels',
      stroked: true,
      updateTriggers: triggers,
    }),
    new deck.PathLayer<(typeof lines)[number]>({
      id: 'import-lines',
      data: lines,
      getPath: ({ shape }) => shape as never,
      getColor: (part) => [...inkOf(part), 255],
      getWidth: (part) => widthOf(part) + 1,
      widthUnits: 'pixels',
      jointRounded: true,
      capRounded: true,
      updateTriggers: triggers,
    }),
    new deck.ScatterplotLayer<(typeof points)[number]>({
      id: 'import-points',
      data: points,
      getPosition: ({ shape }) => shape as never,
      radiusUnits: 'pixels',
      getRadius: (part) => (part.outline.record === chosen ? 9 : 6),
      getFillColor: (part) => [...inkOf(part), 230],
      getLineColor: [...paper, 255],
      getLineWidth: 2,
      lineWidthUnits: 'pixels',
      stroked: true,
      updateTriggers: triggers,
    }),
  ];
}
