import { useCallback, useMemo } from 'react';
import type { ParkCard, ParkVerdict, ReadingName } from '../../../data/contract';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go, useAddress } from '../../url';
import { formOf, useOpenForm } from '../form/useOpenForm';
import { drawContiguity } from './drawContiguity';
import { GapSlider } from './GapSlider';
import { JoiningSet } from './JoiningSet';
import { Readings } from './Readings';
import { RuledProblems } from './RuledProblems';
import { useProblems } from './useProblems';

interface Props {
  park: ParkCard;
  verdict: ParkVerdict;
}

/** The contiguity test opened: pieces and gaps on the map, three readings, the tolerance, and the way through the problems. */
export function ContiguityEvidence({ park, verdict }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  const [{ reading, gapMetres }] = useAddress();
  const { contiguity } = verdict;
  const problems = useProblems(contiguity);
  const lookedKey = problems.looked?.key ?? null;
  useOverlay(
    'evidence',
    useMemo(
      () =>
        drawContiguity({
          verdict,
          reading,
          looked: lookedKey,
          writeWidth: format.metres,
          writeCount: (count) => t('gapCount', { count }),
        }),
      [verdict, reading, lookedKey, format, t],
    ),
  );
  const openForm = useOpenForm();
  const takeIn = useCallback(
    (parcel: string) => openForm(formOf(park), [...verdict.members.map(({ id }) => id), parcel]),
    [openForm, park, verdict],
  );
  return (
    <div className="evidence">
      <Readings contiguity={contiguity} chosen={reading} onChoose={paint} />
      <GapSlider contiguity={contiguity} askedMetres={gapMetres} onAsk={askGap} />
      <RuledProblems park={park} verdict={verdict} problems={problems} onTakeIn={takeIn} />
      <JoiningSet verdict={verdict} />
    </div>
  );
}

/** What is painted and asked lives in the address, so that it can be sent; sliding leaves no steps behind. */
const paint = (reading: ReadingName) => go({ reading }, { replace: true });
const askGap = (gapMetres: number | null) => go({ gapMetres }, { replace: true });
