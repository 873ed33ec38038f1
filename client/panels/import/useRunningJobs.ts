import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { type Answer, listImports } from '../../../data/contract';
import { useRefresh } from '../../answers';
import { type ApiError, call } from '../../api';
import { useLanguage } from '../../text/i18n';

type Imports = Answer<typeof listImports>;
export type ImportRow = Imports['rows'][number];

const WATCH_EVERY_MS = 1_000;
const REST_EVERY_MS = 15_000;
const key = ['jobs'] as const;
const runs = (row: ImportRow) => row.phase === 'reading' || row.phase === 'writing';

/** Every import, newest first; asked again each second while one runs: they live in the database, so a reload finds them. */
export function useImports(): UseQueryResult<Imports, ApiError> {
  return useQuery<Imports, ApiError>({
    queryKey: [...key, useLanguage()],
    queryFn: ({ signal }) => call(listImports, {}, signal),
    refetchInterval: (query) => (query.state.data?.rows.some(runs) ? WATCH_EVERY_MS : REST_EVERY_MS),
  });
}

/** The jobs that run now, whoever started them. */
export const useRunningJobs = (): readonly ImportRow[] => useImports().data?.rows.filter(runs) ?? [];

/** Has the data of the page asked anew as soon as a job has ended, whatever panel is open; used once, in the frame. */
export function useJobFeed(): readonly ImportRow[] {
  const jobs = useRunningJobs();
  const refresh = useRef(useRefresh());
  const known = useRef<readonly string[]>([]);
  const now = jobs.map(({ id }) => id).join(' ');
  useEffect(() => {
    const ids = now.split(' ');
    if (known.current.some((id) => !ids.includes(id))) void refresh.current();
    known.current = now ? ids : [];
  }, [now]);
  return jobs;
}

/** Looks at the jobs at once, when this page has just started or ended one. */
export function useLookAtJobs(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: key }), [client]);
}
