import { Button } from 'antd';
import { useRef } from 'react';
import type { ImportState } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { go } from '../../url';
import { Asking } from '../parts/Asking';
import { Mark, Panel } from '../parts/Panel';
import { Preview } from './Preview';
import { Report } from './Report';
import { Running } from './Running';
import { StartImport } from './StartImport';
import { useImport } from './useImport';
import '../parts/lines.css';
import './import.css';

/** Importing parcels: `new` is the empty import, anything else the id of one; it survives a reload. */
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
  const t = useText(importText);
  const opened = useImport(id);
  // Written while this page looked on: then the map goes there; a link to an old report leaves it alone.
  const wrote = useRef(false);
  if (opened.result.data?.phase === 'writing') wrote.current = true;
  return (
    <Asking result={opened.result} id={id}>
      {(state) => (
        <Panel
          kicker={t('kicker')}
          title={state.fileName}
          marks={<Mark>{t(state.report?.undone ? 'phase_undone' : `phase_${state.phase}`)}</Mark>}
          onClose={() => go({ selection: null })}
        >
          {(state.phase === 'reading' || state.phase === 'writing') && <Running state={state} onStopped={opened.put} />}
          {state.phase === 'ready' && state.preview && (
            <Preview key={state.preview.sha256} id={id} preview={state.preview} opened={opened} />
          )}
          {state.phase === 'done' && state.report && (
            <Report id={id} report={state.report} opened={opened} fresh={wrote.current} />
          )}
          {(state.phase === 'failed' || state.phase === 'cancelled') && <Ended state={state} />}
        </Panel>
      )}
    </Asking>
  );
}

/** An import that came to nothing: what was wrong, what to do, and the way to the next. */
function Ended({ state: { error, phase } }: { state: ImportState }) {
  const t = useText(importText);
  return (
    <div className="import-ended" role="alert">
      <h2>{t(phase === 'failed' ? 'failed' : 'title')}</h2>
      <p>{error?.message ?? t('cancelled')}</p>
      {error && (
        <p>
          <b>{t('remedyLabel')}</b> {error.remedy}
        </p>
      )}
      <Button type="primary" onClick={() => go({ selection: { kind: 'import', id: 'new' } })}>
        {t('another')}
      </Button>
    </div>
  );
}
