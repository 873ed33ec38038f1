import type { Position, QuarantinedRecord } from '../../../../data/contract';
import type { Draw } from '../../../map/draw';
import { gapInk, ground } from '../../../map/palette';
import { type ThemeName, tokens } from '../../../style/tokens';
import { rgbOf } from '../../park/hues';
import { partsOf } from '../preview/partsOf';
import { dashed } from './dashed';

type Shape = NonNullable<QuarantinedRecord['geometry']>;
export interface Mending {
  readonly before: Shape | null;
  readonly after: Shape | null;
  /** What is wrong lies here. */
  readonly at: readonly number[] | null;
}

/** A record as it came, dashed in red, over what it would be once mended, solid; a ring marks where the trouble is. */
export function drawMend({ before, after, at }: Mending, theme: ThemeName): Draw | null {
  if (!before && !after && !at) return null;
  const red = rgbOf(gapInk[theme]);
  const good = rgbOf(tokens[theme].accent);
  const paper = rgbOf(ground[theme].halo);
  const was = before ? partsOf(before) : null;
  const is = after ? partsOf(after) : null;
  const solid = is ? [...is.areas.flat(), ...is.lines] : [];
  const strokes = was ? [...was.areas.flat(), ...was.lines].flatMap(dashed) : [];
  const dots = [
    ...(was?.points ?? []).map((place) => ({ place, ink: red })),
    ...(is?.points ?? []).map((place) => ({ place, ink: good })),
  ];
  return (deck) => [
    new deck.PolygonLayer<readonly (readonly Position[])[]>({
      id: 'mend-ground',
      data: [...(is?.areas ?? [])],
      getPolygon: (rings) => rings as never,
      getFillColor: [...good, 70],
      stroked: false,
    }),
    new deck.PathLayer<readonly Position[]>({
      id: 'mend-after',
      data: solid,
      getPath: (path) => path as never,
      getColor: [...good, 255],
      getWidth: 4,
      widthUnits: 'pixels',
      jointRounded: true,
    }),
    new deck.PathLayer<readonly Position[]>({
      id: 'mend-before',
      data: strokes,
      getPath: (path) => path as never,
      getColor: [...red, 255],
      getWidth: 2.5,
      widthUnits: 'pixels',
    }),
    new deck.ScatterplotLayer<(typeof dots)[number]>({
      id: 'mend-dots',
      data: dots,
      getPosition: ({ place }) => place as never,
      radiusUnits: 'pixels',
      getRadius: 7,
      getFillColor: ({ ink }) => [...ink, 255],
      getLineColor: [...paper, 255],
      getLineWidth: 2,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
    new deck.ScatterplotLayer<readonly number[]>({
      id: 'mend-place',
      data: at ? [at] : [],
      getPosition: (place) => place as never,
      radiusUnits: 'pixels',
      getRadius: 11,
      filled: false,
      getLineColor: [...red, 255],
      getLineWidth: 2.5,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
  ];
}
