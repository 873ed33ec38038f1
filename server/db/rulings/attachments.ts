import { z } from 'zod';
import { type Attachment, attachment } from '../../../data/contract';
import type { Queryable } from '../pool';

/** Enters a stored file as one that rulings may rest on. The name of a file that some ruling rests on stays. */
export async function noteAttachment(
  db: Queryable,
  entry: { sha256: string; name: string; mediaType: string; actor: string },
): Promise<void> {
  await db.query({
    text: `insert into attachment as a (sha256, name, media_type, actor) values ($1, $2, $3, $4)
           on conflict (sha256) do update
             set stored_at = now(), media_type = excluded.media_type,
                 name = case when a.used then a.name else excluded.name end`,
    values: [entry.sha256, entry.name, entry.mediaType, entry.actor],
  });
}

/** A file that rulings may rest on; null = none of that content, even where an import came from it. */
export async function readAttachment(db: Queryable, sha256: string): Promise<Attachment | null> {
  const [found] = await db.query(
    {
      text: `select a.sha256, a.name, a.media_type as "mediaType", f.byte_length as "byteLength"
             from attachment a join file f using (sha256) where a.sha256 = $1`,
      values: [sha256],
    },
    attachment,
  );
  return found ?? null;
}

const kept = z.object({ sha256: z.string() });

/** Keeps files for good because a ruling names them; answers those that are not there. */
export async function keepAttachments(tx: Queryable, wanted: readonly string[]): Promise<string[]> {
  const text = 'update attachment set used = true where sha256 = any($1) returning sha256';
  const there = new Set((await tx.query({ text, values: [wanted] }, kept)).map(({ sha256 }) => sha256));
  return wanted.filter((sha256) => !there.has(sha256));
}

/** Removes files that no ruling named within a day of their upload, unless an import came from the same content. */
export async function dropUnusedAttachments(db: Queryable): Promise<void> {
  await db.query({
    text: `with gone as (
             delete from attachment where not used and stored_at < now() - interval '1 day' returning sha256)
           delete from file f using gone
            where f.sha256 = gone.sha256 and f.stored_at < now() - interval '1 day'
              and not exists (select from import i where i.sha256 = f.sha256)`,
  });
}
