import type { QuarantinedRecord } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';

/** One record held back in a few lines: which, what is wrong, what to do. */
export function HeldLine({ row }: { row: QuarantinedRecord }) {
  const t = useText(importReportText);
  return (
    <span className="import-held">
      <b>
        {t('record', { record: row.record })} {row.number}
      </b>
      {row.mends.length > 0 && <span className="import-held-way">{t('mend')} ›</span>}
      <span title={row.message}>{row.message}</span>
      <small title={row.remedy}>{t('remedy', { remedy: row.remedy })}</small>
    </span>
  );
}
