import type { Layer } from '@deck.gl/core';
import type { Gap, ParkVerdict, Position, ReadingName } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { type Deck, type Draw, writeLabels } from '../../map/draw';
import { gapInk, pieceHues } from '../../map/palette';
import { inkOn } from '../../style/contrast';
import { cutDashes } from './cutDashes';
import { isProblem } from './gapSteps';
import { pieceHue, type Rgb, rgbOf } from './hues';
import { type PlacedPart, pieceLetter, placeParts } from './pieceOf';
import { stackLabels } from './stackLabels';

const RED = rgbOf(gapInk.light);
/** A bridged gap asks for nothing: thin, between green and grey. */
const QUIET: Rgb = [96, 122, 108];
const MOST_STACKED = 2;
const LONE = pieceHues.length;
const LABEL_LIFT_PIXELS = -14;
const LABEL_STEP_PIXELS = 18;

export interface ContiguityPicture {
  readonly verdict: ParkVerdict;
  readonly reading: ReadingName;
  /** Index of the gap that is looked at, drawn heavier. */
  readonly gap: number | null;
  /** Writes a width for the map, in the reader's language. */
  readonly writeWidth: (metres: number) => string;
  /** Writes how many gaps stand at one place. */
  readonly writeCount: (count: number) => string;
}

/** Pieces in their hues with letters, gaps as dimension lines: quiet and dashed when bridged, red and heavy in the way, ? when unknown. */
export function drawContiguity(picture: ContiguityPicture): Draw {
  const { verdict, reading } = picture;
  const parts = placeParts(verdict.members, verdict.contiguity.readings[reading].pieces);
  return (deck) => [drawPieces(deck, parts), ...drawGaps(deck, picture), ...drawLetters(deck, parts)];
}

function drawPieces(deck: Deck, parts: readonly PlacedPart[]): Layer {
  return new deck.PolygonLayer<PlacedPart>({
    id: 'evidence-pieces',
    data: parts,
    getPolygon: (part) => part.rings as Position[][] as never,
    getFillColor: (part) => [...hueOf(part), 70],
    getLineColor: (part) => [...hueOf(part), 255],
    getLineWidth: 2,
    lineWidthUnits: 'pixels',
    stroked: true,
    updateTriggers: { getFillColor: parts, getLineColor: parts },
  });
}

const hueOf = (part: PlacedPart): Rgb => rgbOf(pieceHue(part.piece ?? LONE));

function drawGaps(deck: Deck, { verdict, gap: looked, writeWidth, writeCount }: ContiguityPicture): Layer[] {
  const gaps = verdict.contiguity.gaps.map((gap, index) => ({ gap, index }));
  const inkOf = (index: number): Rgb => (gaps[index]?.gap.bridged === true ? QUIET : RED);
  const labels = labelGaps(gaps, looked, writeWidth, writeCount);
  const strokes = gaps.flatMap(({ gap, index }) =>
    (gap.bridged === true ? cutDashes(gap.line.coordinates) : [gap.line.coordinates]).map((path) => ({
      path,
      index,
      loud: gap.bridged !== true,
    })),
  );
  const ends = gaps
    .filter(({ gap }) => isProblem(gap))
    .flatMap(({ gap }) => [gap.line.coordinates[0], gap.line.coordinates.at(-1)])
    .filter(isPosition);
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
      getColor: (s) => [...inkOf(s.index), 255],
      getWidth: (s) => (s.loud ? 4 : 1.5) + (s.index === looked ? 2 : 0),
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
      data: labels,
      getPosition: ({ at }) => [...at],
      getText: ({ text }) => text,
      getSize: ({ looked: at, loud }) => (at ? 15 : loud ? 12 : 11),
      getColor: ({ loud }) => [...(loud ? RED : QUIET), 255],
      getPixelOffset: ({ height }) => [0, LABEL_LIFT_PIXELS - LABEL_STEP_PIXELS * height],
      background: true,
      getBackgroundColor: [255, 255, 255, 235],
      backgroundPadding: [4, 1],
      fontWeight: 600,
      updateTriggers: { getSize: looked, getText: writeWidth },
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
function labelGaps(
  gaps: readonly { gap: Gap; index: number }[],
  looked: number | null,
  writeWidth: ContiguityPicture['writeWidth'],
  writeCount: ContiguityPicture['writeCount'],
): GapLabel[] {
  const places = stackLabels(gaps.map(({ gap }) => middle(gap.line.coordinates)));
  const stacks = new Map<GapLabel['at'], (typeof gaps)[number][]>();
  for (const [n, { at }] of places.entries()) stacks.set(at, [...(stacks.get(at) ?? []), ...gaps.slice(n, n + 1)]);
  return [...stacks].flatMap(([at, held]) => {
    const labels = held.map(({ gap, index }) => ({ text: gapLabel(gap, writeWidth), loud: isProblem(gap), index }));
    const count = { text: writeCount(held.length), loud: labels.some((label) => label.loud), index: -1 };
    const shown = held.length > MOST_STACKED ? [count, ...labels.filter((label) => label.index === looked)] : labels;
    return shown.map(({ text, loud, index }, height) => ({ at, text, loud, height, looked: index === looked }));
  });
}

/** The width as written on the map; a question mark where the contents are not known. */
const gapLabel = (gap: Gap, writeWidth: (metres: number) => string): string =>
  gap.bridged === null ? `${writeWidth(gap.widthMetres)} ?` : writeWidth(gap.widthMetres);

function drawLetters(deck: Deck, parts: readonly PlacedPart[]): Layer[] {
  const largest = new Map<number, PlacedPart>();
  for (const part of parts) {
    if (part.piece === null) continue;
    const held = largest.get(part.piece);
    if (!held || roughArea(part) > roughArea(held)) largest.set(part.piece, part);
  }
  return writeLabels<[number, PlacedPart]>(deck, {
    id: 'evidence-letters',
    data: [...largest],
    getPosition: ([, part]) => middle(part.rings[0] ?? []),
    getText: ([piece]) => pieceLetter(piece),
    getSize: 16,
    getColor: ([piece]) => [...rgbOf(inkOn(pieceHue(piece), '#23282a', '#ffffff')), 255],
    background: true,
    getBackgroundColor: ([piece]) => [...rgbOf(pieceHue(piece)), 255],
    backgroundPadding: [6, 2],
    fontWeight: 700,
  });
}

function roughArea(part: PlacedPart): number {
  const [west, south, east, north] = boxAround(part.rings[0] ?? []);
  return (east - west) * (north - south);
}

function middle(line: readonly Position[]): [number, number] {
  const [west, south, east, north] = boxAround(line);
  return [(west + east) / 2, (south + north) / 2];
}

const isPosition = (p: Position | undefined): p is Position => p !== undefined;
