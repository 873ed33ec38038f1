import { z } from 'zod';
import type { Tx } from '../db/pool';
import { lockRun, reopenRun } from '../db/runs/order-run';
import { refusal } from '../errors';
import { nameRun } from './cancel-run';
import type { Outcome } from './perform';

const args = z.object({ id: z.uuid() });

/** Lets a stopped search go on with the parks that are left of it; one that was over when it was stopped stays over. */
export async function resumeRun(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { id } = args.parse(given);
  const run = await lockRun(tx, id);
  if (!run) throw refusal('not-found', { what: 'run', id });
  const name = await nameRun(tx, run.scope);
  const isStopped = run.phase === 'cancelled';
  if (isStopped && !(await reopenRun(tx, id))) throw refusal('run-under-way');
  return {
    subject: { kind: 'run', id, name },
    facts: { scope: run.scope },
    inverse: { verb: 'cancel-run', args: { id, undoing: true } },
    touches: [],
  };
}
