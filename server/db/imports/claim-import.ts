import { z } from 'zod';
import { importSettings } from '../../imports/settings';
import type { Queryable } from '../pool';
import { storable } from './storable';

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

/** A job whose process has been silent for so long is taken up by another. */
export const silenceSeconds = 20;

/** Takes the oldest import that waits or whose process went silent; two processes never take the same one. */
export async function claimImport(db: Queryable, claim: string): Promise<ClaimedImport | null> {
  const [found] = await db.query(
    {
      text: `update import set claim = $1, heartbeat_at = now(), attempts = attempts + 1
             where id = (
               select id from import
               where phase in ('reading', 'writing')
                 and (heartbeat_at is null or heartbeat_at < now() - make_interval(secs => $2))
               order by at limit 1 for update skip locked)
             returning id, actor, file_name as "fileName", sha256, phase, settings, attempts`,
      values: [claim, silenceSeconds],
    },
    claimedImport,
  );
  return found ?? null;
}

/** Tells that the job is alive and how far it is; false when it has been cancelled or taken by another process. */
export async function beatImport(db: Queryable, id: string, claim: string, progress: unknown): Promise<boolean> {
  const rows = await db.query({
    text: `update import set heartbeat_at = now(), progress = $3
           where id = $1 and claim = $2 and phase in ('reading', 'writing') returning id`,
    values: [id, claim, storable(progress)],
  });
  return rows.length > 0;
}

/** Locks the import and sees that the claim still holds; ask within the transaction that depends on it. */
export async function holdsImport(tx: Queryable, id: string, claim: string): Promise<boolean> {
  const rows = await tx.query({
    text: `select id from import where id = $1 and claim = $2 and phase in ('reading', 'writing') for update`,
    values: [id, claim],
  });
  return rows.length > 0;
}
