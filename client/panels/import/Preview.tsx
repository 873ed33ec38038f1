import { Alert, App, Button, Input, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import {
  type Bbox,
  cancelImport,
  commitImport,
  type ImportMapping,
  type ImportPreview,
  reviseImport,
} from '../../../data/contract';
import { useWrite } from '../../answers';
import { boxAround } from '../../map/boxAround';
import { useMapHand } from '../../map/hand';
import { useOverlay } from '../../map/useOverlay';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { polygonsOf } from '../park/pieceOf';
import { Facts } from '../parts/Figure';
import { Section } from '../parts/Panel';
import { ColumnTable } from './ColumnTable';
import { CrsChoice } from './CrsChoice';
import { drawOutlines } from './drawOutlines';
import type { OpenImport } from './useImport';
import { writeBytes } from './writeBytes';

/** The server thins the outlines of larger files. */
const WHOLE_RECORDS = 5000;

interface Props {
  id: string;
  preview: ImportPreview;
  opened: OpenImport;
}

/** What the file holds, on the map and as a table, before anything is written: encoding, CRS and columns to settle. */
export function Preview({ id, preview, opened }: Props) {
  const t = useText(importText);
  const hand = useMapHand();
  const { message } = App.useApp();
  const [mapping, setMapping] = useState<ImportMapping>(preview.mapping);
  const [crs, setCrs] = useState(preview.crs.chosen);
  const [reason, setReason] = useState('');
  const revise = useWrite(reviseImport);
  const commit = useWrite(commitImport);
  const cancel = useWrite(cancelImport);
  useOverlay(
    'import',
    useMemo(() => drawOutlines(preview.outlines), [preview.outlines]),
  );
  const chosen = preview.crs.choices.find((choice) => choice.id === crs);
  const place = useMemo(() => boxOfGood(preview.outlines) ?? chosen?.bbox ?? null, [preview.outlines, chosen]);
  useEffect(() => {
    if (place) hand.fit(place);
  }, [hand, place]);
  const settle = { onSuccess: opened.put, onError: (error: Error) => void message.error(error.message) };
  const change = (body: { encoding: string } | { crs: string; mapping: ImportMapping }) =>
    revise.mutate({ params: { id }, body }, settle);
  const chooseCrs = (next: string) => {
    setCrs(next);
    change({ crs: next, mapping });
  };
  const write = () =>
    crs && commit.mutate({ params: { id }, body: { crs, mapping, ...(reason ? { reason } : {}) } }, settle);
  const bad = preview.outlines.filter((outline) => outline.bad).length;
  // An outline for every record, or few enough to be drawn whole: then what will be held back is known before writing.
  const whole = preview.outlines.length === preview.recordCount || preview.recordCount <= WHOLE_RECORDS;
  const held = whole ? bad + preview.recordCount - preview.outlines.length : bad;
  return (
    <>
      <Facts
        rows={[
          [t('recordsLabel'), t('records', { count: preview.recordCount })],
          [t('format'), t(preview.format)],
          [t('size'), writeBytes(preview.byteLength)],
          ['SHA-256', <code key="hash">{preview.sha256.slice(0, 16)}…</code>],
        ]}
      />
      <p className="hint">
        {t('outlines', { shown: preview.outlines.length, of: preview.outlinesOf })}
        {bad > 0 && ` · ${t('badOutlines', { count: bad })}`} · {t('notYet')}
      </p>
      {held > 0 && (
        <p className="mend">{t(whole ? 'willHold' : 'willHoldLeast', { write: preview.recordCount - held, held })}</p>
      )}
      {preview.warnings.map((warning) => (
        <Alert key={warning.code} type="warning" showIcon title={warning.message} className="import-alert" />
      ))}
      {preview.encodings.length > 0 && (
        <Section title={t('encoding')}>
          <Select
            aria-label={t('encoding')}
            value={preview.encoding}
            loading={revise.isPending}
            options={preview.encodings.map((value) => ({ value, label: value }))}
            onChange={(encoding) => change({ encoding })}
          />
          {preview.encodingWhy && <p className="hint">{preview.encodingWhy}</p>}
        </Section>
      )}
      <CrsChoice crs={preview.crs} chosen={crs} busy={revise.isPending} onChoose={chooseCrs} />
      <ColumnTable preview={preview} mapping={mapping} onChange={setMapping} />
      <Section title={t('reason')}>
        <Input
          maxLength={500}
          aria-label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Section>
      <div className="import-foot">
        <Button type="primary" disabled={!crs} loading={commit.isPending} onClick={write}>
          {crs ? t('commit', { count: preview.recordCount - held }) : t('commitNeedsCrs')}
        </Button>
        <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params: { id } }, settle)}>
          {t('giveUp')}
        </Button>
      </div>
    </>
  );
}

/** The window of what will be accepted: one stray record must not lead the map away. */
function boxOfGood(outlines: ImportPreview['outlines']): Bbox | null {
  const good = outlines.filter((outline) => !outline.bad);
  return good.length === 0 ? null : boxAround(good.flatMap(({ geometry }) => polygonsOf(geometry).flat(2)));
}
