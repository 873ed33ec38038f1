import { useCallback, useMemo, useState } from 'react';
import type { ParkVerdict, ReadingName } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { useMapHand } from '../../map/hand';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { drawContiguity } from './drawContiguity';
import { GapList } from './GapList';
import { GapSlider } from './GapSlider';
import { JoiningSet } from './JoiningSet';
import { Readings } from './Readings';

interface Props {
  verdict: ParkVerdict;
  askedMetres: number | null;
  onAsk: (gapMetres: number | null) => void;
}

const GAP_ZOOM = 18;

/** The contiguity test opened: pieces and gaps on the map, three readings, the tolerance and every gap beside it. */
export function ContiguityEvidence({ verdict, askedMetres, onAsk }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  const hand = useMapHand();
  const [reading, setReading] = useState<ReadingName>('normal');
  const [looked, setLooked] = useState<number | null>(null);
  const { contiguity, members } = verdict;
  const layers = useMemo(
    () =>
      drawContiguity({
        verdict,
        reading,
        gap: looked,
        writeWidth: format.metres,
        writeCount: (count) => t('gapCount', { count }),
      }),
    [verdict, reading, looked, format, t],
  );
  useOverlay('evidence', layers);
  const numbers = useMemo(() => new Map(members.map((member) => [member.id, member.number])), [members]);
  const numberOf = useCallback((id: string) => numbers.get(id) ?? id, [numbers]);
  const look = (index: number) => {
    const gap = contiguity.gaps[index];
    if (gap) hand.fit(boxAround(gap.line.coordinates), GAP_ZOOM);
    setLooked(index);
  };
  return (
    <div className="evidence">
      <Readings contiguity={contiguity} chosen={reading} onChoose={setReading} />
      <GapSlider contiguity={contiguity} askedMetres={askedMetres} onAsk={onAsk} />
      <JoiningSet verdict={verdict} />
      <GapList
        gaps={contiguity.gaps}
        maxGapMetres={Number(contiguity.parameters.maxGapMetres?.value ?? 0)}
        numberOf={numberOf}
        looked={looked}
        onLook={look}
      />
      {contiguity.faults.length > 0 && (
        <section aria-label={t('faults')}>
          <b>{t('faults')}</b>
          <ul>
            {contiguity.faults.map((fault) => (
              <li key={`${fault.code}-${fault.plots.join()}`}>
                {fault.code === 'overlap'
                  ? t('overlapFault', { plots: plotsOf(fault.plots), area: overlapArea(fault.areaSquareMetres) })
                  : t('otherFault', { plots: plotsOf(fault.plots), code: fault.code })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );

  function plotsOf(ids: readonly string[]): string {
    return format.list(ids.map(numberOf));
  }
  function overlapArea(areaSquareMetres: number | undefined): string {
    return areaSquareMetres === undefined ? t('notKnown') : format.squareMetres(areaSquareMetres);
  }
}
