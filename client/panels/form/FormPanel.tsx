import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { type Polygon, pickParcels, readPark } from '../../../data/contract';
import { useAnswer, useWrite } from '../../answers';
import { useKey } from '../../keys/useKey';
import { boxOfBoxes } from '../../map/boxAround';
import { useGoThere } from '../../map/useGoThere';
import { useOverlay } from '../../map/useOverlay';
import { formText } from '../../text/form';
import { useText } from '../../text/i18n';
import { go, useAddress } from '../../url';
import { JoinSection } from '../join/JoinSection';
import { Failed } from '../parts/Asking';
import { Panel } from '../parts/Panel';
import { drawPicks } from './drawPicks';
import { FormProblems } from './FormProblems';
import { LeaveForm } from './LeaveForm';
import { LiveVerdict } from './LiveVerdict';
import { PasteNumbers } from './PasteNumbers';
import { PickedList } from './PickedList';
import { SaveDraft } from './SaveDraft';
import { Tools } from './Tools';
import { usePickedParcels } from './usePickedParcels';
import { usePicks } from './usePicks';
import { useTool } from './useTool';
import '../parts/lines.css';
import './form.css';

/** Forming a park: pick on the map or by number, read the finding as it comes, save a draft. `-` is a new park. */
export function FormPanel({ id }: { id: string }) {
  const t = useText(formText);
  const { message } = App.useApp();
  const [{ line }] = useAddress();
  const picks = usePicks();
  const [pastes, setPastes] = useState(false);
  const [leaves, setLeaves] = useState(false);
  const changed = useAnswer(readPark, { params: { id }, query: {} }, { enabled: id !== '-' });
  const draft = changed.data ?? null;
  const { parcels, living, verdict, rests, listed } = usePickedParcels(picks.picks);
  const pick = useWrite(pickParcels).mutateAsync;
  const { add } = picks;
  const pickWithin = useCallback(
    (within: Polygon) =>
      void pick({ body: { within } }).then(
        (found) => {
          if (found.tooMany) message.warning(t('tooMany'));
          else if (found.parcels.length === 0) message.info(t('nothingInside'));
          add(found.parcels.map((parcel) => parcel.id));
        },
        (error: Error) => message.error(error.message),
      ),
    [pick, add, message, t],
  );
  const hand = useTool(line === 'draw' ? 'draw' : 'pick', { onPick: picks.toggle, onOutline: pickWithin });
  useKey('undo', picks.undo);
  useKey('redo', picks.redo);
  const picked = useMemo(() => {
    const wanted = new Set(picks.picks);
    return (parcels.data?.parcels ?? []).filter((parcel) => wanted.has(parcel.id));
  }, [parcels.data, picks.picks]);
  useGoThere(useMemo(() => boxOfBoxes(picked.map((parcel) => parcel.bbox)), [picked]) ?? undefined);
  const gone = goneOf(picks.picks, parcels.data?.unknown);
  const judged = picked.length > 0 ? verdict.data : undefined;
  useOverlay(
    'form',
    useMemo(() => drawPicks(picked, judged), [picked, judged]),
  );
  const leave = () => (picks.picks.length > 0 ? setLeaves(true) : go({ selection: null }));
  if (changed.error) return <Failed error={changed.error} id={id} onRetry={() => void changed.refetch()} />;
  return (
    <Panel kicker={t('kicker')} title={draft ? t('changing', { name: draft.name }) : t('title')} onClose={leave}>
      {picks.picks.length === 0 && <p className="hint">{t('intro')}</p>}
      <Tools hand={hand} onPaste={() => setPastes(true)} />
      <PickedList picks={picks} parcels={picked} gone={gone} listed={listed} own={draft?.id ?? null} />
      <LiveVerdict result={verdict} verdict={judged} rests={rests} />
      {judged && <FormProblems verdict={judged} painted={line !== 'join'} onTakeIn={(parcel) => add([parcel])} />}
      {picked.length > 0 && (
        <JoinSection of={{ parcels: living }} verdict={rests ? judged : undefined} takes="toPicks" onTake={add} />
      )}
      <SaveDraft
        picks={picks.picks.filter((pick) => !gone.includes(pick))}
        draft={draft}
        onSaved={(park) => go({ selection: { kind: 'park', id: park }, picks: [] }, { replace: true })}
      />
      {pastes && <PasteNumbers onAdd={add} onDone={() => setPastes(false)} />}
      {leaves && <LeaveForm count={picks.picks.length} onStay={() => setLeaves(false)} />}
    </Panel>
  );
}

const goneOf = (picks: readonly string[], unknown: readonly string[] = []): readonly string[] =>
  unknown.filter((id) => picks.includes(id));
