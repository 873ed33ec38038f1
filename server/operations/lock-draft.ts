import { z } from 'zod';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';

const row = z.object({
  name: z.string(),
  kind: z.enum(['draft', 'official']),
  theme: z.string().nullable(),
  version: z.number(),
  parcels: z.array(z.string()),
});
export type Draft = z.output<typeof row>;

/** The park that a change is meant for, as its author saw it; `undoing` is set where the change takes another back. */
export const draftArgs = z.object({
  id: z.string(),
  version: z.number(),
  undoing: z.boolean().default(false),
});

/** Locks a draft park for a change, or refuses: it is gone, official, or no longer the version its author saw. */
export async function lockDraft(tx: Tx, { id, version, undoing }: z.output<typeof draftArgs>): Promise<Draft> {
  const [draft] = await tx.query(
    {
      text: `select k.name, k.kind, k.theme, k.version,
               coalesce((select array_agg(m.parcel::text order by m.parcel) from park_member m where m.park = k.id), '{}')
                 as parcels
             from park k where k.id = $1::bigint for update`,
      values: [id],
    },
    row,
  );
  if (!draft) throw refusal('not-found', { what: 'park', id });
  if (draft.kind === 'official') throw refusal('park-official', { name: draft.name });
  if (draft.version !== version) throw refusal(undoing ? 'undo-conflict' : 'version-stale', { name: draft.name });
  return draft;
}
