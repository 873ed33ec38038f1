import { App, Button } from 'antd';
import { useState } from 'react';
import { type EventRow, leftoverKind, listEvents, undoEvent } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useAnswer, useWrite } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { lastStep, type Standing, standingOf } from '../history/standing';
import { Mark } from '../parts/Panel';
import { eventsOf } from './eventsOf';

interface Props {
  park: string;
  /** The number of the plot. */
  number: string;
}

const MOST_EVENTS = 200;

/** Every ruling on a plot and every taking back, newest first; the newest step can be undone or redone. Folded until it is asked for. */
export function RulingHistory({ park, number }: Props) {
  const t = useText(rulingsText);
  const { message } = App.useApp();
  const answer = useAnswer(
    listEvents,
    { query: { kind: 'park', id: park, limit: MOST_EVENTS } },
    { layers: ['rulings'], keep: true },
  );
  const events = eventsOf(answer.data?.rows ?? [], number);
  const undo = useWrite(undoEvent);
  const [open, setOpen] = useState(false);
  if (events.length === 0) return null;
  const standing = standingOf(events);
  const steps = [lastStep(events, 'undo')?.id, lastStep(events, 'redo')?.id];
  const take = (row: EventRow) =>
    undo.mutate(
      { params: { id: row.id }, body: {} },
      {
        onSuccess: () => void message.success(t(standing.get(row.id)?.role === 'undo' ? 'redoDone' : 'undoDone')),
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <details className="ruling-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('history')} <small>{events.length}</small>
      </summary>
      {open && (
        <ol className="plain">
          {events.map((row) => (
            <HistoryLine
              key={row.id}
              row={row}
              standing={standing.get(row.id)}
              busy={undo.isPending}
              {...(steps.includes(row.id) ? { onTake: () => take(row) } : {})}
            />
          ))}
        </ol>
      )}
    </details>
  );
}

interface LineProps {
  row: EventRow;
  standing: Standing | undefined;
  busy: boolean;
  /** Given for the step that can be taken back next. */
  onTake?: () => void;
}

function HistoryLine({ row, standing, busy, onTake }: LineProps) {
  const t = useText(rulingsText);
  const format = useFormat();
  const role = standing?.role ?? 'write';
  const decided = useDecided();
  const verb = row.verb === 'make-ruling' ? decided(row) : t('withdrawEvent');
  return (
    <li data-undone={!standing?.holds}>
      <span>
        {role === 'write' ? verb : `${t(role === 'undo' ? 'undoEvent' : 'redoEvent')} · ${verb}`}{' '}
        {!standing?.holds && <Mark>{t('undone')}</Mark>}
      </span>
      {onTake && (
        <Button size="small" disabled={busy} onClick={onTake}>
          {t(role === 'undo' ? 'redo' : 'undo')}
        </Button>
      )}
      <small>
        {t('by', { actor: row.actor, at: format.time(row.at) })}
        {row.reason && ` · ${t('reasonLine', { reason: row.reason })}`}
      </small>
    </li>
  );
}

/** What a ruling decided, by the plain facts of its event. */
function useDecided(): (row: EventRow) => string {
  const t = useText(rulingsText);
  const { name } = useFormat();
  return ({ facts }) => {
    const kind = leftoverKind.safeParse(facts.class);
    if (kind.success) return t('claimKind', { kind: name(leftoverWords[kind.data]) });
    return t(facts.decision === 'reject' ? 'claimReject' : 'agreedEvent');
  };
}
