import { z } from 'zod';
import type { Queryable } from '../pool';

/** A ruling as it is entered; `subject` names the plot, or the two plots of a gap, within its park. */
export interface NewRuling {
  readonly kind: 'plot' | 'gap';
  readonly subject: string;
  readonly park: string;
  readonly claim: object;
  readonly reason: string;
  readonly document: string | null;
  readonly office: string | null;
  readonly attachments: readonly { sha256: string; name: string }[];
  readonly actor: string;
  readonly foundAs: string | null;
  readonly standing: string | null;
}

const idRow = z.object({ id: z.string() });
const knownRow = z.object({
  park: z.string(),
  parkName: z.string(),
  kind: z.enum(['plot', 'gap']),
  subject: z.string(),
  /** The ruling in force on the same thing: itself, another, or none. */
  inForce: z.string().nullable(),
});
export type KnownRuling = z.output<typeof knownRow>;

/** Enters a ruling, in force from now on, and answers its id. */
export async function insertRuling(tx: Queryable, ruling: NewRuling): Promise<string> {
  const [made] = await tx.query(
    {
      text: `insert into ruling (subject_kind, subject_id, park, claim, reason, document, office, attachments, actor,
                                 found_as, standing)
             values ($1, $2, $3::bigint, $4, $5, $6, $7, $8, $9, $10, $11) returning id::text as id`,
      values: [
        ruling.kind,
        ruling.subject,
        ruling.park,
        JSON.stringify(ruling.claim),
        ruling.reason,
        ruling.document,
        ruling.office,
        JSON.stringify(ruling.attachments),
        ruling.actor,
        ruling.foundAs,
        ruling.standing,
      ],
    },
    idRow,
  );
  if (!made) throw new Error('the ruling was not written');
  return made.id;
}

/** Withdraws the ruling in force on a thing, if there is one, and answers its id; it stays in the table. */
export async function withdrawOlder(
  tx: Queryable,
  { kind, park, subject }: Pick<NewRuling, 'kind' | 'park' | 'subject'>,
): Promise<string | null> {
  const [older] = await tx.query(
    {
      text: `update ruling set withdrawn_at = now()
             where subject_kind = $1 and park = $2::bigint and subject_id = $3 and withdrawn_at is null
             returning id::text as id`,
      values: [kind, park, subject],
    },
    idRow,
  );
  return older?.id ?? null;
}

/** Puts a ruling out of force or back into it. */
export async function setInForce(tx: Queryable, id: string, inForce: boolean): Promise<void> {
  await tx.query({
    text: 'update ruling set withdrawn_at = case when $2 then null else now() end where id = $1::bigint',
    values: [id, inForce],
  });
}

/** What a ruling is about and which one is in force on that; its park is locked, so that this holds. Null = no such ruling. */
export async function lockRuling(tx: Queryable, id: string): Promise<KnownRuling | null> {
  await tx.query({
    text: `select from park where id = (select park from ruling where id = $1::bigint) for update`,
    values: [id],
  });
  const [found] = await tx.query(
    {
      text: `select r.park::text as park, k.name as "parkName", r.subject_kind as kind, r.subject_id as subject,
               (select i.id::text from ruling i where i.subject_kind = r.subject_kind and i.park = r.park
                   and i.subject_id = r.subject_id and i.withdrawn_at is null) as "inForce"
             from ruling r join park k on k.id = r.park
             where r.id = $1::bigint and r.subject_kind in ('plot', 'gap')`,
      values: [id],
    },
    knownRow,
  );
  return found ?? null;
}
