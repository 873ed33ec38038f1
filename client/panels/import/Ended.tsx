import { App, Button } from 'antd';
import { type ImportState, reviseImport } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { go } from '../../url';
import type { OpenImport } from './useImport';

interface Props {
  id: string;
  state: ImportState;
  opened: OpenImport;
}

/** An import that came to nothing: what was wrong, what to do, another try, and the way to the next. */
export function Ended({ id, state: { error, phase }, opened }: Props) {
  const t = useText(importText);
  const { message } = App.useApp();
  const revise = useWrite(reviseImport);
  const again = () =>
    revise.mutate(
      { params: { id }, body: {} },
      { onSuccess: opened.put, onError: (refused) => void message.error(refused.message) },
    );
  return (
    <div className="import-ended" role="alert">
      <h2>{t(phase === 'failed' ? 'failed' : 'title')}</h2>
      <p>{error?.message ?? t('cancelled')}</p>
      {error && (
        <p>
          <b>{t('remedyLabel')}</b> {error.remedy}
        </p>
      )}
      <div className="import-foot">
        <Button type="primary" onClick={() => go({ selection: { kind: 'import', id: 'new' } })}>
          {t('another')}
        </Button>
        {phase === 'failed' && (
          <Button loading={revise.isPending} onClick={again}>
            {t('tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
