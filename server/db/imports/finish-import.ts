import { releaseJob } from '../jobs/claim-job';
import type { Queryable } from '../pool';
import { storable } from '../storable';
import { importJobs } from './claim-import';

/** Ends a reading with its preview, ready to be written; nothing happens where the claim is lost. */
export async function finishReading(db: Queryable, id: string, claim: string, preview: unknown): Promise<void> {
  await db.query({
    text: `update import set phase = 'ready', preview = $3, error = null, progress = null, claim = null, heartbeat_at = null
           where id = $1 and claim = $2 and phase = 'reading'`,
    values: [id, claim, storable(preview)],
  });
}

/** Ends a job with what went wrong; the file stays. */
export async function failImport(db: Queryable, id: string, claim: string, error: unknown): Promise<void> {
  await db.query({
    text: `update import set phase = 'failed', error = $3, progress = null, claim = null, heartbeat_at = null
           where id = $1 and claim = $2 and phase in ('reading', 'writing')`,
    values: [id, claim, storable(error)],
  });
}

/** Puts a job back for another try, by this process or another. */
export function releaseImport(db: Queryable, id: string, claim: string): Promise<void> {
  return releaseJob(db, importJobs, id, claim);
}

/** Keeps the preview of the reading that is being written. */
export async function keepPreview(db: Queryable, id: string, preview: unknown): Promise<void> {
  await db.query({ text: 'update import set preview = $2 where id = $1', values: [id, storable(preview)] });
}
