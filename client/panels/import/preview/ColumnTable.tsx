import { Select } from 'antd';
import { areaUnit, type ImportMapping, type ImportPreview } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';
import { Mark, Section } from '../../parts/Panel';
import { ConstantsTable } from './ConstantsTable';
import { fieldOf, giveColumn, missingFields } from './giveColumn';

interface Props {
  preview: ImportPreview;
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

/** Columns of the file with samples, what each means and what all records share; guesses are marked, what is needed and missing is named. */
export function ColumnTable({ preview, mapping, onChange }: Props) {
  const t = useText(importPreviewText);
  const format = useFormat();
  const missing = missingFields(preview, mapping);
  const fields = preview.fields.map(({ id, title, required, hint }) => ({
    value: id,
    label: required ? `${title} *` : title,
    ...(hint ? { title: hint } : {}),
  }));
  return (
    <Section title={t('columns')}>
      {missing.length > 0 && (
        <p className="mend" role="status">
          {t('missing', { fields: format.list(missing.map(({ title }) => title)) })}
        </p>
      )}
      {preview.columns.length === 0 && <p className="hint">{t('noColumns')}</p>}
      {preview.columns.length > 0 && (
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
                    <b>{column.name}</b>{' '}
                    {column.guess !== null && column.guess === field && <Mark>{t('guessed')}</Mark>}
                    <small title={t('filled', { filled: column.filled, count: preview.recordCount })}>
                      {column.samples.join(' · ') || '—'}
                    </small>
                  </th>
                  <td>
                    <Select<string | null>
                      size="small"
                      allowClear
                      showSearch={{ optionFilterProp: 'label' }}
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
      )}
      <ConstantsTable fields={preview.fields} mapping={mapping} onChange={onChange} />
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
