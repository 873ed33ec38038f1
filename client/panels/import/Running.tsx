import { App, Button } from 'antd';
import { cancelImport, type ImportState } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { JobProgress } from './JobProgress';

interface Props {
  state: Pick<ImportState, 'id' | 'phase' | 'progress'>;
  onStopped: (state: ImportState) => void;
}

/** A job that runs: how far it is, and a way to stop it. */
export function Running({ state, onStopped }: Props) {
  const t = useText(importText);
  const { message } = App.useApp();
  const cancel = useWrite(cancelImport);
  const stop = () =>
    cancel.mutate(
      { params: { id: state.id } },
      { onSuccess: onStopped, onError: (error) => void message.error(error.message) },
    );
  return (
    <div className="import-running" role="status">
      <JobProgress phase={state.phase} progress={state.progress} />
      <Button loading={cancel.isPending} onClick={stop}>
        {t('cancel')}
      </Button>
    </div>
  );
}
