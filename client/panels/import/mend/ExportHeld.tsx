import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { fetchFile } from '../../export/fetchFile';
import { saveBlob } from '../../list/saveFile';

/** The records held back as files for the sender: the list with reasons, and the outlines as they came. */
export function ExportHeld({ id }: { id: string }) {
  const t = useText(importReportText);
  const { message } = App.useApp();
  const [writes, setWrites] = useState<'csv' | 'geojson' | null>(null);
  const save = (extension: 'csv' | 'geojson') => {
    setWrites(extension);
    fetchFile(`/api/imports/${id}/quarantine.${extension}`, new AbortController().signal, () => undefined)
      .then(
        ({ name, blob }) => saveBlob(name, blob),
        (error: Error) => void message.error(error.message),
      )
      .finally(() => setWrites(null));
  };
  const button = (extension: 'csv' | 'geojson', title: string) => (
    <Button size="small" icon={<DownloadOutlined />} loading={writes === extension} onClick={() => save(extension)}>
      {title}
    </Button>
  );
  return (
    <p className="import-export">
      <span className="hint">{t('exportHint')}</span>
      {button('csv', t('exportCsv'))}
      {button('geojson', t('exportGeoJson'))}
    </p>
  );
}
