import { Alert, App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type ImportReport, undoEvent } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { go } from '../../url';
import { readAllParcels } from '../list/useParcelPages';
import { Facts, Figure, Figures } from '../parts/Figure';
import { Section } from '../parts/Panel';
import { AreaDifferences } from './AreaDifferences';
import { Quarantine } from './Quarantine';
import type { OpenImport } from './useImport';

interface Props {
  id: string;
  report: ImportReport;
  opened: OpenImport;
}
interface ReportProps extends Props {
  /** Written just now: the map goes to the new parcels. */
  fresh: boolean;
}

/** What became of a file: counts that add up, why records were held back, areas declared and computed, what next. */
export function Report({ id, report, opened, fresh }: ReportProps) {
  const t = useText(importText);
  const format = useFormat();
  const hand = useMapHand();
  useEffect(() => {
    if (fresh && report.bbox) hand.fit(report.bbox);
  }, [fresh, report.bbox, hand]);
  const { received, accepted, quarantined } = report;
  return (
    <>
      {report.undone && <Alert type="info" showIcon title={t('undone')} className="import-alert" />}
      <Section title={t('report')}>
        <Figures>
          <Figure label={t('received')} value={format.number(received)} />
          <Figure label={t('accepted')} value={format.number(accepted)} />
          <Figure label={t('quarantined')} value={format.number(quarantined)} />
        </Figures>
        <p className="hint">{t('adds', { received, accepted, quarantined })}</p>
        <ReportActions id={id} report={report} opened={opened} />
      </Section>
      {report.warnings.map((warning) => (
        <Alert key={warning.code} type="warning" showIcon title={warning.message} className="import-alert" />
      ))}
      <Section title={t('declared')}>
        <Facts
          rows={[
            [t('declared'), report.declaredMu === null ? t('noDeclared') : format.area(report.declaredMu)],
            [t('computed'), format.area(report.computedMu)],
          ]}
        />
        {report.declaredMu !== null && <AreaDifferences report={report} />}
      </Section>
      <Section title={t('reasons')}>
        {report.byReason.length === 0 && <p className="hint">{t('noQuarantine')}</p>}
        <Facts rows={report.byReason.map((reason) => [reason.title, format.number(reason.count)] as const)} />
        {quarantined > 0 && <Quarantine id={id} total={quarantined} />}
      </Section>
    </>
  );
}

function ReportActions({ id, report, opened }: Props) {
  const t = useText(importText);
  const hand = useMapHand();
  const { message } = App.useApp();
  const undo = useWrite(undoEvent);
  const [gathers, setGathers] = useState(false);
  const { bbox, event } = report;
  const fail = (error: Error) => void message.error(error.message);
  const formPark = () => {
    setGathers(true);
    readAllParcels({ import: id })
      .then((rows) => go({ selection: { kind: 'form', id: '-' }, picks: inOrder(rows.map((row) => row.id)) }), fail)
      .finally(() => setGathers(false));
  };
  const withdraw = (which: string) =>
    undo.mutate({ params: { id: which }, body: {} }, { onSuccess: () => void opened.again(), onError: fail });
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
      <Button onClick={() => go({ list: 'parcels', filter: { import: id, view: 'all' }, folded: false })}>
        {t('listThem')}
      </Button>
      <Button loading={gathers} disabled={report.accepted === 0} onClick={formPark}>
        {t('formPark')}
      </Button>
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
