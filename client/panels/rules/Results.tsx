import type { LeftoverKind, Verdict, WhatIfAnswer } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';
import { HatchSwatch } from '../legend/Swatch';
import { Section } from '../parts/Panel';
import { VerdictMark } from '../parts/VerdictMark';
import { ParkFlips } from './ParkFlips';
import { PlotFlips } from './PlotFlips';
import { Tally } from './Tally';

const VERDICTS: readonly Verdict[] = ['met', 'unmet', 'unknown'];
const FOUND: readonly LeftoverKind[] = ['corner', 'scattered', 'enclosed', 'manual', 'unknown'];

interface Props {
  answer: WhatIfAnswer;
  /** The answer belongs to the thresholds before; the new one is on its way. */
  stale: boolean;
}

/** What the moved thresholds would do: tallies beside those in force, then every park and plot that flips. */
export function Results({ answer, stale }: Props) {
  const t = useText(rulesText);
  const format = useFormat();
  const { parks, leftover } = answer;
  const isMoved = answer.changes.length > 0;
  const nothing = parks.flips.length === 0 && leftover.flipped === 0;
  return (
    <Section title={t(isMoved ? 'results' : 'resultsNow')} aside={t('suspected')}>
      <div className="rule-results" data-stale={stale} aria-busy={stale}>
        <Tally
          title={t('parksTally')}
          note={t('parksLooked', { count: parks.looked })}
          head={t('colVerdict')}
          isMoved={isMoved}
          rows={VERDICTS.map((verdict) => ({
            key: verdict,
            label: <VerdictMark verdict={verdict} />,
            before: parks.title.before[verdict],
            after: parks.title.after[verdict],
          }))}
        />
        <Tally
          title={t('plotsTally')}
          note={t('plotsLooked')}
          head={t('colKind')}
          isMoved={isMoved}
          rows={leftover.kinds
            .filter(({ kind }) => FOUND.includes(kind))
            .map(({ kind, before, after }) => ({
              key: kind,
              label: (
                <span className="rule-kind">
                  <HatchSwatch kind={kind} /> {format.name(leftoverWords[kind])}
                </span>
              ),
              before,
              after,
            }))}
        />
        {isMoved && nothing && <p className="hint">{t('noneFlip')}</p>}
        {parks.flips.length > 0 && <ParkFlips flips={parks.flips} />}
        {leftover.flipped > 0 && <PlotFlips flips={leftover.flips} all={leftover.flipped} />}
      </div>
    </Section>
  );
}
