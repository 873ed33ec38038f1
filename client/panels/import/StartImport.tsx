import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { createImport, listImports } from '../../../data/contract';
import { useAnswer, usePageState } from '../../answers';
import { type ApiError, signFirst } from '../../api';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { go } from '../../url';
import { Section } from '../parts/Panel';
import { type Upload as Sending, uploadFile } from './uploadFile';
import { writeBytes } from './writeBytes';

/** The empty import: a place to drop a file, its upload with progress, and the imports before it. */
export function StartImport() {
  const t = useText(importText);
  const limit = usePageState().data?.uploadLimitBytes;
  const [share, setShare] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const sending = useRef<Sending | null>(null);
  useEffect(() => () => sending.current?.cancel(), []);
  const send = async (file: File) => {
    setRefused(null);
    if (limit !== undefined && file.size > limit) {
      setRefused(t('tooLarge', { size: writeBytes(file.size), limit: writeBytes(limit) }));
      return;
    }
    // a name put off sends nothing, so the server has nothing to refuse
    if (!(await signFirst(createImport))) return setRefused(t('needsName'));
    setShare(0);
    const upload = uploadFile(file, setShare);
    sending.current = upload;
    upload.done
      .then(
        (id) => go({ selection: { kind: 'import', id } }),
        (error: ApiError) => error.code !== 'aborted' && setRefused(sentenceOf(error)),
      )
      .finally(() => {
        sending.current = null;
        setShare(null);
      });
  };
  const sentenceOf = (error: ApiError) =>
    error.code === 'unreachable' ? t('uploadFailed', { message: t('networkLost') }) : error.message;
  return (
    <>
      {refused && <Alert type="error" showIcon title={refused} className="import-alert" />}
      {share === null ? (
        <Upload.Dragger
          multiple={false}
          showUploadList={false}
          accept=".geojson,.json,.zip"
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="ant-upload-text">{t('intro')}</p>
          <p className="ant-upload-hint">
            {t('formats')} {limit !== undefined && t('limit', { size: writeBytes(limit) })}
          </p>
        </Upload.Dragger>
      ) : (
        <div role="status">
          <p>{t('uploading', { percent: `${Math.floor(share * 100)} %` })}</p>
          <Progress percent={Math.floor(share * 100)} aria-label={t('uploading', { percent: '' })} />
          <Button onClick={() => sending.current?.cancel()}>{t('cancel')}</Button>
        </div>
      )}
      <Recent />
    </>
  );
}

const SHOWN = 12;

function Recent() {
  const t = useText(importText);
  const format = useFormat();
  const rows = useAnswer(listImports, {}, { layers: ['parcels'] }).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t('recent')}>
      <ul className="links">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => go({ selection: { kind: 'import', id: row.id } })}>
              {row.fileName}
            </button>
            <span className="hint">
              {t(row.report?.undone ? 'phase_undone' : `phase_${row.phase}`)} ·{' '}
              {t('by', { actor: row.actor, at: format.time(row.at) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
