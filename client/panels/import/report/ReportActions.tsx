import { App, Button } from 'antd';
import { useState } from 'react';
import { type ImportReport, undoEvent } from '../../../../data/contract';
import { useWrite } from '../../../answers';
import { useMapHand } from '../../../map/hand';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { go } from '../../../url';
import { readAllParcels } from '../../list/useParcelPages';
import type { OpenImport } from '../useImport';
import { listOf } from './listOf';

interface Props {
  id: string;
  report: ImportReport;
  opened: OpenImport;
}

/** What can be done with what came in: see it, list it, make a park of it, or take the whole import back. */
export function ReportActions({ id, report, opened }: Props) {
  const t = useText(importReportText);
  const hand = useMapHand();
  const { message } = App.useApp();
  const undo = useWrite(undoEvent);
  const [gathers, setGathers] = useState(false);
  const { bbox, event, kind } = report;
  const fail = (error: Error) => void message.error(error.message);
  const formPark = () => {
    setGathers(true);
    readAllParcels({ import: id })
      .then((rows) => go({ selection: { kind: 'form', id: '-' }, picks: inOrder(rows.map((row) => row.id)) }), fail)
      .finally(() => setGathers(false));
  };
  const withdraw = (which: string) =>
    undo.mutate({ params: { id: which }, body: {} }, { onSuccess: () => void opened.again(), onError: fail });
  // Nothing came in, so there is nothing to list.
  const list = report.accepted > 0 ? listOf(kind, id) : null;
  if (report.undone)
    return (
      <div className="import-foot">
        <Button onClick={() => go({ selection: { kind: 'history', id: '-' } })}>{t('redo')}</Button>
      </div>
    );
  return (
    <div className="import-foot">
      {bbox && (
        <Button type="primary" onClick={() => hand.fit(bbox)}>
          {t('goThere')}
        </Button>
      )}
      {list && <Button onClick={() => go(list.way)}>{t(list.word)}</Button>}
      {kind === 'parcels' && report.accepted > 0 && (
        <Button loading={gathers} onClick={formPark}>
          {t('formPark')}
        </Button>
      )}
      {event && (
        <Button danger loading={undo.isPending} onClick={() => withdraw(event)}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}

/** In the order of their ids, which makes the shortest address. */
const inOrder = (ids: readonly string[]): string[] => [...ids].sort((a, b) => Number(a) - Number(b));
