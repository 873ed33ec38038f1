import { z } from 'zod';
import type { Tx } from '../db/pool';
import { lockRuling, setInForce } from '../db/rulings/change-ruling';
import { refusal } from '../errors';
import { touchedBy } from './make-ruling';
import type { Outcome } from './perform';

/** `instead` is the ruling that is in force now and gives way to this one; null = none is. */
const args = z.object({ id: z.string(), instead: z.string().nullable() });

/** Puts a withdrawn ruling back into force just as it was, unless somebody ruled otherwise meanwhile. */
export async function restoreRuling(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { id, instead } = args.parse(given);
  const ruling = await lockRuling(tx, id);
  if (!ruling) throw refusal('not-found', { what: 'ruling', id });
  const { kind, park, parkName, inForce } = ruling;
  if (inForce !== instead) throw refusal('undo-conflict', { name: parkName });
  if (instead) await setInForce(tx, instead, false);
  await setInForce(tx, id, true);
  return {
    subject: { kind: 'park', id: park, name: parkName },
    facts: { ruling: id, ...(instead && { instead }) },
    inverse: { verb: 'withdraw-ruling', args: { id, restoring: instead } },
    touches: touchedBy(kind),
  };
}
