import type { Layer } from '@deck.gl/core';
import type { Position } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { type Deck, writeLabels } from '../../map/draw';
import { pieceHues } from '../../map/palette';
import { inkOn } from '../../style/contrast';
import { pieceHue, type Rgb, rgbOf } from './hues';
import { labelSpot } from './labelSpot';
import { type PlacedPart, pieceLetter } from './pieceOf';

const LONE = pieceHues.length;

/** Pieces in their hues; `brought` names those to stand out, the others pale. */
export function drawPieces(deck: Deck, parts: readonly PlacedPart[], brought?: ReadonlySet<number>): Layer {
  const isPale = ({ piece }: PlacedPart) => brought !== undefined && (piece === null || !brought.has(piece));
  return new deck.PolygonLayer<PlacedPart>({
    id: 'evidence-pieces',
    data: parts,
    getPolygon: (part) => part.rings as Position[][] as never,
    getFillColor: (part) => [...hueOf(part), isPale(part) ? 24 : brought ? 130 : 70],
    getLineColor: (part) => [...hueOf(part), isPale(part) ? 90 : 255],
    getLineWidth: 2,
    lineWidthUnits: 'pixels',
    stroked: true,
    updateTriggers: { getFillColor: [parts, brought], getLineColor: [parts, brought] },
  });
}

/** The letter of each piece on the largest of its parts. */
export function drawLetters(deck: Deck, parts: readonly PlacedPart[]): Layer[] {
  const largest = new Map<number, PlacedPart>();
  for (const part of parts) {
    if (part.piece === null) continue;
    const held = largest.get(part.piece);
    if (!held || roughArea(part) > roughArea(held)) largest.set(part.piece, part);
  }
  return writeLabels<[number, PlacedPart]>(deck, {
    id: 'evidence-letters',
    data: [...largest],
    getPosition: ([, part]) => labelSpot(part.rings[0] ?? []),
    getText: ([piece]) => pieceLetter(piece),
    getSize: 16,
    getColor: ([piece]) => [...rgbOf(inkOn(pieceHue(piece), '#23282a', '#ffffff')), 255],
    background: true,
    getBackgroundColor: ([piece]) => [...rgbOf(pieceHue(piece)), 255],
    backgroundPadding: [6, 2],
    fontWeight: 700,
  });
}

const hueOf = (part: PlacedPart): Rgb => rgbOf(pieceHue(part.piece ?? LONE));

function roughArea(part: PlacedPart): number {
  const [west, south, east, north] = boxAround(part.rings[0] ?? []);
  return (east - west) * (north - south);
}
