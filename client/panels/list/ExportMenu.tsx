import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { exportText } from '../../text/export';
import { useText } from '../../text/i18n';
import { type ExportAsked, firmsOf } from '../export/asked';
import { ExportDialog } from '../export/ExportDialog';
import { onExportAsked } from '../export/showExport';

/** Opens the export of what the list shows; null while it shows nothing. */
export function ExportMenu({ asked }: { asked: ExportAsked | null }) {
  const t = useText(exportText);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => onExportAsked(() => setOpen(true)), []);
  return (
    <>
      <Button
        ref={opener}
        size="small"
        type="text"
        icon={<DownloadOutlined />}
        title={t('export')}
        aria-label={t('export')}
        disabled={!asked}
        onClick={() => setOpen(true)}
      />
      {open && asked && (
        <ExportDialog offers={[asked, firmsOf(asked)]} opener={opener} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
