import { z } from 'zod';
import type { Tx } from '../db/pool';
import { lockRuling, setInForce } from '../db/rulings/change-ruling';
import { refusal } from '../errors';
import { touchedBy } from './make-ruling';
import type { Outcome } from './perform';

/** `restoring` is the ruling that this one had taken the place of, where the making of this one is taken back. */
const args = z.object({ id: z.string(), restoring: z.string().nullable().default(null) });

/** Puts a ruling out of force; it stays in the table and in the history. */
export async function withdrawRuling(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { id, restoring } = args.parse(given);
  const ruling = await lockRuling(tx, id);
  if (!ruling) throw refusal('not-found', { what: 'ruling', id });
  const { kind, park, parkName, inForce } = ruling;
  if (inForce !== id) throw refusal('ruling-not-in-force', { id, name: parkName });
  await setInForce(tx, id, false);
  if (restoring) await setInForce(tx, restoring, true);
  return {
    subject: { kind: 'park', id: park, name: parkName },
    facts: { ruling: id, ...(restoring && { restored: restoring }) },
    inverse: { verb: 'restore-ruling', args: { id, instead: restoring } },
    touches: touchedBy(kind),
  };
}
