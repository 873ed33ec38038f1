import { z } from 'zod';
import { importSettings } from '../../imports/settings';
import { claimJob, holdsJob, type JobTable, silenceSeconds } from '../jobs/claim-job';
import type { Queryable } from '../pool';
import { storable } from '../storable';

/** A job taken: what is to be done with which file. */
const claimedImport = z.object({
  id: z.string(),
  actor: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  phase: z.enum(['reading', 'writing']),
  settings: importSettings,
  attempts: z.number(),
});
export type ClaimedImport = z.infer<typeof claimedImport>;

/** Imports as jobs. */
export const importJobs: JobTable = { table: 'import', underWay: `phase in ('reading', 'writing')` };

/** Takes the oldest import that waits or whose process went silent; two processes never take the same one. */
export function claimImport(db: Queryable, claim: string): Promise<ClaimedImport | null> {
  return claimJob(db, importJobs, claim, {
    returning: 'id, actor, file_name as "fileName", sha256, phase, settings, attempts',
    row: claimedImport,
  });
}

/** Tells that the job is alive and how far it is; false when it has been cancelled or taken by another process. */
export async function beatImport(db: Queryable, id: string, claim: string, progress: unknown): Promise<boolean> {
  const rows = await db.query({
    text: `update import set heartbeat_at = now(), progress = $3
           where id = $1 and claim = $2 and ${importJobs.underWay} returning id`,
    values: [id, claim, storable(progress)],
  });
  return rows.length > 0;
}

/** Locks the import and sees that the claim still holds; ask within the transaction that depends on it. */
export function holdsImport(tx: Queryable, id: string, claim: string): Promise<boolean> {
  return holdsJob(tx, importJobs, id, claim);
}

/** Imports that some process is working on. */
export async function listLivingImports(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: string }>({
    text: `select id::text from import where ${importJobs.underWay} and heartbeat_at >= now() - make_interval(secs => $1)`,
    values: [silenceSeconds],
  });
  return rows.map(({ id }) => id);
}
