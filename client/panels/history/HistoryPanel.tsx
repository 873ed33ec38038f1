import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type Answer, type EventRow, listEvents, undoEvent } from '../../../data/contract';
import { usePageState, useWrite } from '../../answers';
import { type ApiError, call } from '../../api';
import { useKey } from '../../keys/useKey';
import { useFormat } from '../../text/format';
import { historyText } from '../../text/history';
import { useLanguage, useText } from '../../text/i18n';
import { go } from '../../url';
import { Failed } from '../parts/Asking';
import { Empty, Mark, Panel } from '../parts/Panel';
import { lastStep, type Standing, standingOf } from './standing';
import { useFacts } from './useFacts';
import '../parts/lines.css';
import './history.css';

const PAGE_ROWS = 50;

/** Every write, newest first: who, when, why; each can be taken back, and taking back a taking back is redoing. */
export function HistoryPanel() {
  const t = useText(historyText);
  const { message } = App.useApp();
  const events = useEvents();
  const rows = events.data?.pages.flatMap((page) => page.rows) ?? [];
  const standing = standingOf(rows);
  const undo = useWrite(undoEvent);
  const take = (row: EventRow | null): boolean => {
    if (!row || undo.isPending) return false;
    undo.mutate(
      { params: { id: row.id }, body: {} },
      {
        onSuccess: () => {
          message.success(t(standing.get(row.id)?.role === 'undo' ? 'redoDone' : 'undoDone'));
          void events.refetch();
        },
        onError: (error) => message.error(error.message),
      },
    );
    return true;
  };
  useKey('undo', () => take(lastStep(rows, 'undo')));
  useKey('redo', () => take(lastStep(rows, 'redo')));
  return (
    <Panel title={t('title')} onClose={() => go({ selection: null })}>
      <p className="hint">{t('intro')}</p>
      {events.error && <Failed error={events.error as ApiError} onRetry={() => void events.refetch()} />}
      {events.data && rows.length === 0 && <Empty>{t('empty')}</Empty>}
      <ol className="history">
        {rows.map((row) => (
          <EventLine
            key={row.id}
            row={row}
            standing={standing.get(row.id)}
            busy={undo.isPending}
            onTake={() => take(row)}
          />
        ))}
      </ol>
      {events.hasNextPage && (
        <Button block loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </Panel>
  );
}

interface LineProps {
  row: EventRow;
  standing: Standing | undefined;
  busy: boolean;
  onTake: () => void;
}

function EventLine({ row, standing, busy, onTake }: LineProps) {
  const t = useText(historyText);
  const format = useFormat();
  const opens = OPENED.find((kind) => kind === row.subject.kind);
  const name = row.facts.scope === 'city' ? t('wholeCity') : (row.subject.name ?? row.subject.id);
  const role = standing?.role ?? 'write';
  const facts = useFacts()(row.facts);
  return (
    <li data-undone={!standing?.holds}>
      <b>{role === 'write' ? verbOf() : `${t(role)} · ${verbOf()}`}</b>
      <span>
        {row.undoneBy === null && row.blocked === null && (
          <Button size="small" disabled={busy} onClick={onTake}>
            {t(role === 'undo' ? 'redo' : 'undo')}
          </Button>
        )}
        {!standing?.holds && <Mark>{t('undone')}</Mark>}
      </span>
      <span className="links">
        {opens ? (
          <button type="button" onClick={() => go({ selection: { kind: opens, id: row.subject.id } })}>
            {name}
          </button>
        ) : (
          name
        )}
      </span>
      <small>
        {row.actor} · {format.time(row.at)}
        {facts && ` · ${facts}`}
        {row.reason && ` · ${t('reason', { reason: row.reason })}`}
      </small>
      {row.blocked !== null && (
        <details>
          <summary>{t('blocked')}</summary>
          <small>{row.blocked}</small>
        </details>
      )}
    </li>
  );

  function verbOf(): string {
    return isKnown(row.verb) ? t(row.verb) : t('otherVerb', { verb: row.verb });
  }
}

/** Subjects that have a panel of their own. */
const OPENED = ['park', 'import', 'run'] as const;
const KNOWN = [
  'create-park',
  'change-park',
  'remove-park',
  'restore-park',
  'commit-import',
  'withdraw-import',
  'mend-import',
  'unmend-import',
  'make-ruling',
  'withdraw-ruling',
  'restore-ruling',
  'order-run',
  'cancel-run',
  'resume-run',
  'save-draft-ruleset',
  'remove-draft-ruleset',
  'restore-draft-ruleset',
] as const;
const isKnown = (verb: string): verb is (typeof KNOWN)[number] => KNOWN.some((known) => known === verb);

function useEvents() {
  const language = useLanguage();
  const versions = usePageState().data?.versions;
  return useInfiniteQuery({
    queryKey: ['events', language, versions?.parks ?? 0, versions?.parcels ?? 0],
    queryFn: ({ pageParam, signal }) =>
      call(listEvents, { query: { limit: PAGE_ROWS, ...(pageParam ? { before: pageParam } : {}) } }, signal),
    initialPageParam: '',
    // Not every write turns a layer of the map, so that whoever comes to look is told anew.
    refetchOnMount: 'always',
    getNextPageParam: (last: Answer<typeof listEvents>) =>
      last.rows.length < PAGE_ROWS ? undefined : last.rows.at(-1)?.id,
  });
}
