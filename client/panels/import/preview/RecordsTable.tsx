import { Table, type TableProps, type TableRef } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { ImportPreview } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';

type Row = ImportPreview['rows'][number];

const NUMBER_PIXELS = 52;
const FAULT_PIXELS = 150;
const CELL_PIXELS = 112;

interface Props {
  rows: readonly Row[];
  columns: ImportPreview['columns'];
  /** What every record is given, shown as if it were a column. */
  constants: readonly { id: string; title: string; called: string }[];
  chosen: number | null;
  heightPixels: number;
  onChoose: (record: number) => void;
}

/** Records with their columns, drawn only where in view; the number of each is the keyboard's way to its place. */
export function RecordsTable({ rows, columns, constants, chosen, heightPixels, onChoose }: Props) {
  const t = useText(importPreviewText);
  const table = useRef<TableRef>(null);
  const cells = columns.length + constants.length;
  const hasFaults = rows.some(({ fault }) => fault !== null);
  const heads = useMemo<TableProps<Row>['columns']>(
    () => [
      {
        title: t('record'),
        key: 'record',
        width: NUMBER_PIXELS,
        fixed: 'start',
        render: (_, { record }) => (
          <button type="button" className="link" onClick={() => onChoose(record)}>
            {record}
          </button>
        ),
      },
      ...(hasFaults
        ? [
            {
              title: t('fault'),
              key: 'fault',
              width: FAULT_PIXELS,
              ellipsis: { showTitle: false },
              render: (_: unknown, { fault }: Row) => fault && <span title={fault}>⚠ {fault}</span>,
            },
          ]
        : []),
      ...columns.map(({ name }) => ({
        title: name,
        key: `column ${name}`,
        width: CELL_PIXELS,
        ellipsis: true,
        render: (_: unknown, { cells }: Row) => cells[name] ?? '',
      })),
      ...constants.map(({ id, title, called }) => ({
        title: `${title} · ${t('constant')}`,
        key: `constant ${id}`,
        width: CELL_PIXELS,
        ellipsis: true,
        className: 'import-constant',
        render: () => called,
      })),
    ],
    [columns, constants, hasFaults, onChoose, t],
  );
  useEffect(() => {
    if (chosen !== null && rows.some(({ record }) => record === chosen)) table.current?.scrollTo({ key: chosen });
  }, [chosen, rows]);
  return (
    <Table<Row>
      ref={table}
      className="import-table"
      size="small"
      virtual
      bordered={false}
      pagination={false}
      rowKey="record"
      dataSource={rows as Row[]}
      {...(heads ? { columns: heads } : {})}
      scroll={{ x: NUMBER_PIXELS + (hasFaults ? FAULT_PIXELS : 0) + cells * CELL_PIXELS, y: heightPixels }}
      rowClassName={({ record, fault }) =>
        [record === chosen ? 'import-row-chosen' : '', fault === null ? '' : 'import-row-faulty'].join(' ')
      }
      onRow={({ record }) => ({ onClick: () => onChoose(record) })}
      locale={{ emptyText: t('tableEmpty') }}
    />
  );
}
