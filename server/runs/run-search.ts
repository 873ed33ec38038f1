import { performance } from 'node:perf_hooks';
import { holdsJob } from '../db/jobs/claim-job';
import type { Db, Tx } from '../db/pool';
import { beatRun, type ClaimedRun, failRun, listParksLeft, markParkDone, runJobs } from '../db/runs/claim-run';
import { finishRun } from '../db/runs/finish-run';
import type { Engine } from '../engine/engine';
import { Refusal } from '../errors';
import { type Looking, lookAtPark } from '../findings/look-at-park';
import { GivenUp } from '../jobs/given-up';
import { inLanes } from '../jobs/in-lanes';
import { startBeating } from '../jobs/start-beating';
import type { Rulesets } from '../rules';

/** What a search needs to know of its surroundings. */
export interface SearchPlace {
  readonly db: Db;
  readonly rulesets: Rulesets;
  readonly engine: Engine;
  /** The day of the verdicts that are kept. */
  readonly asOf: () => string;
}

const PARKS_AT_ONCE = 4;

/**
 * Does one claimed search to its end: looks at every park that is left of it, whether or not its inputs changed, and
 * counts a park in the transaction that writes what was found there, so that no process looks at it twice. Rejects when
 * it may be tried again.
 */
export async function runSearch(
  place: SearchPlace,
  job: ClaimedRun,
  claim: string,
  stopping: AbortSignal,
): Promise<void> {
  const { db, rulesets, engine, asOf } = place;
  const ruleset = rulesets.find(job.ruleset);
  if (!ruleset) return failRun(db, job.id, claim, 'ruleset-gone');
  const beating = startBeating(() => beatRun(db, job.id, claim));
  const signal = AbortSignal.any([beating.lost, stopping]);
  const looking: Looking = { db, engine, ruleset, asOf: asOf(), actor: job.actor, asking: { patient: true, signal } };
  const lap = startLaps();
  const done = (tx: Tx, park: string, plots: number) => markParkDone(tx, job.id, { park, plots, workedMs: lap() });
  try {
    const parks = await listParksLeft(db, job.id);
    // The first question loads the city: that time counts for the search, but not for the rate of its parks.
    await engine.askEach('version', parks.slice(0, 1), { ruleset }, looking.asking);
    const loadMs = lap();
    await inLanes(parks, PARKS_AT_ONCE, async (park) => {
      signal.throwIfAborted();
      const found = await lookAtPark(looking, park, async (tx, { looked }) => {
        await mustHold(tx, job.id, claim);
        await done(tx, park, looked);
      });
      if (found) return;
      // Removed since the search was ordered: there is nothing to look at.
      await db.transaction(async (tx) => {
        await mustHold(tx, job.id, claim);
        await done(tx, park, 0);
      });
    });
    await db.transaction(async (tx) => {
      await mustHold(tx, job.id, claim);
      await finishRun(tx, job.id, loadMs);
    });
  } catch (error) {
    if (signal.aborted) throw new GivenUp(`search ${job.id} is no longer ours`);
    // What is refused is refused again however often it is tried.
    if (error instanceof Refusal) return await failRun(db, job.id, claim, error.code, error.args);
    throw error;
  } finally {
    beating.stop();
  }
}

/** What a process thought dead still has to say counts for nothing. */
async function mustHold(tx: Tx, id: string, claim: string): Promise<void> {
  if (!(await holdsJob(tx, runJobs, id, claim))) throw new GivenUp(`the claim on search ${id} is lost`);
}

/** Milliseconds since it was asked last, or since the start. */
function startLaps(): () => number {
  let last = performance.now();
  return () => {
    const before = last;
    last = performance.now();
    return last - before;
  };
}
