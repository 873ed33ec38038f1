import { randomUUID } from 'node:crypto';
import { claimImport } from '../db/imports/claim-import';
import { failImport, releaseImport } from '../db/imports/finish-import';
import type { Outcome } from '../operations/perform';
import { GivenUp } from './given-up';
import { type ImportPlace, runImport } from './run-import';

/** Takes up imports one at a time for as long as the server lives. */
export interface Runner {
  /** Looks for work at once, as after an order. */
  wake: () => void;
  /** Takes nothing more up and lets go of the job at hand, for another process or the next start. */
  stop: () => Promise<void>;
}

const lookEveryMs = 5000;
const triesAtMost = 3;

/**
 * Jobs are claimed on the import table itself (`for update skip locked`, with a heartbeat) rather than through a queue:
 * the row already is the job with its state, progress and file, one kind of job exists, and so a claim and what it
 * writes share one transaction. pg-boss would add a schema, a poller and a second state that could disagree.
 */
export function startRunner(
  place: ImportPlace,
  onWritten: (outcome: Outcome) => Promise<void>,
  onError: (error: unknown) => void,
): Runner {
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  let again = false;

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      again = false;
      const claim = randomUUID();
      const job = await claimImport(place.db, claim);
      if (!job && !again) return;
      if (!job) continue;
      try {
        const done = await runImport(place, job, claim, stopping.signal);
        if (done) await onWritten(done.outcome);
      } catch (error) {
        if (error instanceof GivenUp) {
          await releaseImport(place.db, job.id, claim);
          continue;
        }
        onError(error);
        const failed = { code: 'reading-failed', args: { file: job.fileName } };
        if (job.attempts >= triesAtMost) await failImport(place.db, job.id, claim, failed);
        else await releaseImport(place.db, job.id, claim);
      }
    }
  };
  const wake = (): void => {
    again = true;
    working ??= work()
      .catch(onError)
      .finally(() => {
        working = null;
        if (again && !stopping.signal.aborted) wake();
      });
  };
  const timer = setInterval(wake, lookEveryMs);
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
