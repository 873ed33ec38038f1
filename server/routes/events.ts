import type { FastifyInstance } from 'fastify';
import { listEvents, undoEvent } from '../../data/contract';
import type { AppParts } from '../app';
import { listEvents as list } from '../db/events/list-events';
import type { AfterWrite } from '../findings/after-write';
import { undo } from '../operations/perform';
import { verbs } from '../operations/verbs';
import { mustAct, serve } from './serve';

/** GET /api/events, POST /api/events/:id/undo. */
export function registerEvents(app: FastifyInstance, { db }: AppParts, afterWrite: AfterWrite): void {
  serve(app, listEvents, async ({ query }) => ({ rows: await list(db, query) }));
  serve(app, undoEvent, async ({ params: { id }, body, actor }) => {
    const done = await undo(db, verbs, { actor: mustAct(actor), reason: body.reason ?? null }, id);
    await afterWrite(done.outcome);
    return { event: done.event };
  });
}
