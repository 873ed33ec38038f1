import { Input } from 'antd';
import { useId } from 'react';
import type { ImportPreview, QuarantinedRecord } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';

interface Props {
  preview: ImportPreview | null;
  row: QuarantinedRecord;
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}

/** The fields of a record as they came, to be written over; only what differs is sent. */
export function MendValues({ preview, row, values, onChange }: Props) {
  const t = useText(importPreviewText);
  const label = useId();
  const columns = preview?.mapping.columns ?? {};
  const fields = (preview?.fields ?? []).filter(({ id, required }) => required || columns[id] !== undefined);
  return (
    <div className="import-fields import-values">
      {fields.map(({ id, title, required, hint }) => {
        const came = (columns[id] && row.cells[columns[id]]) ?? '';
        return (
          <FieldLine
            key={id}
            id={`${label}-${id}`}
            title={required ? `${title} (${t('required')})` : title}
            hint={hint ?? ''}
            value={values[id] ?? came}
            onChange={(text) => {
              const { [id]: _, ...rest } = values;
              onChange(text === came ? rest : { ...rest, [id]: text });
            }}
          />
        );
      })}
    </div>
  );
}

interface LineProps {
  id: string;
  title: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}
function FieldLine({ id, title, hint, value, onChange }: LineProps) {
  return (
    <>
      <label htmlFor={id}>{title}</label>
      <Input
        id={id}
        size="small"
        maxLength={2000}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
