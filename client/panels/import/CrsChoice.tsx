import { Radio } from 'antd';
import type { ImportPreview } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { Mark, Section } from '../parts/Panel';

interface Props {
  crs: ImportPreview['crs'];
  chosen: string | null;
  busy: boolean;
  onChoose: (crs: string) => void;
}

/** The CRS of the file: stated where it is certain, asked where it is not; each choice moves the outlines on the map. */
export function CrsChoice({ crs, chosen, busy, onChoose }: Props) {
  const t = useText(importText);
  return (
    <Section title={t('crs')} aside={crs.chosen && t('crsCertain')}>
      {crs.declared && <p className="hint">{t('crsDeclared', { declared: crs.declared })}</p>}
      {!crs.chosen && <p className="mend">{t('crsAsk')}</p>}
      <Radio.Group
        className="import-crs"
        aria-label={t('crs')}
        value={chosen}
        disabled={busy}
        onChange={(event) => onChoose(String(event.target.value))}
      >
        {crs.choices.map((choice) => (
          <Radio key={choice.id} value={choice.id}>
            {choice.title} {!choice.inExtent && <Mark tone="warn">{t('crsOutside')}</Mark>}
            <small>{choice.why}</small>
          </Radio>
        ))}
      </Radio.Group>
    </Section>
  );
}
