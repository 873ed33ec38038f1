import { useMemo, useState } from 'react';
import { explainLeftover, type WhyAnswer } from '../../../data/contract';
import { leftoverWords, surroundingWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { go, useAddress } from '../../url';
import { Asking } from '../parts/Asking';
import { drawWhy } from './drawWhy';
import { writeLine } from './line';
import { MeasureRows } from './MeasureRows';
import { type Measure, pictureOf } from './measures';
import { PLOT_ZOOM } from './showPlot';
import { WhyLegend } from './WhyLegend';
import { boxOfPicture, makePicture, type WhyWords } from './whyPicture';

interface Props {
  park: string;
  parcel: string;
  /** The class that the list shows, from when the plot was looked at last. */
  listed: string;
  /** Whether this finding is the one drawn; a plot beside several parks draws one at a time. */
  drawn: boolean;
  kept: Measure | null;
}

/** The measures of a finding with their limits, and what they were taken from on the map. */
export function WhyEvidence(props: Props) {
  const { park, parcel } = props;
  const answer = useAnswer(
    explainLeftover,
    { params: { park, parcel } },
    { layers: ['parcels', 'parks', 'corridors', 'leftover'], keep: true },
  );
  return <Asking result={answer}>{(why) => <Evidence why={why} {...props} />}</Asking>;
}

function Evidence({ why, park, listed, drawn, kept }: Props & { why: WhyAnswer }) {
  const t = useText(plotsText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ theme }] = useAddress();
  const words = useWhyWords();
  const [pointed, setPointed] = useState<Measure | null>(null);
  const picture = pictureOf(pointed ?? kept);
  const draw = useMemo(() => drawWhy(makePicture(why, picture, words), theme), [why, picture, words, theme]);
  useOverlay('leftover-why', drawn || pointed ? draw : null);
  const keep = (measure: Measure) => {
    const releases = kept === measure;
    const box = releases ? null : boxOfPicture(makePicture(why, pictureOf(measure), words));
    if (box) hand.fit(box, PLOT_ZOOM);
    go({ line: releases ? null : writeLine(measure, park) });
  };
  return (
    <>
      {why.finding.kind !== listed && (
        <p className="mend">{t('foundNow', { kind: format.name(leftoverWords[why.finding.kind]) })}</p>
      )}
      <h4 className="lines-title">{t('measures')}</h4>
      <WhyLegend why={why} picture={picture} />
      <MeasureRows why={why} kept={kept} onPoint={setPointed} onKeep={keep} />
      <p className="hint">{t('drawHint')}</p>
    </>
  );
}

function useWhyWords(): WhyWords {
  const t = useText(plotsText);
  const format = useFormat();
  return useMemo(
    () => ({
      metres: format.metres,
      share: format.share,
      along: (kind, metres) =>
        `${kind ? format.name(surroundingWords[kind]) : t('alongUnknown')} ${format.metres(metres)}`,
    }),
    [format, t],
  );
}
