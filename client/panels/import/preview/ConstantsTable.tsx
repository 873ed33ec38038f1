import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ImportMapping, ImportPreview } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';
import { giveConstant } from './giveColumn';

type Field = ImportPreview['fields'][number];

const LONGEST = 200;

interface Props {
  fields: readonly Field[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

/** Fields that the file has no column for, each with the one value that every record is to have; another can be chosen. */
export function ConstantsTable({ fields, mapping, onChange }: Props) {
  const t = useText(importPreviewText);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const free = fields.filter(({ id, varies }) => !varies && mapping.columns[id] === undefined);
  const isShown = ({ id, required }: Field) => required || mapping.constants?.[id] !== undefined || opened.includes(id);
  const shown = free.filter(isShown);
  const rest = free.filter((field) => !isShown(field));
  return (
    <div className="import-constants">
      {shown.length > 0 && (
        <div className="import-fields">
          {shown.map((field) => (
            <ConstantLine
              key={field.id}
              field={field}
              value={mapping.constants?.[field.id] ?? null}
              onGive={(value) => onChange(giveConstant(mapping, field.id, value))}
              onDrop={() => {
                setOpened(opened.filter((id) => id !== field.id));
                onChange(giveConstant(mapping, field.id, null));
              }}
            />
          ))}
        </div>
      )}
      {rest.length > 0 && (
        <Select<string | null>
          size="small"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('addConstant')}
          placeholder={t('addConstant')}
          value={null}
          popupMatchSelectWidth={false}
          options={rest.map(({ id, title, hint }) => ({ value: id, label: title, ...(hint ? { title: hint } : {}) }))}
          onChange={(id) => id !== null && setOpened([...opened, id])}
        />
      )}
      <p className="hint">{t('constantsHint')}</p>
    </div>
  );
}

interface LineProps {
  field: Field;
  value: string | null;
  onGive: (value: string | null) => void;
  onDrop: () => void;
}

/** One field with its value: of those that are known for it, or any text, which holds once the reader has left it. */
function ConstantLine({ field: { title, required, hint, values }, value, onGive, onDrop }: LineProps) {
  const t = useText(importPreviewText);
  const label = `${title}: ${t('constant')}`;
  const give = (text: string) => {
    const given = text.trim() || null;
    if (given !== value) onGive(given);
  };
  return (
    <>
      <span title={hint ?? undefined}>{required ? `${title} *` : title}</span>
      <span className="import-choice-line">
        {values ? (
          <Select<string | null>
            size="small"
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={label}
            placeholder={t('constant')}
            value={value}
            options={values.map((each) => ({ value: each.value, label: each.title }))}
            onChange={onGive}
          />
        ) : (
          <Input
            key={value}
            size="small"
            maxLength={LONGEST}
            aria-label={label}
            placeholder={t('constant')}
            defaultValue={value ?? ''}
            onBlur={(event) => give(event.target.value)}
            onPressEnter={(event) => give(event.currentTarget.value)}
          />
        )}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={`${title}: ${t('dropConstant')}`}
          title={t('dropConstant')}
          onClick={onDrop}
        />
      </span>
    </>
  );
}
