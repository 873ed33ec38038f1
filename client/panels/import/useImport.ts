import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type ImportState, readImport } from '../../../data/contract';
import { useRefresh } from '../../answers';
import { type ApiError, call } from '../../api';
import { useLanguage } from '../../text/i18n';
import { useLookAtJobs } from './useRunningJobs';

const ASK_EVERY_MS = 500;
const isRunning = (state: ImportState | undefined) => state?.phase === 'reading' || state?.phase === 'writing';

/** Where an import stands, asked again while it reads or writes; the page's data are asked anew once it is written. */
export function useImport(id: string) {
  const client = useQueryClient();
  const key = ['import', id, useLanguage()];
  const result = useQuery<ImportState, ApiError>({
    queryKey: key,
    queryFn: ({ signal }) => call(readImport, { params: { id } }, signal),
    refetchInterval: (query) => (isRunning(query.state.data) ? ASK_EVERY_MS : false),
  });
  const refresh = useRef(useRefresh());
  const { phase, report } = result.data ?? {};
  const look = useLookAtJobs();
  const runs = isRunning(result.data);
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current !== runs) look();
    ran.current = runs;
  }, [runs, look]);
  const turn = phase === 'done' ? `written ${report?.undone}` : null;
  useEffect(() => {
    if (turn) void refresh.current();
  }, [turn]);
  return {
    result,
    /** Puts in the state that a write answered with. */
    put: (state: ImportState) => client.setQueryData(key, state),
    again: () => client.invalidateQueries({ queryKey: ['import', id] }),
  };
}
export type OpenImport = ReturnType<typeof useImport>;
