import { Select } from 'antd';
import type { ImportPreview } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importMendText } from '../../../text/import-mend';
import { importPreviewText } from '../../../text/import-preview';

interface Props {
  preview: ImportPreview | null;
  value: string | null;
  onChange: (crs: string) => void;
}

/** The coordinate systems in which the coordinates of a record may be read again; those that the file was not read in. */
export function MendCrs({ preview, value, onChange }: Props) {
  const t = useText(importMendText);
  const say = useText(importPreviewText);
  const choices = preview?.crs.choices ?? [];
  if (choices.length === 0) return <p className="hint">{say('crsNone')}</p>;
  return (
    <Select<string>
      className="import-replaces"
      aria-label={t('crsChoose')}
      placeholder={t('crsChoose')}
      value={value}
      options={choices.map(({ id, title, inExtent }) => ({
        value: id,
        label: inExtent ? title : `${title} · ${say('crsOutside')}`,
      }))}
      onChange={onChange}
    />
  );
}
