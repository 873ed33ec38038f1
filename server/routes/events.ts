import type { FastifyInstance } from 'fastify';
import { type EventRow, listEvents, undoEvent } from '../../data/contract';
import type { AppParts } from '../app';
import { inChina } from '../clock';
import { listEvents as list, type StoredEvent } from '../db/events/list-events';
import { sayRefusal } from '../errors';
import type { AfterWrite } from '../findings/after-write';
import type { Lang } from '../lang';
import { undo } from '../operations/perform';
import { verbs } from '../operations/verbs';
import { mustAct, serve } from './serve';

/** GET /api/events, POST /api/events/:id/undo. */
export function registerEvents(app: FastifyInstance, { db }: AppParts, afterWrite: AfterWrite): void {
  serve(app, listEvents, async ({ query, lang }) => ({
    rows: (await list(db, query)).map((row) => sayEvent(row, lang)),
  }));
  serve(app, undoEvent, async ({ params: { id }, body, actor }) => {
    const done = await undo(db, verbs, { actor: mustAct(actor), reason: body.reason ?? null }, id);
    await afterWrite(done.outcome);
    return { event: done.event };
  });
}

/** Tells an event in the reader's language. */
function sayEvent({ blocked, ...event }: StoredEvent, lang: Lang): EventRow {
  const why = blocked && sayRefusal('import-undone', { name: blocked.name, at: inChina(blocked.at) }, lang);
  return { ...event, blocked: why };
}
