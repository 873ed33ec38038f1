import { Radio } from 'antd';
import { useState } from 'react';
import type { ImportPreview } from '../../../../data/contract';
import { usePageState } from '../../../answers';
import { useOverlay } from '../../../map/useOverlay';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';
import { useAddress } from '../../../url';
import { Mark, Section } from '../../parts/Panel';
import { ChoicePlan } from './ChoicePlan';
import { drawChoice } from './drawChoice';

interface Props {
  crs: ImportPreview['crs'];
  chosen: string | null;
  busy: boolean;
  onChoose: (crs: string) => void;
}

/** The coordinate system of the file: stated where it is certain, asked where it is not; each choice says where it falls. */
export function CrsSection({ crs, chosen, busy, onChoose }: Props) {
  const t = useText(importPreviewText);
  const [{ theme }] = useAddress();
  const extent = usePageState().data?.planningExtent;
  const [looksAt, setLooksAt] = useState<string | null>(null);
  // The frame shows what the outlines do not yet show: a choice under the pointer, or one that is being read again.
  const shown = crs.choices.find(({ id }) => id === (looksAt ?? (busy ? chosen : null)));
  useOverlay('import-choice', shown?.bbox ? drawChoice(shown.bbox, shown.title, theme) : null);
  return (
    <Section title={t('crs')} aside={crs.chosen && t('crsCertain')}>
      {crs.declared && <p className="hint">{t('crsDeclared', { declared: crs.declared })}</p>}
      {crs.choices.length === 0 && <p className="mend">{t('crsNone')}</p>}
      {crs.choices.length > 0 && !chosen && <p className="mend">{t('crsAsk')}</p>}
      <Radio.Group
        className="import-crs"
        aria-label={t('crs')}
        value={chosen}
        disabled={busy}
        onChange={(event) => onChoose(String(event.target.value))}
        onMouseLeave={() => setLooksAt(null)}
        onBlur={() => setLooksAt(null)}
      >
        {crs.choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            onMouseEnter={() => setLooksAt(choice.id === crs.chosen ? null : choice.id)}
          >
            {extent && <ChoicePlan extent={extent} bbox={choice.bbox} />}
            <span>
              {choice.title} {!choice.inExtent && <Mark tone="warn">{t('crsOutside')}</Mark>}
              <small>{choice.why}</small>
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {crs.choices.length > 1 && <p className="hint">{t('crsWhere')}</p>}
    </Section>
  );
}
