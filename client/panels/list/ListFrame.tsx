import { Button, Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import type { ExportAsked } from '../export/asked';
import { ExportMenu } from './ExportMenu';
import type { ListFilter } from './useListFilter';

interface Props {
  filter: ListFilter;
  /** Filter fields of this list. */
  fields: ReactNode;
  /** Count and mu of everything that fits, not only of what is loaded. */
  total: ReactNode;
  sorts: readonly { value: string; label: string }[];
  /** What can be saved as a file; null while there is nothing. */
  asked: ExportAsked | null;
  children: ReactNode;
}

/** What every list has: filter fields kept in the address, the total, sorting, export, rows. */
export function ListFrame({ filter, fields, total, sorts, asked, children }: Props) {
  const t = useText(listText);
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
        <ExportMenu asked={asked} />
      </div>
      {children}
    </div>
  );
}
