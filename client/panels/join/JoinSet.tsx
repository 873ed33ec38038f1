import { Button, Segmented, Tooltip } from 'antd';
import { useMemo } from 'react';
import type { JoinParkAnswer } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { Explained } from '../parts/Explained';
import { Mark } from '../parts/Panel';
import { ChosenPlots } from './ChosenPlots';
import type { JoinQuestion } from './joinQuestion';
import { TwoVerdicts } from './TwoVerdicts';
import { useWeight } from './useWeight';

/** The park as it is, or with the set taken in. */
export type Painted = 'today' | 'joined';
interface Props {
  answer: JoinParkAnswer;
  question: JoinQuestion;
  /** False while the answer belongs to the question before. */
  rests: boolean;
  /** The plot whose pieces stand out on the map. */
  pointed: string | null;
  onPoint: (plot: string | null) => void;
  painted: Painted;
  onPaint: (painted: Painted) => void;
  onTake: (plots: readonly string[]) => void;
  takes: 'toDraft' | 'toPicks';
}

/** A set that makes the park whole: its plots, how light it is proved to be, and the verdict with it beside today's. */
export function JoinSet({ answer, question, rests, pointed, onPoint, painted, onPaint, onTake, takes }: Props) {
  const t = useText(joinText);
  const format = useFormat();
  const { plots, areaMu } = answer;
  const ids = useMemo(() => plots.map(({ id }) => id), [plots]);
  return (
    <>
      <p className="join-lead">
        <Explained about={{ formula: 'join' }}>
          {t('setOf', { count: plots.length })}
          {areaMu !== null && ` · ${format.area(areaMu)}`}
        </Explained>{' '}
        <Proof answer={answer} />
      </p>
      <p className="hint">{t('searched', { count: answer.candidates, ms: format.number(answer.milliseconds) })}</p>
      {answer.weigh === 'price' && answer.unpriced > 0 && (
        <p className="hint">{t('unpriced', { count: answer.unpriced })}</p>
      )}
      {answer.today.contiguity === 'unknown' && <p className="mend">{t('unknownHint')}</p>}
      <ChosenPlots
        key={ids.join()}
        answer={answer}
        question={question}
        rests={rests}
        pointed={pointed}
        onPoint={onPoint}
      />
      <div className="join-choice">
        <span>{t('paint')}</span>
        <Segmented<Painted>
          size="small"
          value={painted}
          options={[
            { value: 'today', label: t('paintToday') },
            { value: 'joined', label: t('paintJoined') },
          ]}
          onChange={onPaint}
        />
      </div>
      {answer.joined && <TwoVerdicts today={answer.today} joined={answer.joined} />}
      <Tooltip title={takes === 'toDraft' ? t('takeTip') : ''}>
        <Button type="primary" block disabled={!rests} onClick={() => onTake(ids)}>
          {t(takes)}
        </Button>
      </Tooltip>
    </>
  );
}

/** Whether no lighter set exists; where that is not proved, the least it could be beside what was found. */
function Proof({ answer: { proved, lowerBound, weight, weigh } }: { answer: JoinParkAnswer }) {
  const t = useText(joinText);
  const write = useWeight();
  if (weight === null) return <Mark tone="warn">{t('weightUnknown')}</Mark>;
  const shown = weigh === 'price' ? `${write(weight, weigh)} · ` : '';
  if (proved)
    return (
      <Mark tip={t('provedTip')}>
        {shown}
        {t('proved')}
      </Mark>
    );
  return (
    <Mark tone="warn">
      {lowerBound === null || lowerBound === 0
        ? `${shown}${t('unproved')}`
        : t('bound', { bound: write(lowerBound, weigh), weight: write(weight, weigh) })}
    </Mark>
  );
}
