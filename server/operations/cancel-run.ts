import { z } from 'zod';
import { wholeCity } from '../../data/words/runs';
import type { Tx } from '../db/pool';
import { lockRun, nameScope, stopRun } from '../db/runs/order-run';
import { refusal } from '../errors';
import { scopeOf } from '../runs/scope';
import type { Outcome } from './perform';

/** `undoing` is set where the order is taken back: one that has been carried out is passed over, so that undo can go on. */
const args = z.object({ id: z.uuid(), undoing: z.boolean().default(false) });

/** Stops a search; what it found so far is kept, and it can be let go on. */
export async function cancelRun(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { id, undoing } = args.parse(given);
  const run = await lockRun(tx, id);
  if (!run) throw refusal('not-found', { what: 'run', id });
  const isUnderWay = run.phase === 'waiting' || run.phase === 'running';
  if (!isUnderWay && !undoing) throw refusal('run-over');
  if (isUnderWay) await stopRun(tx, id);
  return {
    subject: { kind: 'run', id, name: await nameRun(tx, run.scope) },
    facts: { scope: run.scope, stopped: isUnderWay },
    inverse: { verb: 'resume-run', args: { id } },
    touches: [],
  };
}

/** What the history calls a search; null where its park or unit is gone. */
export async function nameRun(tx: Tx, scopeText: string): Promise<string | null> {
  const scope = scopeOf(scopeText);
  return scope.of === 'city' ? wholeCity.zh : nameScope(tx, scope);
}
