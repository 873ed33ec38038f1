import { Alert, Button } from 'antd';
import { useRef } from 'react';
import type { ImportPreview, ImportState } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { importKindsText } from '../../text/import-kinds';
import { go, useAddress } from '../../url';
import { Asking, Failed } from '../parts/Asking';
import { Panel } from '../parts/Panel';
import { Ended } from './Ended';
import { readHeldLine } from './mend/heldLine';
import { NextWaiting } from './NextWaiting';
import { PhaseMark } from './PhaseMark';
import { Preview } from './preview/Preview';
import { Running } from './Running';
import { Report } from './report/Report';
import { StartImport } from './start/StartImport';
import { type OpenImport, useImport } from './useImport';
import '../parts/lines.css';
import './import.css';

/** Importing data: `new` is the empty import, anything else the id of one; it survives a reload. */
export function ImportPanel({ id }: { id: string }) {
  const t = useText(importText);
  if (id !== 'new') return <OneImport key={id} id={id} />;
  return (
    <Panel title={t('title')} onClose={() => go({ selection: null })}>
      <StartImport />
    </Panel>
  );
}

function OneImport({ id }: { id: string }) {
  const opened = useImport(id);
  const { data, error } = opened.result;
  // Somebody removed it while this page looked on: what is shown would never change again.
  if (data && error?.status === 404) return <Failed error={error} id={id} />;
  return (
    <Asking result={opened.result} id={id}>
      {(state) => <Standing id={id} state={state} opened={opened} />}
    </Asking>
  );
}

function Standing({ id, state, opened }: { id: string; state: ImportState; opened: OpenImport }) {
  const t = useText(importText);
  const say = useText(importKindsText);
  const [{ line }] = useAddress();
  const mends = readHeldLine(line).record !== null;
  // Written while this page looked on: then the map goes there; a link to an old report leaves it alone.
  const wrote = useRef(false);
  if (state.phase === 'writing') wrote.current = true;
  // While a file is read again under another choice, what was read before stays in sight.
  const before = useRef<ImportPreview | null>(null);
  if (state.preview) before.current = state.preview;
  const again = state.phase === 'reading' && before.current !== null;
  const preview = state.phase === 'ready' ? state.preview : again ? before.current : null;
  return (
    <Panel
      kicker={state.kind ? `${t('kicker')} · ${say(state.kind)}` : t('kicker')}
      title={state.fileName}
      marks={<PhaseMark of={state} />}
      onClose={() => go({ selection: null })}
    >
      {opened.result.error && (
        <Alert
          type="warning"
          showIcon
          className="import-alert"
          title={t('lost')}
          action={
            <Button size="small" onClick={() => void opened.result.refetch()}>
              {t('lookAgain')}
            </Button>
          }
        />
      )}
      {(state.phase === 'done' || state.phase === 'failed' || state.phase === 'cancelled') && !mends && (
        <NextWaiting after={id} />
      )}
      {(state.phase === 'writing' || (state.phase === 'reading' && !again)) && (
        <Running state={state} onStopped={opened.put} />
      )}
      {preview && <Preview id={id} preview={preview} opened={opened} again={again} />}
      {state.phase === 'done' && state.report && (
        <Report id={id} state={state} report={state.report} opened={opened} fresh={wrote.current} />
      )}
      {(state.phase === 'failed' || state.phase === 'cancelled') && <Ended id={id} state={state} opened={opened} />}
    </Panel>
  );
}
