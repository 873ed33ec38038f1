import type { Queryable } from '../pool';

/** Small steps: the embedded database answers nobody else while one runs. */
const recordsAtOnce = 2000;
const piecesAtOnce = 16;

/**
 * Marks imports that were given up, failed, or were shown and left, and that nobody has touched for so many days, as
 * without their file; what was shown of it goes too. Nothing can be ordered of them from then on.
 */
export async function markFilesGone(db: Queryable, keepDays: number): Promise<void> {
  await db.query({
    text: `update import set file_gone_at = now(), preview = null, phase = case phase when 'ready' then 'failed' else phase end
           where id in (
             select id from import where phase in ('ready', 'failed', 'cancelled') and file_gone_at is null
               and touched_at < now() - make_interval(days => $1) for update skip locked)`,
    values: [keepDays],
  });
}

/** Removes some of what was staged of imports without a file; false when nothing is left. */
export async function clearSomeStaged(db: Queryable): Promise<boolean> {
  const rows = await db.query({
    text: `delete from import_record where (import, record) in (
             select s.import, s.record from import i join import_record s on s.import = i.id
             where i.file_gone_at is not null limit $1) returning record`,
    values: [recordsAtOnce],
  });
  return rows.length > 0;
}

/**
 * Removes some pieces of a file that no import which may still need it, and no attachment, has the content of; false when
 * nothing is left. Locked by its row, which an upload of the same content makes new before it counts the pieces: so
 * either the upload finds that they are gone and stores them again, or this finds a file that is new.
 */
export async function clearSomePieces(db: Queryable): Promise<boolean> {
  const rows = await db.query({
    text: `with forgotten as (
             select f.sha256 from file f
             where f.stored_at < now() - interval '1 day'
               and exists (select from file_chunk c where c.sha256 = f.sha256)
               and not exists (select from import i where i.sha256 = f.sha256 and i.file_gone_at is null)
               and not exists (select from attachment a where a.sha256 = f.sha256)
             limit 1 for update skip locked),
           pieces as (select c.sha256, c.n from file_chunk c join forgotten using (sha256) order by c.n limit $1)
           delete from file_chunk c using pieces where c.sha256 = pieces.sha256 and c.n = pieces.n returning c.n`,
    values: [piecesAtOnce],
  });
  return rows.length > 0;
}
