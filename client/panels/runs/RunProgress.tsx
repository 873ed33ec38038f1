import { App, Button, Progress } from 'antd';
import { cancelRun, type Run } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';
import { useTakeRun } from './useRuns';
import './runs.css';

/** A search under way: its step, parks done, plots a second, time left, who began it, and a way to stop it. */
export function RunProgress({ run }: { run: Run }) {
  const t = useText(runsText);
  const format = useFormat();
  const { message } = App.useApp();
  const take = useTakeRun();
  const cancel = useWrite(cancelRun);
  const stop = () =>
    cancel.mutate(
      { params: { id: run.id }, body: {} },
      { onSuccess: take, onError: (error) => void message.error(error.message) },
    );
  const { parksDone, parksOf, plotsDone, plotsPerSecond, secondsLeft } = run.progress;
  const waits = run.phase === 'waiting';
  const facts = [
    t('stepParks', { done: format.number(parksDone), of: format.number(parksOf) }),
    t('stepPlots', { n: format.number(plotsDone) }),
    plotsPerSecond !== null && t('rate', { rate: format.number(plotsPerSecond) }),
    secondsLeft !== null && t('left', { seconds: format.number(Math.ceil(secondsLeft)) }),
  ];
  return (
    <div className="run-progress" role="status">
      <b>{t(`phase_${run.phase}`)}</b>
      <Button size="small" loading={cancel.isPending} onClick={stop}>
        {t(cancel.isPending ? 'stopping' : 'cancel')}
      </Button>
      <Progress
        percent={parksOf > 0 ? Math.floor((parksDone / parksOf) * 100) : 0}
        status="active"
        size="small"
        aria-label={t(`phase_${run.phase}`)}
      />
      <p className="hint">{waits ? t('waiting') : facts.filter(Boolean).join(' · ')}</p>
      <p className="hint">{t('startedBy', { actor: run.actor })}</p>
    </div>
  );
}
