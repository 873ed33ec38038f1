import { z } from 'zod';
import { ruleChanges } from '../../data/contract';
import type { Tx } from '../db/pool';
import type { Outcome } from './perform';

const args = z.object({
  name: z.string(),
  base: z.string(),
  changes: ruleChanges,
  actor: z.string(),
  reason: z.string().nullable(),
});
const saved = z.object({ id: z.string() });

/** Keeps moved thresholds as a proposed ruleset; the ruleset in force stays as it is. */
export async function saveDraftRuleset(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { name, base, changes, actor, reason } = args.parse(given);
  const [draft] = await tx.query(
    {
      text: `insert into draft_ruleset (name, base, changes, actor, reason) values ($1, $2, $3, $4, $5)
             returning id::text as id`,
      values: [name, base, JSON.stringify(changes), actor, reason],
    },
    saved,
  );
  if (!draft) throw new Error('the draft was not written');
  return {
    subject: { kind: 'draft-ruleset', id: draft.id, name },
    facts: { rules: Object.keys(changes).length },
    inverse: { verb: 'remove-draft-ruleset', args: { id: draft.id } },
    touches: [],
  };
}
