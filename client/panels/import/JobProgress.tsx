import { Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ImportState } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { shareOf } from './shareOf';

/** How far a running job is: step, count, rate and time left. */
export function JobProgress({ phase, progress }: Pick<ImportState, 'phase' | 'progress'>) {
  const t = useText(importText);
  const format = useFormat();
  const rate = useRate(progress?.done ?? 0, progress?.step ?? '');
  const of = progress?.of ?? null;
  const left = progress && of && rate > 0 ? Math.ceil((of - progress.done) / rate) : null;
  const leftText = (seconds: number) =>
    seconds > LONG_SECONDS ? t('leftMinutes', { minutes: Math.ceil(seconds / 60) }) : t('left', { seconds });
  const facts = [
    progress && (of ? t('progress', { done: format.number(progress.done), of: format.number(of) }) : null),
    progress && !of ? t('progressOnly', { done: format.number(progress.done) }) : null,
    rate > 0 ? t('rate', { rate: format.number(rate) }) : null,
    left !== null && left > 0 ? leftText(left) : null,
  ];
  const stillSeconds = useStill(progress);
  const share = shareOf(progress, stillSeconds);
  const title = t(phase === 'reading' ? 'reading' : (TITLES[progress?.step ?? ''] ?? 'checking'));
  return (
    <>
      <b>{title}</b>
      {share === null ? (
        <div className="job-unknown" role="progressbar" aria-label={title} />
      ) : (
        <Progress percent={Math.floor(share * 100)} status="active" aria-label={title} />
      )}
      <p className="hint">{facts.filter(Boolean).join(' \u00b7 ')}</p>
      {stillSeconds >= STILL_SECONDS && <p className="mend">{t('still', { seconds: stillSeconds })}</p>}
    </>
  );
}

/** What is being done by the step of the writing; before its first, records are checked. */
const TITLES: Partial<Record<string, 'writing' | 'overlapping'>> = { committing: 'writing', overlaps: 'overlapping' };

/** A job that has not moved for so long is said to stand still. */
const STILL_SECONDS = 30;
const LOOK_EVERY_MS = 1_000;
const LONG_SECONDS = 90;

/** For how many seconds this page has seen no progress. */
function useStill(progress: ImportState['progress']): number {
  const now = JSON.stringify(progress);
  const moved = useRef({ now, at: performance.now() });
  const [seconds, setSeconds] = useState(0);
  if (moved.current.now !== now) moved.current = { now, at: performance.now() };
  useEffect(() => {
    const timer = setInterval(
      () => setSeconds(Math.floor((performance.now() - moved.current.at) / 1000)),
      LOOK_EVERY_MS,
    );
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

/** Records a second since the step began, as this page has seen it. */
function useRate(done: number, step: string): number {
  const start = useRef({ step, done, at: performance.now() });
  const [rate, setRate] = useState(0);
  useEffect(() => {
    if (start.current.step !== step) start.current = { step, done, at: performance.now() };
    const seconds = (performance.now() - start.current.at) / 1000;
    setRate(seconds > 0.5 ? (done - start.current.done) / seconds : 0);
  }, [done, step]);
  return rate;
}
