import type { ContiguityAnswer, ReadingName } from '../../../data/contract';
import { contiguityWords, readingWords } from '../../../data/words/vocabulary';
import { inkOn } from '../../style/contrast';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { Explained } from '../parts/Explained';
import { pieceHue } from './hues';
import { pieceLetter } from './pieceOf';

const NAMES: readonly ReadingName[] = ['strict', 'normal', 'loose'];
const SHOWN_PIECES = 8;

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
        {NAMES.map((name) => {
          const reading = contiguity.readings[name];
          return (
            <label key={name} className="reading" data-chosen={name === chosen}>
              <input type="radio" name="reading" checked={name === chosen} onChange={() => onChoose(name)} />
              <b>{format.name(readingWords[name])}</b>
              <span>{format.name(contiguityWords[reading.verdict])}</span>
              <small>{t('pieces', { count: reading.pieces.length })}</small>
              {reading.pieces[0] && <small>{t('largest', { share: format.share(reading.pieces[0].share) })}</small>}
            </label>
          );
        })}
      </fieldset>
      <ol className="pieces" aria-label={t('pieces', { count: pieces.length })}>
        {pieces.slice(0, SHOWN_PIECES).map((piece, index) => (
          <li key={pieceLetter(index)}>
            <i
              style={{ background: pieceHue(index), color: inkOn(pieceHue(index), '#23282a', '#ffffff') }}
              aria-hidden="true"
            >
              {pieceLetter(index)}
            </i>
            <span>
              <Explained about={{ formula: 'piece' }}>
                {t('pieceLine', {
                  letter: pieceLetter(index),
                  area: format.area(piece.areaMu),
                  share: format.share(piece.share),
                })}
              </Explained>
            </span>
          </li>
        ))}
        {pieces.length > SHOWN_PIECES && <li>{t('morePieces', { count: pieces.length - SHOWN_PIECES })}</li>}
      </ol>
    </>
  );
}
