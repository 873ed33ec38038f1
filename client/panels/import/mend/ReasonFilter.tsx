import type { ImportReport } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { go } from '../../../url';
import { writeHeldLine } from './heldLine';

/** Why records were held back, each reason with its count and as a filter of the list below. */
export function ReasonFilter({ report, code }: { report: ImportReport; code: string | null }) {
  const t = useText(importReportText);
  const format = useFormat();
  const narrow = (next: string | null) => go({ line: writeHeldLine({ code: next, record: null }) }, { replace: true });
  const options = [
    { code: null, words: t('all', { count: format.number(report.quarantined) }) },
    ...report.byReason.map((reason) => ({
      code: reason.code,
      words: t('reason', { title: reason.title, count: format.number(reason.count) }),
    })),
  ];
  return (
    <fieldset className="import-reasons">
      <legend className="visually-hidden">{t('reasons')}</legend>
      {options.map((option) => (
        <button
          type="button"
          key={option.code ?? ''}
          aria-pressed={option.code === code}
          onClick={() => narrow(option.code === code ? null : option.code)}
        >
          {option.words}
        </button>
      ))}
    </fieldset>
  );
}
