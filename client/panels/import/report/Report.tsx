import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { ImportReport, ImportState } from '../../../../data/contract';
import { useMapHand } from '../../../map/hand';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { useAddress } from '../../../url';
import { Facts, Figure, Figures } from '../../parts/Figure';
import { Section } from '../../parts/Panel';
import { readHeldLine } from '../mend/heldLine';
import { MendRecord } from '../mend/MendRecord';
import { Quarantine } from '../mend/Quarantine';
import type { OpenImport } from '../useImport';
import { AreaDifferences } from './AreaDifferences';
import { Overlaps } from './Overlaps';
import { ParkOverlaps } from './ParkOverlaps';
import { ReportActions } from './ReportActions';
import './report.css';

interface Props {
  id: string;
  state: ImportState;
  report: ImportReport;
  opened: OpenImport;
  /** Written just now: the map goes there. */
  fresh: boolean;
}

/** What became of a file, or one record of it that is being mended, as the address says. */
export function Report({ id, state, report, opened, fresh }: Props) {
  const hand = useMapHand();
  const [{ line }] = useAddress();
  const { bbox } = report;
  // Only once: mending adds to the box, and the reader is then looking at a record.
  const went = useRef(!fresh);
  useEffect(() => {
    if (went.current || !bbox) return;
    went.current = true;
    hand.fit(bbox);
  }, [hand, bbox]);
  const held = readHeldLine(line);
  if (held.record !== null && !report.undone)
    return <MendRecord id={id} state={state} record={held.record} code={held.code} opened={opened} />;
  return <WholeReport id={id} report={report} opened={opened} code={held.code} />;
}

type WholeProps = Pick<Props, 'id' | 'report' | 'opened'> & { code: string | null };

/** Counts that add up, why records were held back, areas declared and computed, overlaps, and what next. */
function WholeReport({ id, report, opened, code }: WholeProps) {
  const t = useText(importReportText);
  const format = useFormat();
  const { received, accepted, quarantined, written, mended, kind } = report;
  const plots = kind === 'parcels' && accepted > 0;
  const counted = (count: number) => (count > 0 ? t('records', { count }) : null);
  return (
    <>
      {report.undone && <Alert type="info" showIcon title={t('undone')} className="import-alert" />}
      <Section title={t('report')}>
        <Figures>
          <Figure label={t('received')} value={format.number(received)} />
          <Figure label={t('accepted')} value={format.number(accepted)} />
          <Figure label={t('quarantined')} value={format.number(quarantined)} />
        </Figures>
        <p className="import-sum">{t('adds', { received, accepted, quarantined })}</p>
        <Facts
          rows={[
            [t('inserted'), counted(written.inserted)],
            [t('updated'), counted(written.updated)],
            [t('unchanged'), counted(written.unchanged)],
            [t('removed'), counted(written.removed)],
            [t('mended'), counted(mended)],
          ]}
        />
        <ReportActions id={id} report={report} opened={opened} />
      </Section>
      {report.warnings.map((warning) => (
        <Alert
          key={`${warning.code} ${warning.message}`}
          type="warning"
          showIcon
          title={warning.message}
          className="import-alert"
        />
      ))}
      <Section title={t('reasons')}>
        {quarantined === 0 && <p className="import-none">✓ {t(mended > 0 ? 'allMended' : 'noQuarantine')}</p>}
        {quarantined > 0 && <Quarantine id={id} report={report} code={code} />}
      </Section>
      {plots && (
        <Section title={t('areas')}>
          <Facts
            rows={[
              [t('declared'), report.declaredMu === null ? t('noDeclared') : format.area(report.declaredMu)],
              [t('computed'), format.area(report.computedMu)],
            ]}
          />
          {report.declaredMu !== null && <AreaDifferences report={report} />}
        </Section>
      )}
      {plots && (
        <Section title={t('overlaps')}>
          <Overlaps report={report} />
        </Section>
      )}
      {kind === 'parks' && accepted > 0 && (
        <Section title={t('parkOverlaps')}>
          <ParkOverlaps report={report} />
        </Section>
      )}
    </>
  );
}
