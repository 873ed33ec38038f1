import { z } from 'zod';
import { claimJob, type JobTable } from '../jobs/claim-job';
import type { Queryable } from '../pool';
import { RUN_UNDER_WAY } from './read-run';

/** A search taken. */
const claimedRun = z.object({ id: z.string(), ruleset: z.string(), actor: z.string(), attempts: z.number() });
export type ClaimedRun = z.infer<typeof claimedRun>;

/** Searches as jobs. */
export const runJobs: JobTable = { table: 'run', underWay: RUN_UNDER_WAY };

/** Takes the oldest search that waits or whose process went silent; two processes never take the same one. */
export function claimRun(db: Queryable, claim: string): Promise<ClaimedRun | null> {
  return claimJob(db, runJobs, claim, {
    set: `phase = 'running', started_at = coalesce(started_at, now())`,
    returning: 'id, ruleset, actor, attempts',
    row: claimedRun,
  });
}

/** Tells that the search is alive; false when it has been cancelled or taken by another process. */
export async function beatRun(db: Queryable, id: string, claim: string): Promise<boolean> {
  const rows = await db.query({
    text: `update run set heartbeat_at = now() where id = $1 and claim = $2 and ${RUN_UNDER_WAY} returning id`,
    values: [id, claim],
  });
  return rows.length > 0;
}

const left = z.object({ park: z.string() });

/** The parks of a search that no process has looked at yet. */
export async function listParksLeft(db: Queryable, id: string): Promise<string[]> {
  const text = 'select park::text as park from run_park where run = $1 and plots is null order by run_park.park';
  return (await db.query({ text, values: [id] }, left)).map(({ park }) => park);
}

/** Counts a park as looked at, once however often it is said, with the time that went into it; the search has got on. */
export async function markParkDone(
  tx: Queryable,
  id: string,
  { park, plots, workedMs }: { park: string; plots: number; workedMs: number },
): Promise<void> {
  await tx.query({
    text: `with done as (
             update run_park set plots = $3 where run = $1 and park = $2::bigint and plots is null returning plots)
           update run set parks_done = parks_done + (select count(*) from done),
                          plots_done = plots_done + (select coalesce(sum(plots), 0) from done),
                          worked_ms = worked_ms + $4, attempts = 1
            where id = $1`,
    values: [id, park, plots, workedMs],
  });
}

/** Ends a search with what went wrong; what was found so far stays. */
export async function failRun(
  db: Queryable,
  id: string,
  claim: string,
  code: string,
  args: Record<string, string | number> = {},
): Promise<void> {
  await db.query({
    text: `update run set phase = 'failed', finished_at = now(), claim = null, heartbeat_at = null,
                          error = jsonb_build_object('code', $3::text, 'args', jsonb_build_object(
                            'id', id, 'ruleset', ruleset, 'done', parks_done, 'of', parks_of) || $4::jsonb)
           where id = $1 and claim = $2 and ${RUN_UNDER_WAY}`,
    values: [id, claim, code, JSON.stringify(args)],
  });
}
