import type { JoiningPlot, ParkVerdict, Position, ReadingName } from '../../../data/contract';
import { type Draw, writeLabels } from '../../map/draw';
import { joinInk } from '../../map/palette';
import { inkOn } from '../../style/contrast';
import type { ThemeName } from '../../style/tokens';
import { drawLetters, drawPieces } from '../park/drawPieces';
import { rgbOf } from '../park/hues';
import { labelSpot } from '../park/labelSpot';
import { placeParts, polygonsOf } from '../park/pieceOf';

interface Joined {
  readonly verdict: ParkVerdict;
  readonly reading: ReadingName;
  readonly plots: readonly JoiningPlot[];
  /** The park and its set painted as one piece. */
  readonly joined: boolean;
  /** Pieces that stand out; all do where none is named. */
  readonly brought: ReadonlySet<number> | undefined;
}

/** The pieces of the park as it is, or the one piece that it becomes with the set. */
export function drawJoined({ verdict, reading, plots, joined, brought }: Joined): Draw {
  const { pieces } = verdict.contiguity.readings[reading];
  const parts = joined
    ? placeParts([...verdict.members, ...plots], []).map((part) => ({ ...part, piece: 0 }))
    : placeParts(verdict.members, pieces);
  return (deck) => [drawPieces(deck, parts, joined ? undefined : brought), ...drawLetters(deck, parts)];
}

const OUTLINE_PIXELS = 4;
const PULSE_PIXELS = 6;
type Chosen = Pick<JoiningPlot, 'id' | 'geometry'>;
type Rings = ReturnType<typeof polygonsOf>[number];

/** The plots of a set: outlined heavily, hardly filled, since they are not in the park yet, and numbered as in the list. */
export function drawSet(
  plots: readonly Chosen[],
  theme: ThemeName,
  pointed: string | null,
  swell: number,
): Draw | null {
  if (plots.length === 0) return null;
  const hue = joinInk[theme];
  const ink = rgbOf(hue);
  const data = plots.flatMap(({ id, geometry }) => polygonsOf(geometry).map((rings) => ({ id, rings })));
  const borders = data.flatMap(({ id, rings }) => rings.map((ring) => ({ id, ring })));
  const width = OUTLINE_PIXELS + PULSE_PIXELS * swell;
  return (deck) => [
    new deck.PolygonLayer<{ id: string; rings: Rings }>({
      id: 'join-ground',
      data,
      getPolygon: ({ rings }) => rings as Position[][] as never,
      getFillColor: ({ id }) => [...ink, id === pointed ? 110 : 50],
      updateTriggers: { getFillColor: pointed },
    }),
    new deck.PathLayer<{ id: string; ring: Rings[number] }>({
      id: 'join-halo',
      data: borders,
      getPath: ({ ring }) => ring as never,
      getColor: theme === 'dark' ? [20, 24, 26, 220] : [255, 255, 255, 230],
      getWidth: width + 3,
      widthUnits: 'pixels',
      updateTriggers: { getWidth: width },
    }),
    new deck.PathLayer<{ id: string; ring: Rings[number] }>({
      id: 'join-outlines',
      data: borders,
      getPath: ({ ring }) => ring as never,
      getColor: [...ink, 255],
      getWidth: width,
      widthUnits: 'pixels',
      updateTriggers: { getWidth: width },
    }),
    ...writeLabels<Chosen>(deck, {
      id: 'join-numbers',
      data: plots,
      getPosition: ({ geometry }) => labelSpot(polygonsOf(geometry)[0]?.[0] ?? []),
      getText: ({ id }) => String(plots.findIndex((plot) => plot.id === id) + 1),
      getSize: 14,
      getColor: [...rgbOf(inkOn(hue, '#23282a', '#ffffff')), 255],
      background: true,
      getBackgroundColor: [...ink, 255],
      backgroundPadding: [6, 2],
      fontWeight: 700,
    }),
  ];
}
