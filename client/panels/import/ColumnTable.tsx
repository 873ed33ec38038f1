import { Select } from 'antd';
import {
  areaUnit,
  type ImportMapping,
  type ImportPreview,
  type ParcelField,
  parcelField,
} from '../../../data/contract';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { Mark, Section } from '../parts/Panel';
import { fieldOf, giveColumn } from './giveColumn';

interface Props {
  preview: ImportPreview;
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

/** Columns of the file with samples, and what each means; guesses are marked as such. */
export function ColumnTable({ preview, mapping, onChange }: Props) {
  const t = useText(importText);
  const fields = parcelField.options.map((value) => ({ value, label: t(`field_${value}`) }));
  return (
    <Section title={t('columns')}>
      <table className="params import-columns">
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('means')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column) => {
            const field = fieldOf(mapping, column.name);
            return (
              <tr key={column.name}>
                <th scope="row">
                  <b>{column.name}</b> {column.guess !== null && column.guess === field && <Mark>{t('guessed')}</Mark>}
                  <small title={t('filled', { filled: column.filled, count: preview.recordCount })}>
                    {column.samples.join(' · ') || '—'}
                  </small>
                </th>
                <td>
                  <Select<ParcelField | null>
                    size="small"
                    allowClear
                    aria-label={`${column.name}: ${t('means')}`}
                    placeholder={t('ignore')}
                    value={field}
                    options={fields}
                    popupMatchSelectWidth={false}
                    onChange={(next) => onChange(giveColumn(mapping, column.name, next ?? null))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {mapping.columns.area !== undefined && (
        <div className="row">
          {t('areaUnit')}
          <Select
            size="small"
            aria-label={t('areaUnit')}
            value={mapping.areaUnit}
            options={areaUnit.options.map((value) => ({ value, label: t(value) }))}
            onChange={(unit) => onChange({ ...mapping, areaUnit: unit })}
          />
        </div>
      )}
    </Section>
  );
}
