import { createHash } from 'node:crypto';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { Queryable, Statement } from '../pool';

/** Keeps a ruleset as it was used, so that verdicts made by it can be replayed; one that is there stays as it is. */
export function keepRulesetQuery(ruleset: Ruleset): Statement {
  const body = JSON.stringify(ruleset);
  return {
    text: `insert into ruleset (id, title, in_force_from, in_force_until, body, sha256)
           values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    values: [
      ruleset.id,
      JSON.stringify(ruleset.title),
      ruleset.inForce.from,
      ruleset.inForce.until,
      body,
      createHash('sha256').update(body).digest('hex'),
    ],
  };
}

/** Keeps the ruleset that findings and verdicts are about to name. */
export async function keepRuleset(db: Queryable, ruleset: Ruleset): Promise<void> {
  await db.query(keepRulesetQuery(ruleset));
}
