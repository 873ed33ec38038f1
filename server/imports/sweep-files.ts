import { clearSomePieces, clearSomeStaged, markFilesGone } from '../db/imports/clear-files';
import type { Db } from '../db/pool';

const sweepEveryMs = 3_600_000;

/**
 * Clears away the files of imports that were never written, once nobody has touched them for so many days. Every step
 * stands for itself and is safe to be done by several processes, or to be broken off.
 */
export async function sweepFiles(db: Db, keepDays: number, stopping?: AbortSignal): Promise<void> {
  await markFilesGone(db, keepDays);
  for (const clearSome of [clearSomeStaged, clearSomePieces])
    while (!stopping?.aborted && (await clearSome(db))) {
      // As long as there is something left.
    }
}

/** Sweeps every hour for as long as the server lives, and keeps no process alive by itself; `wake` sweeps at once. */
export function startSweeping(
  db: Db,
  keepDays: number,
  onError: (error: unknown) => void,
): { wake: () => void; stop: () => Promise<void> } {
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  const wake = (): void => {
    working ??= sweepFiles(db, keepDays, stopping.signal)
      .catch(onError)
      .finally(() => {
        working = null;
      });
  };
  const timer = setInterval(wake, sweepEveryMs);
  timer.unref();
  return {
    wake,
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await working;
    },
  };
}
