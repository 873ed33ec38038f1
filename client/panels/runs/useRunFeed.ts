import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { RUN_EVENTS_PATH, run } from '../../../data/contract';
import { useRefresh } from '../../answers';
import { runsKey, useRunsUnderWay, useTakeRun } from './useRuns';

/**
 * Keeps the page's knowledge of searches fresh; used once, in the frame. While a search is under way its steps come as
 * events, and the poll beside them covers a stream that broke; at rest no connection is held. When one has ended, what
 * it changed is asked anew. Answers the searches under way.
 */
export function useRunFeed() {
  const runs = useRunsUnderWay();
  const take = useTakeRun();
  const client = useQueryClient();
  const refresh = useRefresh();
  const isBusy = runs.length > 0;
  useEffect(() => {
    if (!isBusy) return;
    const events = new EventSource(RUN_EVENTS_PATH);
    events.addEventListener('run', ({ data }: MessageEvent<string>) => {
      const news = run.safeParse(readJson(data));
      if (news.success) take(news.data);
    });
    return () => events.close();
  }, [isBusy, take]);
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const now = new Set(runs.map(({ id }) => id));
    const ended = [...known.current].some((id) => !now.has(id));
    known.current = now;
    if (!ended) return;
    void client.invalidateQueries({ queryKey: runsKey });
    void refresh();
  }, [runs, client, refresh]);
  return runs;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
