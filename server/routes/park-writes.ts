import type { FastifyInstance } from 'fastify';
import { changePark, createPark, removePark } from '../../data/contract';
import type { AppParts } from '../app';
import type { AfterWrite } from '../findings/after-write';
import { perform } from '../operations/perform';
import { verbs } from '../operations/verbs';
import { mustAct, serve } from './serve';

/** POST, PATCH and DELETE of draft parks; every one is an event that can be taken back. */
export function registerParkWrites(app: FastifyInstance, { db }: AppParts, afterWrite: AfterWrite): void {
  const write = async (
    actor: string | null,
    reason: string | undefined,
    verb: string,
    args: Record<string, unknown>,
  ) => {
    const done = await perform(db, verbs, { actor: mustAct(actor), reason: reason ?? null }, { verb, args });
    await afterWrite(done.outcome);
    return { id: done.outcome.subject.id, event: done.event };
  };
  serve(app, createPark, ({ body: { reason, ...args }, actor }) => write(actor, reason, 'create-park', args));
  serve(app, changePark, async ({ params: { id }, body: { reason, ...args }, actor }) => {
    const done = await write(actor, reason, 'change-park', { ...args, id });
    return { ...done, version: args.version + 1 };
  });
  serve(app, removePark, async ({ params: { id }, query: { version }, actor }) => {
    const { event } = await write(actor, undefined, 'remove-park', { id, version });
    return { event };
  });
}
