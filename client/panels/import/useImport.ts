import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type ImportState, readImport } from '../../../data/contract';
import { usePageState, useRefresh } from '../../answers';
import { type ApiError, call } from '../../api';
import { useLanguage } from '../../text/i18n';
import { withMended } from './mend/withMended';
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
    // It may have been undone or mended further while another panel stood here.
    refetchOnMount: 'always',
    refetchInterval: (query) =>
      isRunning(query.state.data) && query.state.error?.status !== 404 ? ASK_EVERY_MS : false,
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
  // An undo elsewhere on the page, or by somebody else, changes what a report says.
  const versions = JSON.stringify(usePageState().data?.versions ?? null);
  const seen = useRef(versions);
  useEffect(() => {
    if (seen.current !== versions && phase === 'done') {
      void client.invalidateQueries({ queryKey: ['import', id] });
      void client.invalidateQueries({ queryKey: ['quarantine', id] });
    }
    seen.current = versions;
  }, [client, id, phase, versions]);
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['import', id] }),
      client.invalidateQueries({ queryKey: ['quarantine', id] }),
    ]);
  return {
    result,
    /** Puts in the state that a write answered with. */
    put: (state: ImportState) => {
      client.setQueryData(key, state);
      look();
    },
    /** Counts records that have just been mended, whatever the server is busy with, and asks for the report anew. */
    mended: (code: string, count: number) => {
      // An answer under way was given before the mending.
      void client.cancelQueries({ queryKey: ['import', id] });
      client.setQueriesData<ImportState>({ queryKey: ['import', id] }, (now) =>
        now?.report ? { ...now, report: withMended(now.report, code, count) } : now,
      );
      return again();
    },
    again,
  };
}
export type OpenImport = ReturnType<typeof useImport>;
