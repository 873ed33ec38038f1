import { releaseJob } from '../jobs/claim-job';
import type { Queryable } from '../pool';
import { storable } from '../storable';
import { importJobs } from './claim-import';

/**
 * Ends a reading with its preview, ready to be written; an encoding that was proposed becomes the one to write with.
 * Nothing happens where the claim is lost.
 */
export async function finishReading(
  db: Queryable,
  id: string,
  claim: string,
  preview: { kind: string },
  encoding: string | null = null,
): Promise<void> {
  await db.query({
    text: `update import set phase = 'ready', kind = $4, preview = $3,
             settings = settings || jsonb_strip_nulls(jsonb_build_object('encoding', $5::text)), error = null, progress = null, claim = null, heartbeat_at = null
           where id = $1 and claim = $2 and phase = 'reading'`,
    values: [id, claim, storable(preview), preview.kind, encoding],
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

/** Puts the warnings of the writing in the place of those that the preview gave of its sample. */
export async function keepWarnings(db: Queryable, id: string, warnings: readonly { code: string }[]): Promise<void> {
  await db.query({
    text: `update import set preview = jsonb_set(preview, '{warnings}', $2::jsonb || coalesce(
             (select jsonb_agg(each) from jsonb_array_elements(preview -> 'warnings') each where each ->> 'code' <> all($3)), '[]'))
           where id = $1 and preview is not null`,
    values: [id, storable(warnings), toldByReading],
  });
}
const toldByReading = ['values-unreadable', 'number-generated'];
