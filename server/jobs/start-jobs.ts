import { randomUUID } from 'node:crypto';
import { GivenUp } from './given-up';

/** A job taken, and how often it has been taken up since it last got on. */
interface Claimed {
  readonly id: string;
  readonly attempts: number;
}

/** One kind of job: how it is taken, done, put back and given up for good. */
export interface Work<J extends Claimed> {
  /** Takes the oldest job that waits or whose process went silent; null where there is none. */
  claim(claim: string): Promise<J | null>;
  /** Does the job to its end; rejects with `GivenUp` where it is no longer ours. */
  run(job: J, claim: string, stopping: AbortSignal): Promise<void>;
  release(job: J, claim: string): Promise<void>;
  fail(job: J, claim: string): Promise<void>;
}

/** Takes up jobs one at a time for as long as the server lives. */
export interface Runner {
  /** Looks for work at once, as after an order. */
  wake: () => void;
  /** Lets go of a job if it is the one at hand, before it is taken away: a database with one session hears nothing else of it. */
  drop: (id: string) => void;
  /** Takes nothing more up and lets go of the job at hand, for another process or the next start. */
  stop: () => Promise<void>;
}

const lookEveryMs = 5000;
const triesAtMost = 3;

/**
 * Jobs are claimed on their own table (`for update skip locked`, with a heartbeat) rather than through a queue: the row
 * already is the job with its state and progress, and so a claim and what it writes share one transaction. pg-boss would
 * add a schema, a poller and a second state that could disagree; its version 10 knows no heartbeat, so that the job of a
 * killed process waits until it expires, and from 11 on it asks for Node 22.
 */
export function startJobs<J extends Claimed>(work: Work<J>, onError: (error: unknown) => void): Runner {
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  let again = false;
  let atHand: { id: string; dropped: AbortController } | null = null;

  const attempt = async (job: J, claim: string): Promise<void> => {
    const dropped = new AbortController();
    atHand = { id: job.id, dropped };
    try {
      // A job that took its process with it each time says nothing: it is counted.
      if (job.attempts > triesAtMost) await work.fail(job, claim);
      else await work.run(job, claim, AbortSignal.any([stopping.signal, dropped.signal]));
    } catch (error) {
      if (error instanceof GivenUp || stopping.signal.aborted) return work.release(job, claim);
      onError(error);
      if (job.attempts >= triesAtMost) await work.fail(job, claim);
      else await work.release(job, claim);
    } finally {
      atHand = null;
    }
  };
  const workOff = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      again = false;
      const claim = randomUUID();
      const job = await work.claim(claim);
      if (job) await attempt(job, claim);
      else if (!again) return;
    }
  };
  const wake = (): void => {
    again = true;
    working ??= workOff()
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
    drop: (id) => {
      if (atHand?.id === id) atHand.dropped.abort();
    },
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await working;
    },
  };
}
