import type { ImportPreview, Position } from '../../../data/contract';
import type { Draw } from '../../map/draw';
import { gapInk } from '../../map/palette';
import { rgbOf } from '../park/hues';
import { polygonsOf } from '../park/pieceOf';

const GOOD = [15, 107, 102] as const;
const BAD = rgbOf(gapInk.light);

/** Outlines of a file that is not written yet; those that will be held back are red and heavy. */
export function drawOutlines(outlines: ImportPreview['outlines']): Draw {
  const parts = outlines.flatMap(({ geometry, bad }) => polygonsOf(geometry).map((rings) => ({ rings, bad })));
  return (deck) => [
    new deck.PolygonLayer<(typeof parts)[number]>({
      id: 'import-outlines',
      data: parts,
      getPolygon: (part) => part.rings as Position[][] as never,
      getFillColor: (part) => (part.bad ? [...BAD, 90] : [...GOOD, 60]),
      getLineColor: (part) => (part.bad ? [...BAD, 255] : [...GOOD, 255]),
      getLineWidth: (part) => (part.bad ? 3 : 1),
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
  ];
}
