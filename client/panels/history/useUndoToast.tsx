import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useCallback, useId } from 'react';
import { undoEvent } from '../../../data/contract';
import { useWrite } from '../../answers';
import { historyText } from '../../text/history';
import { useText } from '../../text/i18n';

const SHOWN_SECONDS = 8;

/** Says what was done and offers to take it back; the recorded inverse on the server does the work. */
export function useUndoToast(): (sentence: string, event: string) => void {
  const t = useText(historyText);
  const { notification, message } = App.useApp();
  const client = useQueryClient();
  const { mutateAsync } = useWrite(undoEvent);
  const id = useId();
  return useCallback(
    (sentence, event) => {
      const key = `${id}-${event}`;
      const undo = () => {
        notification.destroy(key);
        mutateAsync({ params: { id: event }, body: {} }).then(
          () => {
            // What is undone may be a mend, and not every kind of record turns a layer of the map.
            void client.invalidateQueries({ queryKey: ['import'] });
            void client.invalidateQueries({ queryKey: ['quarantine'] });
            message.success(t('undoDone'));
          },
          (error: Error) => message.error(error.message),
        );
      };
      notification.success({
        key,
        title: sentence,
        duration: SHOWN_SECONDS,
        placement: 'bottomLeft',
        actions: (
          <Button size="small" onClick={undo}>
            {t('undo')}
          </Button>
        ),
      });
    },
    [client, id, message, mutateAsync, notification, t],
  );
}
