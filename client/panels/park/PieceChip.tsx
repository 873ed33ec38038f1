import { inkOn } from '../../style/contrast';
import { pieceHue } from './hues';
import { pieceLetter } from './pieceOf';

/** The letter of a piece in its hue, as the map writes it. */
export function PieceChip({ index }: { index: number }) {
  const hue = pieceHue(index);
  return (
    <i className="piece-chip" style={{ background: hue, color: inkOn(hue, '#23282a', '#ffffff') }}>
      {pieceLetter(index)}
    </i>
  );
}
