import { ExpandOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { ImportMapping, ImportPreview } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';
import { Section } from '../../parts/Panel';
import { constantsOf } from './giveColumn';
import { RecordsTable } from './RecordsTable';

const IN_PANEL_PIXELS = 220;
const DIALOG_SHARE = 0.6;

interface Props {
  preview: ImportPreview;
  mapping: ImportMapping;
  chosen: number | null;
  onChoose: (record: number) => void;
}

/** The records as they came, faulty ones with their trouble; a record leads to its place and back, and the table to a larger one. */
export function RecordsSection({ preview, mapping, chosen, onChoose }: Props) {
  const t = useText(importPreviewText);
  const format = useFormat();
  const [faults, setFaults] = useState(false);
  const [large, setLarge] = useState(false);
  const { rows, columns, recordCount } = preview;
  const faulty = rows.filter(({ fault }) => fault !== null);
  const shown = faults && faulty.length > 0 ? faulty : rows;
  const constants = useMemo(() => constantsOf(preview, mapping), [preview, mapping]);
  const table = { rows: shown, columns, constants, chosen };
  const only = faulty.length > 0 && (
    <Checkbox checked={faults} onChange={(event) => setFaults(event.target.checked)}>
      {t('faults', { count: faulty.length })}
    </Checkbox>
  );
  return (
    <Section
      title={t('table')}
      aside={
        <Button
          type="text"
          size="small"
          icon={<ExpandOutlined />}
          aria-label={t('enlarge')}
          title={t('enlarge')}
          disabled={rows.length === 0}
          onClick={() => setLarge(true)}
        />
      }
    >
      <p className="row hint">
        {rows.length < recordCount
          ? t('tableShown', { shown: format.number(rows.length), count: format.number(recordCount) })
          : t('records', { count: recordCount })}
        {only}
      </p>
      <RecordsTable {...table} heightPixels={IN_PANEL_PIXELS} onChoose={onChoose} />
      <Modal
        open={large}
        title={`${preview.fileName} · ${t('table')}`}
        width="92vw"
        centered
        footer={only || null}
        destroyOnHidden
        onCancel={() => setLarge(false)}
      >
        <RecordsTable
          {...table}
          heightPixels={Math.floor(window.innerHeight * DIALOG_SHARE)}
          onChoose={(record) => {
            setLarge(false);
            onChoose(record);
          }}
        />
      </Modal>
    </Section>
  );
}
