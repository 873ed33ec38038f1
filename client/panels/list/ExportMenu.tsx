import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { type Column, writeRows } from './columns';
import { saveFile } from './saveFile';
import { type Shaped, writeGeoJson } from './writeGeoJson';

/** What a list gives away: its public columns, all its rows, and their shapes. */
export interface Export<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: () => Promise<readonly Row[]>;
  readonly shapes: (rows: readonly Row[]) => Promise<readonly Shaped<Row>[]>;
}

interface Props<Row> {
  name: string;
  /** Null while there is nothing to write. */
  source: Export<Row> | null;
}

/** Saves the whole list as a table (CSV) or as a map file (GeoJSON), both with the same public columns. */
export function ExportMenu<Row>({ name, source }: Props<Row>) {
  const t = useText(listText);
  const { message } = App.useApp();
  const [writes, setWrites] = useState(false);
  const writeCsv = async ({ columns, rows }: Export<Row>) => {
    const all = await rows();
    saveFile(`${name}.csv`, writeRows(columns, all), 'text/csv;charset=utf-8');
    return all.length;
  };
  const writeMap = async ({ columns, rows, shapes }: Export<Row>) => {
    const shaped = await shapes(await rows());
    saveFile(`${name}.geojson`, writeGeoJson(columns, shaped, t('exportNotice')), 'application/geo+json');
    return shaped.length;
  };
  const save = (write: (from: Export<Row>) => Promise<number>) => {
    if (!source) return;
    setWrites(true);
    write(source)
      .then((count) => message.success(t('exported', { count })))
      .catch((error: Error) => message.error(error.message))
      .finally(() => setWrites(false));
  };
  const items = [
    { key: 'csv', label: t('exportCsv'), onClick: () => save(writeCsv) },
    { key: 'geojson', label: t('exportGeoJson'), onClick: () => save(writeMap) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} disabled={!source} placement="bottomRight">
      <Button
        size="small"
        type="text"
        icon={<DownloadOutlined />}
        title={t('export')}
        aria-label={t('export')}
        disabled={!source}
        loading={writes}
      />
    </Dropdown>
  );
}
