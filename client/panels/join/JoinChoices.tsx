import { Segmented } from 'antd';
import { type ReactNode, useId } from 'react';
import { readingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { go, useAddress } from '../../url';

const WEIGHTS = ['area', 'count', 'price'] as const;
const AMONG = ['free', 'leftover'] as const;
const READINGS = ['strict', 'normal', 'loose'] as const;

/** What is least, among which plots, and under which reading; all three live in the address. */
export function JoinChoices() {
  const t = useText(joinText);
  const format = useFormat();
  const [{ weigh, among, reading }] = useAddress();
  return (
    <div className="join-choices">
      <Choice label={t('weigh')}>
        <Segmented
          size="small"
          value={weigh}
          options={WEIGHTS.map((value) => ({ value, label: t(value) }))}
          onChange={(next) => go({ weigh: next }, { replace: true })}
        />
      </Choice>
      <Choice label={t('among')}>
        <Segmented
          size="small"
          value={among}
          options={AMONG.map((value) => ({ value, label: t(value) }))}
          onChange={(next) => go({ among: next }, { replace: true })}
        />
      </Choice>
      <Choice label={t('reading')}>
        <Segmented
          size="small"
          value={reading}
          options={READINGS.map((value) => ({ value, label: format.name(readingWords[value]) }))}
          onChange={(next) => go({ reading: next }, { replace: true })}
        />
      </Choice>
    </div>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className="join-choice" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {children}
    </fieldset>
  );
}
