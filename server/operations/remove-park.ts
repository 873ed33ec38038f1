import { z } from 'zod';
import type { Tx } from '../db/pool';
import { draftArgs, lockDraft } from './lock-draft';
import type { Outcome } from './perform';

const kept = z.object({ snapshot: z.record(z.string(), z.unknown()) });

/** Removes a draft park; everything that hangs on it is kept in the inverse, so that undo brings all of it back. */
export async function removePark(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const asked = draftArgs.parse(given);
  const draft = await lockDraft(tx, asked);
  const [found] = await tx.query({ text: SNAPSHOT, values: [asked.id] }, kept);
  if (!found) throw new Error('the park was not read');
  await tx.query({ text: 'delete from park where id = $1::bigint', values: [asked.id] });
  return {
    subject: { kind: 'park', id: asked.id, name: draft.name },
    facts: { parcels: draft.parcels.length },
    inverse: { verb: 'restore-park', args: found.snapshot },
    touches: ['parks', 'leftover', 'rulings'],
  };
}

/** Columns that cannot be worked out again from the members, and the rows that the deletion takes with it. */
const SNAPSHOT = `
  select jsonb_build_object(
    'id', k.id::text, 'version', k.version, 'name', k.name, 'theme', k.theme, 'platform', k.platform,
    'redLine', st_asgeojson(k.red_line, 15)::jsonb, 'surroundingsKnown', k.surroundings_known,
    'source', k.source, 'createdAt', k.created_at,
    'parcels', (select coalesce(jsonb_agg(parcel::text order by parcel), '[]') from park_member where park = k.id),
    'titleRecords', (select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') from title_record t where t.park = k.id),
    'fourBatches', (select coalesce(jsonb_agg(to_jsonb(b) order by b.year), '[]') from four_batches_entry b where b.park = k.id),
    'rulings', (select coalesce(jsonb_agg(to_jsonb(r) order by r.id), '[]') from ruling r where r.park = k.id)
  ) as snapshot
  from park k where k.id = $1::bigint`;
