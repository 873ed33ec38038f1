import type { Db, Tx } from '../db/pool';
import { refusal } from '../errors';

/** A described change: a verb and plain arguments, fit to be stored, replayed and inverted. */
export interface Operation {
  verb: string;
  args: Record<string, unknown>;
}

/** What a verb did: whom it touched, the facts worth a line of history, what takes it back, whose picture changes. */
export interface Outcome {
  subject: { kind: string; id: string; name: string | null };
  facts: Record<string, string | number | boolean | null>;
  inverse: Operation;
  touches: TouchedLayer[];
}
export type TouchedLayer = 'zones' | 'parcels' | 'parks' | 'leftover' | 'corridors' | 'controls' | 'firms' | 'rulings';

/** One verb: changes the database within the transaction it is given, or throws a refusal and changes nothing. */
export type Verb = (tx: Tx, args: Record<string, unknown>) => Promise<Outcome>;
export type Verbs = Readonly<Record<string, Verb>>;
export interface Who {
  actor: string;
  reason: string | null;
}

/**
 * The one door through which every write goes: runs the operation, bumps the layers it touches and records actor,
 * time, reason and inverse, all in one transaction.
 */
export async function perform(db: Db, verbs: Verbs, who: Who, operation: Operation): Promise<Done> {
  return db.transaction((tx) => record(tx, verbs, who, operation, null));
}
export interface Done {
  event: string;
  outcome: Outcome;
}

/** Takes an event back by its recorded inverse; the undo is an event too, so undoing it is a redo. */
export async function undo(db: Db, verbs: Verbs, who: Who, event: string): Promise<Done> {
  return db.transaction(async (tx) => {
    const [found] = await tx.query<{ inverse: Operation; undone: boolean }>({
      text: `select inverse, exists (select from event later where later.undoes = event.id) as undone
             from event where id = $1 for update`,
      values: [event],
    });
    if (!found) throw refusal('not-found', { what: 'event', id: event });
    if (found.undone) throw refusal('already-undone');
    return record(tx, verbs, who, found.inverse, event);
  });
}

async function record(tx: Tx, verbs: Verbs, who: Who, operation: Operation, undoes: string | null): Promise<Done> {
  const verb = verbs[operation.verb];
  if (!verb) throw new Error(`no verb ${operation.verb}`);
  const outcome = await verb(tx, operation.args);
  await bump(tx, outcome.touches);
  const [row] = await tx.query<{ id: string }>({
    text: `insert into event (actor, reason, verb, subject_kind, subject_id, subject_name, facts, operation, inverse, undoes)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id::text`,
    values: [
      who.actor,
      who.reason,
      operation.verb,
      outcome.subject.kind,
      outcome.subject.id,
      outcome.subject.name,
      JSON.stringify(outcome.facts),
      JSON.stringify(operation),
      JSON.stringify(outcome.inverse),
      undoes,
    ],
  });
  if (!row) throw new Error('the event was not recorded');
  return { event: row.id, outcome };
}

/** Bumps layer versions in a fixed order, so that two writers never wait for each other in a circle. */
export async function bump(tx: Tx, layers: readonly TouchedLayer[]): Promise<void> {
  await tx.query({
    text: `update layer_version set version = version + 1
           where layer in (select layer from layer_version where layer = any($1) order by layer for update)`,
    values: [[...layers].sort()],
  });
}
