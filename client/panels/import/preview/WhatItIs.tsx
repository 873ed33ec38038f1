import { Select } from 'antd';
import type { ImportKind, ImportPreview } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importKindsText } from '../../../text/import-kinds';
import { importPreviewText } from '../../../text/import-preview';
import { Facts } from '../../parts/Figure';
import { Mark, Section } from '../../parts/Panel';
import { writeBytes } from '../writeBytes';

interface Props {
  preview: ImportPreview;
  busy: boolean;
  onKind: (kind: ImportKind) => void;
  onLayer: (layer: string) => void;
}

/** What the file holds: its kind (guessed until chosen), the layer or sheet that is read, and how much there is. */
export function WhatItIs({ preview, busy, onKind, onLayer }: Props) {
  const t = useText(importPreviewText);
  const say = useText(importKindsText);
  const format = useFormat();
  const { kind, kindGuess, kinds, layers, layer, outlines, outlinesOf } = preview;
  const bad = outlines.filter((outline) => outline.bad).length;
  const sheet = preview.format === 'xlsx';
  return (
    <Section title={t('what')} aside={t('notYet')}>
      <div className="import-fields">
        <span>{t('kind')}</span>
        <span className="import-choice-line">
          <Select<ImportKind>
            aria-label={t('kind')}
            value={kind}
            disabled={busy}
            popupMatchSelectWidth={false}
            options={kinds.map((value) => ({ value, label: say(value) }))}
            onChange={onKind}
          />
          {kind === kindGuess && <Mark>{t('guessed')}</Mark>}
        </span>
        {layers.length > 1 && (
          <>
            <span>{t(sheet ? 'sheet' : 'layer')}</span>
            <Select<string>
              aria-label={t(sheet ? 'sheet' : 'layer')}
              value={layer}
              disabled={busy}
              showSearch
              popupMatchSelectWidth={false}
              options={layers.map(({ name, records, shape }) => ({
                value: name,
                label: [
                  name,
                  shape === 'none' ? null : say(`shape_${shape}`),
                  records === null ? null : t('layerCount', { count: format.number(records) }),
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
              onChange={onLayer}
            />
          </>
        )}
      </div>
      <Facts
        rows={[
          [t('recordsLabel'), t('records', { count: preview.recordCount })],
          [t('format'), `${say(preview.format)} · ${writeBytes(preview.byteLength)}`],
          ['SHA-256', <code key="hash">{preview.sha256.slice(0, 16)}…</code>],
        ]}
      />
      {outlinesOf > 0 && (
        <p className="hint">
          {t('outlines', { shown: outlines.length, of: outlinesOf })}
          {bad > 0 && <span className="import-bad"> · {t('badOutlines', { count: bad })}</span>}
        </p>
      )}
    </Section>
  );
}
