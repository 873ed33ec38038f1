import type { Layer } from '@deck.gl/core';
import type { Gap, Position } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { type Deck, writeLabels } from '../../map/draw';
import { gapInk } from '../../map/palette';
import { cutDashes } from './cutDashes';
import { type Rgb, rgbOf } from './hues';
import { gapKey } from './problems';
import { stackLabels } from './stackLabels';

const RED = rgbOf(gapInk.light);
/** A gap that is not in the way asks for nothing: thin, between green and grey. */
const QUIET: Rgb = [96, 122, 108];
const MOST_STACKED = 2;
const LABEL_LIFT_PIXELS = -14;
const LABEL_STEP_PIXELS = 18;

export interface GapWords {
  /** Writes a width for the map, in the reader's language. */
  readonly writeWidth: (metres: number) => string;
  /** Writes how many gaps stand at one place. */
  readonly writeCount: (count: number) => string;
}
interface Shown {
  readonly gap: Gap;
  readonly key: string;
  readonly loud: boolean;
}

/** Gaps as dimension lines: red and heavy in the way, with ? where their contents are not known; quiet and dashed otherwise. */
export function drawGaps(
  deck: Deck,
  gaps: readonly Gap[],
  isLoud: (key: string) => boolean,
  looked: string | null,
  words: GapWords,
): Layer[] {
  const shown = gaps.map((gap): Shown => ({ gap, key: gapKey(gap), loud: isLoud(gapKey(gap)) }));
  const strokes = shown.flatMap(({ gap, key, loud }) =>
    (loud ? [gap.line.coordinates] : cutDashes(gap.line.coordinates)).map((path) => ({ path, key, loud })),
  );
  const ends = shown
    .filter(({ loud }) => loud)
    .flatMap(({ gap }) => [gap.line.coordinates[0], gap.line.coordinates.at(-1)])
    .filter((end): end is Position => end !== undefined);
  const path = { getPath: (s: (typeof strokes)[number]) => s.path as never, widthUnits: 'pixels' as const };
  return [
    new deck.PathLayer({
      ...path,
      id: 'evidence-gap-halo',
      data: strokes,
      getColor: [255, 255, 255, 230],
      getWidth: (s) => (s.loud ? 8 : 3),
    }),
    new deck.PathLayer({
      ...path,
      id: 'evidence-gaps',
      data: strokes,
      getColor: (s) => [...(s.loud ? RED : QUIET), 255],
      getWidth: (s) => (s.loud ? 4 : 1.5) + (s.key === looked ? 2 : 0),
      updateTriggers: { getWidth: looked },
    }),
    new deck.ScatterplotLayer<Position>({
      id: 'evidence-gap-ends',
      data: ends,
      getPosition: (end) => end as [number, number],
      getRadius: 3,
      radiusUnits: 'pixels',
      getFillColor: [...RED, 255],
      getLineColor: [255, 255, 255, 255],
      getLineWidth: 1,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
    ...writeLabels<GapLabel>(deck, {
      id: 'evidence-gap-widths',
      data: labelGaps(shown, looked, words),
      getPosition: ({ at }) => [...at],
      getText: ({ text }) => text,
      getSize: ({ looked: at, loud }) => (at ? 15 : loud ? 12 : 11),
      getColor: ({ loud }) => [...(loud ? RED : QUIET), 255],
      getPixelOffset: ({ height }) => [0, LABEL_LIFT_PIXELS - LABEL_STEP_PIXELS * height],
      background: true,
      getBackgroundColor: [255, 255, 255, 235],
      backgroundPadding: [4, 1],
      fontWeight: 600,
      updateTriggers: { getSize: looked, getText: words.writeWidth },
    }),
  ];
}

interface GapLabel {
  readonly at: readonly [number, number];
  readonly text: string;
  readonly height: number;
  readonly loud: boolean;
  readonly looked: boolean;
}

/** Labels of gaps: two at one place stand one above the other, more than that become a count; the one looked at stays. */
function labelGaps(gaps: readonly Shown[], looked: string | null, { writeWidth, writeCount }: GapWords): GapLabel[] {
  const places = stackLabels(gaps.map(({ gap }) => middle(gap.line.coordinates)));
  const stacks = new Map<GapLabel['at'], Shown[]>();
  for (const [n, { at }] of places.entries()) stacks.set(at, [...(stacks.get(at) ?? []), ...gaps.slice(n, n + 1)]);
  return [...stacks].flatMap(([at, held]) => {
    const labels = held.map(({ gap, key, loud }) => ({ text: gapLabel(gap, writeWidth), loud, key }));
    const count = { text: writeCount(held.length), loud: labels.some((label) => label.loud), key: null };
    const shown = held.length > MOST_STACKED ? [count, ...labels.filter((label) => label.key === looked)] : labels;
    return shown.map(({ text, loud, key }, height) => ({
      at,
      text,
      loud,
      height,
      looked: key !== null && key === looked,
    }));
  });
}

/** The width as written on the map; a question mark where the contents are not known. */
const gapLabel = (gap: Gap, writeWidth: GapWords['writeWidth']): string =>
  gap.bridged === null ? `${writeWidth(gap.widthMetres)} ?` : writeWidth(gap.widthMetres);

function middle(line: readonly Position[]): [number, number] {
  const [west, south, east, north] = boxAround(line);
  return [(west + east) / 2, (south + north) / 2];
}
