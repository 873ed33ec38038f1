import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Answer, listRunChanges, listRuns, type Run, readRun } from '../../../data/contract';
import { type ApiError, call } from '../../api';
import { useLanguage } from '../../text/i18n';

/** Under this key everything about searches is kept; when one ends, all of it is asked anew. */
export const runsKey = ['runs'] as const;
const activeKey = [...runsKey, 'active'] as const;
const oneKey = (id: string, language: string) => [...runsKey, 'one', id, language] as const;

type Runs = Answer<typeof listRuns>;
const PAGE_ROWS = 200;
const HISTORY_ROWS = 20;
const LOOK_EVERY_MS = 1_000;
const REST_EVERY_MS = 15_000;

/** Whether a search still has something to do. */
export const isUnderWay = ({ phase }: Pick<Run, 'phase'>): boolean => phase === 'waiting' || phase === 'running';

/** The searches under way once the news of one has come: it takes its place, joins them, or leaves them when it ended. */
export function withRun(rows: readonly Run[], news: Run): Run[] {
  if (!isUnderWay(news)) return rows.filter((run) => run.id !== news.id);
  return rows.some((run) => run.id === news.id)
    ? rows.map((run) => (run.id === news.id ? news : run))
    : [news, ...rows];
}

/** The searches under way, whoever began them and whatever process runs them: they live in the database. */
export function useRunsUnderWay(): readonly Run[] {
  const { data } = useQuery<Runs, ApiError>({
    queryKey: [...activeKey, useLanguage()],
    queryFn: ({ signal }) => call(listRuns, { query: { active: 'true' } }, signal),
    refetchInterval: (query) => (query.state.data?.rows.some(isUnderWay) ? LOOK_EVERY_MS : REST_EVERY_MS),
  });
  return data?.rows ?? [];
}

/** Puts the news of a search among those under way at once, and on its own card, which so shows without being asked for. */
export function useTakeRun(): (news: Run) => void {
  const client = useQueryClient();
  const language = useLanguage();
  return useCallback(
    (news) => {
      client.setQueriesData<Runs>({ queryKey: activeKey }, (now) => ({ rows: withRun(now?.rows ?? [], news) }));
      client.setQueryData<Run>(oneKey(news.id, language), news);
    },
    [client, language],
  );
}

/** The newest searches of a scope, or of all scopes. */
export function useRunHistory(scope?: string, limit = HISTORY_ROWS) {
  const language = useLanguage();
  return useQuery<Runs, ApiError>({
    queryKey: [...runsKey, 'history', scope ?? '', limit, language],
    queryFn: ({ signal }) => call(listRuns, { query: { limit, ...(scope ? { scope } : {}) } }, signal),
    placeholderData: keepPreviousData,
  });
}

/** One search by its id. */
export function useRun(id: string) {
  const language = useLanguage();
  return useQuery<Run, ApiError>({
    queryKey: oneKey(id, language),
    queryFn: ({ signal }) => call(readRun, { params: { id } }, signal),
  });
}

/** What a search found otherwise than the one before, a page at a time. */
export function useRunChanges(id: string, enabled: boolean) {
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: [...runsKey, 'changes', id, language],
    queryFn: ({ pageParam, signal }) =>
      call(listRunChanges, { params: { id }, query: { limit: PAGE_ROWS, offset: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last: Answer<typeof listRunChanges>, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
    enabled,
  });
}
