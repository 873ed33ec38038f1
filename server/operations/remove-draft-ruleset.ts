import { z } from 'zod';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';
import type { Outcome } from './perform';

const args = z.object({ id: z.string() });
const removed = z.object({ name: z.string(), rules: z.number(), row: z.record(z.string(), z.unknown()) });

/** Removes a proposed ruleset; its whole row is kept in the inverse. */
export async function removeDraftRuleset(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { id } = args.parse(given);
  const [draft] = await tx.query(
    {
      text: `delete from draft_ruleset d where d.id = $1::bigint
             returning d.name, (select count(*)::int from jsonb_object_keys(d.changes)) as rules, to_jsonb(d) as row`,
      values: [id],
    },
    removed,
  );
  if (!draft) throw refusal('not-found', { what: 'draft-ruleset', id });
  return {
    subject: { kind: 'draft-ruleset', id, name: draft.name },
    facts: { rules: draft.rules },
    inverse: { verb: 'restore-draft-ruleset', args: { row: draft.row } },
    touches: [],
  };
}
