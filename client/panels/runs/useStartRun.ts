import { App } from 'antd';
import { startRun } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';
import { go } from '../../url';
import { useRunsUnderWay, useTakeRun } from './useRuns';

/** Starts a search over a scope and shows its card; where one is under way already, says whose and follows that. */
export function useStartRun() {
  const t = useText(runsText);
  const format = useFormat();
  const { message } = App.useApp();
  const take = useTakeRun();
  const known = useRunsUnderWay();
  const { mutate, isPending } = useWrite(startRun);
  const start = (scope: string) =>
    mutate(
      { body: { scope } },
      {
        onSuccess: (begun) => {
          const wasKnown = known.some(({ id }) => id === begun.id);
          take(begun);
          go({ selection: { kind: 'run', id: begun.id } });
          if (wasKnown) void message.info(t('underWay', { actor: begun.actor, at: format.time(begun.at) }));
        },
        onError: (error) => void message.error(error.message),
      },
    );
  return { start, isPending };
}
