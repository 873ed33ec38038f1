import { App, Button, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { cancelImport, type ImportState } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import type { OpenImport } from './useImport';

/** A job that runs: step, count, rate, time left, and a way to stop it. */
export function Running({ state, opened }: { state: ImportState; opened: OpenImport }) {
  const t = useText(importText);
  const format = useFormat();
  const { message } = App.useApp();
  const cancel = useWrite(cancelImport);
  const { progress } = state;
  const rate = useRate(progress?.done ?? 0, progress?.step ?? '');
  const of = progress?.of ?? null;
  const left = progress && of && rate > 0 ? Math.ceil((of - progress.done) / rate) : null;
  const stop = () =>
    cancel.mutate(
      { params: { id: state.id } },
      { onSuccess: opened.put, onError: (error) => message.error(error.message) },
    );
  const facts = [
    progress?.step,
    progress && (of ? t('progress', { done: format.number(progress.done), of: format.number(of) }) : null),
    progress && !of ? t('progressOnly', { done: format.number(progress.done) }) : null,
    rate > 0 ? t('rate', { rate: format.number(rate) }) : null,
    left !== null && left > 0 ? t('left', { seconds: left }) : null,
  ];
  return (
    <div className="import-running" role="status">
      <b>{t(state.phase === 'writing' ? 'writing' : 'reading')}</b>
      <Progress
        percent={progress && of ? Math.floor((progress.done / of) * 100) : 0}
        status="active"
        showInfo={of !== null}
        aria-label={t(state.phase === 'writing' ? 'writing' : 'reading')}
      />
      <p className="hint">{facts.filter(Boolean).join(' · ')}</p>
      <Button loading={cancel.isPending} onClick={stop}>
        {t('cancel')}
      </Button>
    </div>
  );
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
