import { Alert } from 'antd';
import type { ImportPreview } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';

/** Warnings that every plot may lie in the wrong place: they come first and in red. */
const GRAVE = /gcj|shift|datum-(?!unstated)|other-datum/;

/** What the reader should know before reading on: what is wrong with the file's ground first, then the rest. */
export function Notes({ preview: { warnings, remembered } }: { preview: ImportPreview }) {
  const t = useText(importPreviewText);
  const format = useFormat();
  const grave = warnings.filter(({ code }) => GRAVE.test(code));
  const rest = warnings.filter(({ code }) => !GRAVE.test(code));
  return (
    <>
      {[...grave, ...rest].map(({ code, message }) => (
        <Alert
          key={`${code} ${message}`}
          type={GRAVE.test(code) ? 'error' : 'warning'}
          showIcon
          title={message}
          className="import-alert"
        />
      ))}
      {remembered && (
        <Alert
          type="info"
          showIcon
          title={t('remembered', { name: remembered.fileName, at: format.time(remembered.at) })}
          className="import-alert"
        />
      )}
    </>
  );
}
