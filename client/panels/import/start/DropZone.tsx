import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useText } from '../../../text/i18n';
import { importText } from '../../../text/import';
import { writeBytes } from '../writeBytes';

interface Props {
  limitBytes: number | undefined;
  onFiles: (files: readonly File[]) => void;
}

/** Takes files and folders that are dropped, and files or a folder that are chosen; each batch is told once. */
export function DropZone({ limitBytes, onFiles }: Props) {
  const t = useText(importText);
  // What is dropped is searched for folders; what is chosen by a click is files, which the browser tells apart.
  const [over, setOver] = useState(false);
  const batch = (file: File, files: File[]) => {
    if (file === files[0]) onFiles(files);
    return false;
  };
  return (
    <fieldset
      className="import-drop"
      aria-label={t('intro')}
      onDragEnterCapture={() => setOver(true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
    >
      <Upload.Dragger
        multiple
        directory={over}
        showUploadList={false}
        beforeUpload={batch}
        onDrop={() => setOver(false)}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t('intro')}</p>
        <p className="ant-upload-hint">{t('introMore')}</p>
        <p className="ant-upload-hint">
          {t('loose')} {limitBytes !== undefined && t('limit', { size: writeBytes(limitBytes) })}
        </p>
      </Upload.Dragger>
      <Upload directory hasControlInside showUploadList={false} beforeUpload={batch}>
        <Button size="small" icon={<FolderOpenOutlined />}>
          {t('folder')}
        </Button>
      </Upload>
    </fieldset>
  );
}
