import { DeleteOutlined, LoadingOutlined, PaperClipOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES, ATTACHMENTS_EACH } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { writeBytes } from '../import/writeBytes';
import type { Attached, useAttachments } from './useAttachments';

const ACCEPTED = Object.keys(ATTACHMENT_TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** A place to drop files, and those dropped: on their way, arrived or refused in words, each removable. */
export function AttachmentField({ files }: { files: ReturnType<typeof useAttachments> }) {
  const t = useText(rulingsText);
  return (
    <>
      <Upload.Dragger
        multiple
        showUploadList={false}
        accept={ACCEPTED}
        beforeUpload={(file) => {
          files.add(file);
          return false;
        }}
      >
        <span>
          <PaperClipOutlined /> {t('attachHint')}
        </span>
        <p className="hint">{t('attachTypes', { size: writeBytes(ATTACHMENT_BYTES), count: ATTACHMENTS_EACH })}</p>
      </Upload.Dragger>
      <ul className="plain attached" aria-label={t('attachments')}>
        {files.list.map((one) => (
          <AttachedLine
            key={one.key}
            one={one}
            onRemove={() => files.remove(one.key)}
            onAgain={() => files.again(one)}
          />
        ))}
      </ul>
    </>
  );
}

function AttachedLine({ one, onRemove, onAgain }: { one: Attached; onRemove: () => void; onAgain: () => void }) {
  const t = useText(rulingsText);
  return (
    <li data-state={one.state}>
      <span className="attached-name">{one.name}</span>
      <small>
        {one.state === 'sending' && <LoadingOutlined />}{' '}
        {one.state === 'sending' ? t('attachSending') : writeBytes(one.byteLength)}
      </small>
      {one.state === 'refused' && one.file && (
        <Button
          size="small"
          type="text"
          icon={<ReloadOutlined />}
          title={t('attachRetry')}
          aria-label={t('attachRetry')}
          onClick={onAgain}
        />
      )}
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        title={t('attachRemove', { name: one.name })}
        aria-label={t('attachRemove', { name: one.name })}
        onClick={onRemove}
      />
      {one.fault && (
        <small className="attached-fault" role="alert">
          {one.fault}
        </small>
      )}
    </li>
  );
}
