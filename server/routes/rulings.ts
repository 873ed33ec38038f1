import type { FastifyInstance } from 'fastify';
import { listRulings, makeRuling, withdrawRuling } from '../../data/contract';
import type { AppParts } from '../app';
import { listRulings as list } from '../db/rulings/list-rulings';
import type { AfterWrite } from '../findings/after-write';
import { perform } from '../operations/perform';
import { verbs } from '../operations/verbs';
import { mustAct, serve } from './serve';

/** POST, GET and DELETE of rulings; every one is an event that can be taken back, and no finding is ever changed. */
export function registerRulings(app: FastifyInstance, { db }: AppParts, afterWrite: AfterWrite): void {
  serve(app, makeRuling, async ({ body, actor }) => {
    const who = mustAct(actor);
    const args = { ...body, actor: who };
    const done = await perform(db, verbs, { actor: who, reason: body.reason }, { verb: 'make-ruling', args });
    await afterWrite(done.outcome);
    return { id: String(done.outcome.facts.ruling), event: done.event };
  });
  serve(app, withdrawRuling, async ({ params: { id }, query: { reason = null }, actor }) => {
    const operation = { verb: 'withdraw-ruling', args: { id } };
    const done = await perform(db, verbs, { actor: mustAct(actor), reason }, operation);
    await afterWrite(done.outcome);
    return { event: done.event };
  });
  serve(app, listRulings, async ({ query }) => ({ rows: await list(db, query) }));
}
