import { App, Button } from 'antd';
import { type EventRow, listEvents, undoEvent } from '../../../data/contract';
import { useAnswer, useWrite } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { type Standing, standingOf } from '../history/standing';
import { Mark } from '../parts/Panel';

interface Props {
  park: string;
  parcel: string;
}

/** Every ruling on a plot and every taking back, newest first; each can be undone. Folded until it is asked for. */
export function RulingHistory({ park, parcel }: Props) {
  const t = useText(rulingsText);
  const { message } = App.useApp();
  const events = useAnswer(
    listEvents,
    { query: { kind: 'plot', id: `${park}/${parcel}`, limit: 50 } },
    { layers: ['leftover'], keep: true },
  ).data?.rows;
  const undo = useWrite(undoEvent);
  if (!events || events.length === 0) return null;
  const standing = standingOf(events);
  const take = (row: EventRow) =>
    undo.mutate(
      { params: { id: row.id }, body: {} },
      {
        onSuccess: () => void message.success(t(standing.get(row.id)?.role === 'undo' ? 'redoDone' : 'undoDone')),
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <details className="ruling-history">
      <summary>
        {t('history')} <small>{events.length}</small>
      </summary>
      <ol className="plain">
        {events.map((row) => (
          <HistoryLine
            key={row.id}
            row={row}
            standing={standing.get(row.id)}
            busy={undo.isPending}
            onTake={() => take(row)}
          />
        ))}
      </ol>
    </details>
  );
}

interface LineProps {
  row: EventRow;
  standing: Standing | undefined;
  busy: boolean;
  onTake: () => void;
}

function HistoryLine({ row, standing, busy, onTake }: LineProps) {
  const t = useText(rulingsText);
  const format = useFormat();
  const role = standing?.role ?? 'write';
  const verb = t(row.verb.startsWith('withdraw') ? 'withdrawEvent' : 'ruledEvent');
  return (
    <li data-undone={!standing?.holds}>
      <span>
        {role === 'write' ? verb : `${t(role === 'undo' ? 'undoEvent' : 'redoEvent')} · ${verb}`}{' '}
        {!standing?.holds && <Mark>{t('undone')}</Mark>}
      </span>
      {row.undoneBy === null && (
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
