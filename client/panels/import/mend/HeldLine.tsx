import type { QuarantinedRecord } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importMendText } from '../../../text/import-mend';
import { importReportText } from '../../../text/import-report';

/** One record held back in a few lines: which, what is wrong, what to do: mend it here wherever that is possible. */
export function HeldLine({ row }: { row: QuarantinedRecord }) {
  const t = useText(importReportText);
  const say = useText(importMendText);
  const [mend] = row.mends;
  const way = mend ? t('mendHere', { mend: say(mend) }) : t('remedy', { remedy: row.remedy });
  return (
    <span className="import-held">
      <b>
        {t('record', { record: row.record })} {row.number}
      </b>
      {row.mends.length > 0 && <span className="import-held-way">{t('mend')} ›</span>}
      <span title={row.message}>{row.message}</span>
      <small title={way}>{way}</small>
    </span>
  );
}
