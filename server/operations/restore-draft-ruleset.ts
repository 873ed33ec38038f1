import { z } from 'zod';
import type { Tx } from '../db/pool';
import type { Outcome } from './perform';

const args = z.object({ row: z.record(z.string(), z.unknown()) });
const restored = z.object({ id: z.string(), name: z.string(), rules: z.number() });

/** Brings a removed proposal back under its own id, as it was: with its maker, reason and time. */
export async function restoreDraftRuleset(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { row } = args.parse(given);
  const [draft] = await tx.query(
    {
      text: `insert into draft_ruleset select * from jsonb_populate_record(null::draft_ruleset, $1::jsonb)
             returning id::text as id, name, (select count(*)::int from jsonb_object_keys(changes)) as rules`,
      values: [JSON.stringify(row)],
    },
    restored,
  );
  if (!draft) throw new Error('the draft was not written');
  return {
    subject: { kind: 'draft-ruleset', id: draft.id, name: draft.name },
    facts: { rules: draft.rules },
    inverse: { verb: 'remove-draft-ruleset', args: { id: draft.id } },
    touches: [],
  };
}
