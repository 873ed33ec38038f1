import type { Layer } from '@deck.gl/core';
import type { Gap, ParkVerdict, Position, ReadingName } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { type Deck, type Draw, writeLabels } from '../../map/draw';
import { gapInk, pieceHues } from '../../map/palette';
import { inkOn } from '../../style/contrast';
import { cutDashes } from './cutDashes';
import { pieceHue, type Rgb, rgbOf } from './hues';
import { type PlacedPart, pieceLetter, placeParts } from './pieceOf';
import { stackLabels } from './stackLabels';

const RED = rgbOf(gapInk.light);
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
}

/** Pieces in their hues with letters, gaps as red dimension lines: dashed when bridged, a question mark when unknown. */
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
    getFillColor: (part) => [...hueOf(part), 175],
    getLineColor: (part) => [...hueOf(part), 255],
    getLineWidth: 2,
    lineWidthUnits: 'pixels',
    stroked: true,
    updateTriggers: { getFillColor: parts, getLineColor: parts },
  });
}

const hueOf = (part: PlacedPart): Rgb => rgbOf(pieceHue(part.piece ?? LONE));

function drawGaps(deck: Deck, { verdict, gap: looked, writeWidth }: ContiguityPicture): Layer[] {
  const gaps = verdict.contiguity.gaps.map((gap, index) => ({ gap, index }));
  const labels = stackLabels(gaps.map(({ gap }) => middle(gap.line.coordinates)));
  const strokes = gaps.flatMap(({ gap, index }) =>
    (gap.bridged === true ? cutDashes(gap.line.coordinates) : [gap.line.coordinates]).map((path) => ({ path, index })),
  );
  const ends = gaps.flatMap(({ gap }) => [gap.line.coordinates[0], gap.line.coordinates.at(-1)]).filter(isPosition);
  const path = { getPath: (s: (typeof strokes)[number]) => s.path as never, widthUnits: 'pixels' as const };
  return [
    new deck.PathLayer({
      ...path,
      id: 'evidence-gap-halo',
      data: strokes,
      getColor: [255, 255, 255, 230],
      getWidth: 6,
    }),
    new deck.PathLayer({
      ...path,
      id: 'evidence-gaps',
      data: strokes,
      getColor: [...RED, 255],
      getWidth: (s) => (s.index === looked ? 4 : 2),
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
    ...writeLabels<(typeof gaps)[number]>(deck, {
      id: 'evidence-gap-widths',
      data: gaps,
      getPosition: ({ gap, index }) => [...(labels[index]?.at ?? middle(gap.line.coordinates))],
      getText: ({ gap }) => gapLabel(gap, writeWidth),
      getSize: ({ index }) => (index === looked ? 15 : 12),
      getColor: [...RED, 255],
      getPixelOffset: ({ index }) => [0, LABEL_LIFT_PIXELS - LABEL_STEP_PIXELS * (labels[index]?.height ?? 0)],
      background: true,
      getBackgroundColor: [255, 255, 255, 235],
      backgroundPadding: [4, 1],
      fontWeight: 600,
      updateTriggers: { getSize: looked, getText: writeWidth },
    }),
  ];
}

/** The width as written on the map; a question mark where the contents are not known. */
export const gapLabel = (gap: Gap, writeWidth: (metres: number) => string): string =>
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
