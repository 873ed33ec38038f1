import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Gap } from '../../../data/contract';
import { surroundingWords } from '../../../data/words/vocabulary';
import { useKey } from '../../keys/useKey';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { scrollWithin } from '../parts/scrollWithin';
import { isProblem, type Mend, mendOf, stepGap } from './gapSteps';

interface Props {
  gaps: readonly Gap[];
  maxGapMetres: number;
  numberOf: (id: string) => string;
  looked: number | null;
  onLook: (index: number) => void;
}

/** Every gap with its width, what it holds and what would mend it; N and B step through those in the way. */
export function GapList({ gaps, maxGapMetres, numberOf, looked, onLook }: Props) {
  const t = useText(parkText);
  const problems = gaps.filter(isProblem).length;
  const step = (by: 1 | -1) => {
    const next = stepGap(gaps, looked, by);
    if (next !== null) onLook(next);
    return next !== null;
  };
  useKey('next', () => step(1));
  useKey('previous', () => step(-1));
  if (gaps.length === 0) return <p className="hint">{t('noGaps')}</p>;
  return (
    <section className="gaps" aria-label={t('gaps')}>
      <div className="row">
        <b>
          {t('gaps')} <small>{t('gapsProblem', { count: problems })}</small>
        </b>
        <span>
          <Button
            size="small"
            icon={<UpOutlined />}
            disabled={problems === 0}
            title={t('previousGap')}
            aria-label={t('previousGap')}
            onClick={() => step(-1)}
          />
          <Button
            size="small"
            icon={<DownOutlined />}
            disabled={problems === 0}
            title={t('nextGap')}
            aria-label={t('nextGap')}
            onClick={() => step(1)}
          />
        </span>
      </div>
      <ol>
        {gaps.map((gap, index) => (
          <GapLine
            key={`${gap.from}-${gap.to}-${gap.widthMetres}`}
            gap={gap}
            mend={mendOf(gap, maxGapMetres)}
            numberOf={numberOf}
            looked={index === looked}
            onLook={() => onLook(index)}
          />
        ))}
      </ol>
    </section>
  );
}

interface LineProps extends Pick<Props, 'numberOf'> {
  gap: Gap;
  mend: Mend;
  looked: boolean;
  onLook: () => void;
}

const MENDS = {
  lookAtSite: 'mendLook',
  takeInParcel: 'mendParcel',
  barrier: 'mendBarrier',
  tooWide: 'mendWide',
} as const;

function GapLine({ gap, mend, numberOf, looked, onLook }: LineProps) {
  const t = useText(parkText);
  const format = useFormat();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (looked) scrollWithin(row.current, 'nearest');
  }, [looked]);
  const state = gap.bridged === null ? 'unknown' : gap.bridged ? 'bridged' : 'open';
  const kinds = format.list([...new Set(gap.holds.map((held) => format.name(surroundingWords[held.kind])))]);
  const empty = gap.bridged === null ? t('holdsUnknown') : t('holdsNothing');
  return (
    <li ref={row}>
      <button type="button" className="gap" data-state={state} aria-pressed={looked} onClick={onLook}>
        <b>{format.metres(gap.widthMetres)}</b>
        <span className="gap-state">
          {t(gap.bridged === null ? 'bridgeUnknown' : gap.bridged ? 'bridged' : 'notBridged')}
        </span>
        <span>{t('gapBetween', { from: numberOf(gap.from), to: numberOf(gap.to) })}</span>
        <small>{kinds ? t('holds', { kinds }) : empty}</small>
        {mend !== 'nothing' && <small className="mend">{t(MENDS[mend])}</small>}
      </button>
    </li>
  );
}
