import type { ContiguityAnswer, ContiguityVerdict, ReadingName, Verdict } from '../../../data/contract';
import { contiguityWords, readingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { Explained } from '../parts/Explained';
import { VerdictMark } from '../parts/VerdictMark';
import { pieceHue } from './hues';
import { PieceChip } from './PieceChip';
import { pieceLetter } from './pieceOf';
import './readings.css';

const NAMES: readonly ReadingName[] = ['strict', 'normal', 'loose'];
const SHOWN_PIECES = 8;
/** How a finding on contiguity is signed and coloured; nearly contiguous still needs a ruling. */
export const CONTIGUITY_SIGNS: Record<ContiguityVerdict, Verdict> = {
  contiguous: 'met',
  nearly: 'unknown',
  separate: 'unmet',
  unknown: 'unknown',
};

interface Props {
  contiguity: ContiguityAnswer;
  chosen: ReadingName;
  onChoose: (reading: ReadingName) => void;
}

/** The three readings side by side; the chosen one is painted on the map and its pieces are listed below. */
export function Readings({ contiguity, chosen, onChoose }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  const pieces = contiguity.readings[chosen].pieces;
  return (
    <>
      <fieldset className="readings">
        <legend>{t('readings')}</legend>
        {NAMES.map((name) => (
          <Reading
            key={name}
            name={name}
            contiguity={contiguity}
            chosen={name === chosen}
            onChoose={() => onChoose(name)}
          />
        ))}
      </fieldset>
      <ol className="pieces" aria-label={t('pieces', { count: pieces.length })}>
        {pieces.slice(0, SHOWN_PIECES).map((piece, index) => (
          <li key={pieceLetter(index)}>
            <PieceChip index={index} />
            <Explained about={{ formula: 'piece' }}>
              {t('pieceLine', { area: format.area(piece.areaMu), share: format.share(piece.share) })}
            </Explained>
          </li>
        ))}
        {pieces.length > SHOWN_PIECES && <li>{t('morePieces', { count: pieces.length - SHOWN_PIECES })}</li>}
      </ol>
    </>
  );
}

interface ReadingProps {
  name: ReadingName;
  contiguity: ContiguityAnswer;
  chosen: boolean;
  onChoose: () => void;
}

/** One reading: which gaps it allows, what it finds, how many pieces, and how they share the ground. */
function Reading({ name, contiguity, chosen, onChoose }: ReadingProps) {
  const t = useText(parkText);
  const format = useFormat();
  const { verdict, pieces } = contiguity.readings[name];
  const widest = contiguity.parameters[name === 'loose' ? 'looseGapMetres' : 'maxGapMetres']?.value;
  const [largest] = pieces;
  return (
    <label className="reading" data-chosen={chosen}>
      <input type="radio" name="reading" checked={chosen} onChange={onChoose} />
      <b>{format.name(readingWords[name])}</b>
      <small>
        {name === 'strict' ? t('touching') : t('within', { gap: together(format.metres(Number(widest ?? 0))) })}
      </small>
      <VerdictMark verdict={CONTIGUITY_SIGNS[verdict]} word={format.name(contiguityWords[verdict])} />
      <span className="reading-count">{t('pieces', { count: pieces.length })}</span>
      <span className="reading-bar" aria-hidden="true">
        {pieces.map((piece, index) => (
          <i key={pieceLetter(index)} style={{ flexGrow: piece.share, background: pieceHue(index) }} />
        ))}
      </span>
      {largest && <small>{t('largest', { share: together(format.share(largest.share)) })}</small>}
    </label>
  );
}

/** A figure and its unit stay on one line. */
const together = (text: string): string => text.replaceAll(' ', '\u00a0');
