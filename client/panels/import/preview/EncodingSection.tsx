import { Segmented, Select } from 'antd';
import type { ImportPreview } from '../../../../data/contract';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';
import { Section } from '../../parts/Panel';
import { sampleWords } from './sampleWords';

/** Few enough to stand side by side. */
const SIDE_BY_SIDE = 3;

interface Props {
  preview: ImportPreview;
  busy: boolean;
  onEncoding: (encoding: string) => void;
}

/** The encoding of the file with a switch, and words of it that show whether it is right. */
export function EncodingSection({ preview, busy, onEncoding }: Props) {
  const t = useText(importPreviewText);
  const { encoding, encodings, encodingWhy } = preview;
  const words = sampleWords(preview);
  const options = encodings.map((value) => ({ value, label: value.toUpperCase() }));
  return (
    <Section title={t('encoding')} aside={encodingWhy}>
      {encodings.length <= SIDE_BY_SIDE ? (
        <Segmented
          aria-label={t('encoding')}
          value={encoding ?? ''}
          disabled={busy}
          options={options}
          onChange={onEncoding}
        />
      ) : (
        <Select aria-label={t('encoding')} value={encoding} disabled={busy} options={options} onChange={onEncoding} />
      )}
      <p className="hint">{t(words.length > 0 ? 'sampleHint' : 'sampleNone')}</p>
      {words.length > 0 && (
        <p className="import-sample" role="note" aria-label={t('sample')}>
          {words.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      )}
    </Section>
  );
}
