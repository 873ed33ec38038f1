import { App } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type Bbox,
  type Call,
  cancelImport,
  commitImport,
  type ImportMapping,
  type ImportPreview,
  reviseImport,
} from '../../../../data/contract';
import { useWrite } from '../../../answers';
import { boxAround } from '../../../map/boxAround';
import { useMapHand } from '../../../map/hand';
import { useOverlay } from '../../../map/useOverlay';
import { useText } from '../../../text/i18n';
import { importPreviewText } from '../../../text/import-preview';
import { useAddress } from '../../../url';
import type { OpenImport } from '../useImport';
import { ColumnTable } from './ColumnTable';
import { CommitFoot } from './CommitFoot';
import { CrsSection } from './CrsSection';
import { drawFile } from './drawFile';
import { EncodingSection } from './EncodingSection';
import { sameMapping } from './giveColumn';
import { HowSection } from './HowSection';
import { Notes } from './Notes';
import { cornersOf } from './partsOf';
import { commitBodyOf, emptyPlan, needsOf, type Plan } from './plan';
import { RecordsSection } from './RecordsSection';
import { useRecordOnMap } from './useRecordOnMap';
import { WhatItIs } from './WhatItIs';
import './preview.css';

/** Files of so many records are read within moments. */
const SOON_READ_RECORDS = 5000;
const SETTLED_MS = 700;

interface Props {
  id: string;
  preview: ImportPreview;
  opened: OpenImport;
  /** The file is being read again under other choices; what is shown is from before. */
  again: boolean;
}

/** What the file holds, on the map and as a table, before anything is written: all there is to settle, top to bottom. */
export function Preview({ id, preview, opened, again }: Props) {
  const t = useText(importPreviewText);
  const hand = useMapHand();
  const { message } = App.useApp();
  const [{ theme }] = useAddress();
  const [mapping, setMapping] = useMapping(preview);
  const [asked, setAsked] = useState<string | null>(null);
  const [plan, setPlan] = useState<Plan>(emptyPlan);
  const [revise, commit, cancel] = [useWrite(reviseImport), useWrite(commitImport), useWrite(cancelImport)];
  const { outlines } = preview;
  const record = useRecordOnMap(outlines);
  useOverlay(
    'import',
    useMemo(() => drawFile(outlines, record.chosen, theme), [outlines, record.chosen, theme]),
  );
  const crs = asked ?? preview.crs.chosen;
  const chosenBox = preview.crs.choices.find((choice) => choice.id === crs)?.bbox ?? null;
  const place = useMemo(() => (again ? null : boxOfGood(outlines)) ?? chosenBox, [outlines, chosenBox, again]);
  useEffect(() => {
    if (place) hand.fit(place);
  }, [hand, place]);
  const settle = { onSuccess: opened.put, onError: (error: Error) => void message.error(error.message) };
  const change = (body: Call<typeof reviseImport>['body']) => {
    setAsked(body.crs ?? null);
    revise.mutate({ params: { id }, body }, settle);
  };
  const busy = again || revise.isPending;
  // What is held back depends on what means what, so a file that is soon read is read anew once that is settled.
  const unread =
    !busy && !revise.isError && preview.recordCount <= SOON_READ_RECORDS && !sameMapping(mapping, preview.mapping);
  const reread = useRef(change);
  reread.current = change;
  useEffect(() => {
    if (!unread) return;
    const settled = setTimeout(() => reread.current({ mapping }), SETTLED_MS);
    return () => clearTimeout(settled);
  }, [unread, mapping]);
  const needs = needsOf(preview, mapping, crs, plan);
  return (
    <div className="import-preview" aria-busy={busy}>
      {busy && (
        <p className="import-again" role="status">
          {t('again')}
        </p>
      )}
      <Notes preview={preview} />
      <WhatItIs
        preview={preview}
        busy={busy}
        onKind={(kind) => change({ kind })}
        onLayer={(layer) => change({ layer })}
      />
      {preview.encodings.length > 0 && (
        <EncodingSection preview={preview} busy={busy} onEncoding={(encoding) => change({ encoding })} />
      )}
      {preview.crs.needed && (
        <CrsSection crs={preview.crs} chosen={crs} busy={busy} onChoose={(next) => change({ crs: next, mapping })} />
      )}
      <ColumnTable preview={preview} mapping={mapping} onChange={setMapping} />
      <RecordsSection preview={preview} mapping={mapping} chosen={record.chosen} onChoose={record.goTo} />
      <HowSection preview={preview} plan={plan} onPlan={(part) => setPlan({ ...plan, ...part })} />
      <CommitFoot
        preview={preview}
        plan={plan}
        needs={needs}
        busy={{ again: busy || unread, commit: commit.isPending, cancel: cancel.isPending }}
        onCommit={() => commit.mutate({ params: { id }, body: commitBodyOf(preview, mapping, crs, plan) }, settle)}
        onGiveUp={() => cancel.mutate({ params: { id } }, settle)}
      />
    </div>
  );
}

/**
 * The mapping as the reader has it, kept while the file is read again by it; guessed anew when another kind, layer or
 * encoding brings other columns.
 */
function useMapping(preview: ImportPreview) {
  const guessed = JSON.stringify([preview.kind, preview.layer, preview.encoding]);
  const [held, setHeld] = useState<{ of: string; mapping: ImportMapping } | null>(null);
  const mapping = held?.of === guessed ? held.mapping : preview.mapping;
  return [mapping, (next: ImportMapping) => setHeld({ of: guessed, mapping: next })] as const;
}

/** The window of what will be accepted: one stray record must not lead the map away. */
function boxOfGood(outlines: ImportPreview['outlines']): Bbox | null {
  const good = outlines.filter((outline) => !outline.bad);
  return good.length === 0 ? null : boxAround(good.flatMap(({ geometry }) => cornersOf(geometry)));
}
