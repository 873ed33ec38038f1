import type { ParkVerdict, ReadingName } from '../../../data/contract';
import type { Draw } from '../../map/draw';
import { drawGaps, type GapWords } from './drawGaps';
import { drawLetters, drawPieces } from './drawPieces';
import { placeParts } from './pieceOf';
import { gapStates, isProblem } from './problems';

interface ContiguityPicture extends GapWords {
  readonly verdict: ParkVerdict;
  readonly reading: ReadingName;
  /** Key of the gap that is looked at, drawn heavier. */
  readonly looked: string | null;
}

/** Pieces in their hues with letters, and the gaps between them. */
export function drawContiguity({ verdict, reading, looked, ...words }: ContiguityPicture): Draw {
  const { contiguity, members } = verdict;
  const parts = placeParts(members, contiguity.readings[reading].pieces);
  const states = gapStates(contiguity);
  const isLoud = (key: string) => isProblem(states.get(key));
  return (deck) => [
    drawPieces(deck, parts),
    ...drawGaps(deck, contiguity.gaps, isLoud, looked, words),
    ...drawLetters(deck, parts),
  ];
}
