import { z } from 'zod';
import { wholeCity } from '../../data/words/runs';
import type { Tx } from '../db/pool';
import { insertRun, nameScope } from '../db/runs/order-run';
import { refusal } from '../errors';
import { scopeOf } from '../runs/scope';
import type { Outcome } from './perform';

const args = z.object({ id: z.uuid(), scope: z.string(), ruleset: z.string(), actor: z.string() });

/** Orders a search for leftover plots over the parks that its scope holds now, unless one is under way there. */
export async function orderRun(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const asked = args.parse(given);
  const scope = scopeOf(asked.scope);
  const name = scope.of === 'city' ? wholeCity.zh : await nameScope(tx, scope);
  if (name === null) throw refusal('not-found', { what: scope.of, id: asked.scope.slice(scope.of.length + 1) });
  const parks = await insertRun(tx, asked, scope);
  if (parks === null) throw refusal('run-under-way', { name });
  return {
    subject: { kind: 'run', id: asked.id, name },
    facts: { scope: asked.scope, parks },
    inverse: { verb: 'cancel-run', args: { id: asked.id, undoing: true } },
    touches: [],
  };
}
