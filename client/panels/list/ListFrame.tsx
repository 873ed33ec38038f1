import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { saveFile } from './saveFile';
import type { ListFilter } from './useListFilter';

interface Props {
  filter: ListFilter;
  /** Filter fields of this list. */
  fields: ReactNode;
  /** Count and mu of everything that fits, not only of what is loaded. */
  total: ReactNode;
  sorts: readonly { value: string; label: string }[];
  /** Writes the whole list as CSV; null while there is nothing to write. */
  onExport: (() => Promise<{ csv: string; count: number }>) | null;
  name: string;
  children: ReactNode;
}

/** What every list has: filter fields kept in the address, the total, sorting, export, rows. */
export function ListFrame({ filter, fields, total, sorts, onExport, name, children }: Props) {
  const t = useText(listText);
  const { message } = App.useApp();
  const [writes, setWrites] = useState(false);
  const save = () => {
    if (!onExport) return;
    setWrites(true);
    onExport()
      .then(({ csv, count }) => {
        saveFile(`${name}.csv`, csv, 'text/csv;charset=utf-8');
        message.success(t('exported', { count }));
      })
      .catch((error: Error) => message.error(error.message))
      .finally(() => setWrites(false));
  };
  return (
    <div className="list">
      <div className="list-fields">{fields}</div>
      <div className="list-bar">
        <Checkbox
          className="list-view"
          checked={filter.get('view') !== 'all'}
          onChange={(event) => filter.set('view', event.target.checked ? null : 'all')}
        >
          {t('inView')}
        </Checkbox>
        {!filter.isEmpty && (
          <Button size="small" type="link" onClick={filter.clear}>
            {t('clearFilter')}
          </Button>
        )}
      </div>
      <div className="list-bar">
        <span className="list-total" role="status">
          {total}
        </span>
        <Select
          size="small"
          variant="borderless"
          aria-label={t('sort')}
          value={filter.get('sort') ?? sorts[0]?.value}
          options={[...sorts]}
          popupMatchSelectWidth={false}
          onChange={(value) => filter.set('sort', value === sorts[0]?.value ? null : value)}
        />
        <Button
          size="small"
          type="text"
          icon={<DownloadOutlined />}
          title={t('exportCsv')}
          aria-label={t('exportCsv')}
          disabled={!onExport}
          loading={writes}
          onClick={save}
        />
      </div>
      {children}
    </div>
  );
}
