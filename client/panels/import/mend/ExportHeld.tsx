import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../../text/i18n';
import { importReportText } from '../../../text/import-report';
import { fetchFile } from '../../export/fetchFile';
import { saveBlob, saveFile } from '../../list/saveFile';
import { readAllHeld } from './useHeld';
import { writeHeldGeoJson } from './writeHeldGeoJson';

/** The records held back as files for the sender: the list with reasons, and the outlines as they came. */
export function ExportHeld({ id, fileName }: { id: string; fileName: string }) {
  const t = useText(importReportText);
  const { message } = App.useApp();
  const [writes, setWrites] = useState(false);
  const saveList = () =>
    void fetchFile(`/api/imports/${id}/quarantine.csv`, new AbortController().signal, () => undefined).then(
      ({ name, blob }) => saveBlob(name, blob),
      (error: Error) => void message.error(error.message),
    );
  const saveOutlines = () => {
    setWrites(true);
    const words = { record: t('recordHead'), reason: t('reasonHead'), remedy: t('remedyHead') };
    readAllHeld(id)
      .then(
        (rows) => saveFile(`${fileName}.geojson`, writeHeldGeoJson(rows, words), 'application/geo+json'),
        (error: Error) => void message.error(error.message),
      )
      .finally(() => setWrites(false));
  };
  return (
    <p className="import-export">
      <span className="hint">{t('exportHint')}</span>
      <Button size="small" icon={<DownloadOutlined />} onClick={saveList}>
        {t('exportCsv')}
      </Button>
      <Button size="small" icon={<DownloadOutlined />} loading={writes} onClick={saveOutlines}>
        {t('exportGeoJson')}
      </Button>
    </p>
  );
}
