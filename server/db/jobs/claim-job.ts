import type { z } from 'zod';
import type { Queryable, Statement } from '../pool';

/**
 * A table whose rows are jobs: columns `claim`, `heartbeat_at`, `attempts`, `phase` and `at`. `underWay` is the SQL
 * condition, as its partial index has it, of rows that have something to be done.
 */
export interface JobTable {
  readonly table: 'import' | 'run';
  readonly underWay: string;
}

/** A job whose process has been silent for so long is taken up by another. */
export const silenceSeconds = 20;

/** Takes the oldest row that waits or whose process went silent; `set` changes more of it, `returning` names its columns. */
function claimJobQuery(jobs: JobTable, claim: string, set: string, returning: string): Statement {
  return {
    text: `update ${jobs.table} set claim = $1, heartbeat_at = now(), attempts = attempts + 1${set && `, ${set}`}
           where id = (
             select id from ${jobs.table}
             where ${jobs.underWay}
               and (heartbeat_at is null or heartbeat_at < now() - make_interval(secs => $2))
             order by at limit 1 for update skip locked)
           returning ${returning}`,
    values: [claim, silenceSeconds],
  };
}

/** Takes the oldest job that waits or whose process went silent; two processes never take the same one. */
export async function claimJob<T>(
  db: Queryable,
  jobs: JobTable,
  claim: string,
  { set = '', returning, row }: { set?: string; returning: string; row: z.ZodType<T> },
): Promise<T | null> {
  const [found] = await db.query(claimJobQuery(jobs, claim, set, returning), row);
  return found ?? null;
}

/** Locks the job and sees that the claim still holds; ask within the transaction that depends on it. */
export async function holdsJob(tx: Queryable, jobs: JobTable, id: string, claim: string): Promise<boolean> {
  const rows = await tx.query({
    text: `select id from ${jobs.table} where id = $1 and claim = $2 and ${jobs.underWay} for update`,
    values: [id, claim],
  });
  return rows.length > 0;
}

/** Puts a job back for another try, by this process or another. */
export async function releaseJob(db: Queryable, jobs: JobTable, id: string, claim: string): Promise<void> {
  await db.query({
    text: `update ${jobs.table} set claim = null, heartbeat_at = null where id = $1 and claim = $2`,
    values: [id, claim],
  });
}
