import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Answer, listImports } from '../../../data/contract';
import { type ApiError, call } from '../../api';
import { useLanguage } from '../../text/i18n';

type Row = Answer<typeof listImports>['rows'][number];

const WATCH_EVERY_MS = 1_000;
const REST_EVERY_MS = 15_000;
const key = ['jobs'] as const;
const runs = (row: Row) => row.phase === 'reading' || row.phase === 'writing';

/** The jobs that run now, whoever started them: they live in the database, so a reload finds them again. */
export function useRunningJobs(): readonly Row[] {
  const { data } = useQuery<Answer<typeof listImports>, ApiError>({
    queryKey: [...key, useLanguage()],
    queryFn: ({ signal }) => call(listImports, {}, signal),
    refetchInterval: (query) => (query.state.data?.rows.some(runs) ? WATCH_EVERY_MS : REST_EVERY_MS),
  });
  return data?.rows.filter(runs) ?? [];
}

/** Looks at the jobs at once, when this page has just started or ended one. */
export function useLookAtJobs(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: key }), [client]);
}
