import { Radio } from 'antd';
import type { Answer, ExportFormat, planExport } from '../../../data/contract';
import { exportFormats, lossWords } from '../../../data/words/exports';
import { exportText } from '../../text/export';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { useBytes } from './useBytes';

interface Props {
  formats: readonly ExportFormat[];
  value: ExportFormat;
  plan: Answer<typeof planExport> | undefined;
  onChange: (format: ExportFormat) => void;
}

/** The formats as cards of one radio group, and under them what the chosen one changes. */
export function FormatCards({ formats, value, plan, onChange }: Props) {
  const t = useText(exportText);
  const { name } = useFormat();
  const bytes = useBytes();
  const { losses } = exportFormats[value];
  return (
    <>
      <Radio.Group
        className="export-formats"
        aria-label={t('format')}
        value={value}
        onChange={(event) => onChange(event.target.value as ExportFormat)}
      >
        {formats.map((format) => (
          <Radio key={format} value={format} className={format === value ? 'export-card chosen' : 'export-card'}>
            <b>{name(exportFormats[format].title)}</b>
            <small>{name(exportFormats[format].about)}</small>
            <small className="export-size">{plan ? t('about', { size: bytes(plan.bytes[format]) }) : ' '}</small>
          </Radio>
        ))}
      </Radio.Group>
      <div className="export-losses" aria-live="polite">
        {losses.length === 0 ? (
          t('losesNothing')
        ) : (
          <>
            <span>{t('loses')}</span>
            <ul>
              {losses.map((loss) => (
                <li key={loss}>{name(lossWords[loss])}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
