import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { cancelRun, listRunChanges, listRuns, RUN_EVENTS_PATH, type Run, readRun, startRun } from '../../data/contract';
import type { AppParts } from '../app';
import { listRunChanges as listChanges } from '../db/runs/list-run-changes';
import { findRunUnderWay, listRuns as list, readRun as read } from '../db/runs/read-run';
import { keepRuleset } from '../db/state/keep-ruleset';
import type { Engine } from '../engine/engine';
import { Refusal, refusal } from '../errors';
import { type Lang, langOf } from '../lang';
import { perform } from '../operations/perform';
import { verbs } from '../operations/verbs';
import { openRunStream } from '../runs/run-stream';
import { sayRun } from '../runs/say-run';
import { startSearches } from '../runs/start-searches';
import { asOfDay } from '../settings';
import { mustAct, serve } from './serve';

const listening = z.object({ lang: z.enum(['zh', 'en']).optional() });

/** The nouns under /api/runs, their events, and the runner that carries out what they order. */
export function registerRuns(app: FastifyInstance, parts: AppParts, engine: Engine): void {
  const { db, rulesets } = parts;
  const onError = (error: unknown) => app.log.error(error);
  const searches = startSearches({ db, rulesets, engine, asOf: () => asOfDay(parts) }, onError);
  const stream = openRunStream(db, onError);
  app.addHook('onReady', async () => searches.wake());
  app.addHook('preClose', async () => {
    stream.close();
    await searches.stop();
  });
  parts.leaving?.addEventListener('abort', () => stream.close());

  const told = async (id: string, lang: Lang): Promise<Run> => {
    const run = await read(db, id);
    if (!run) throw refusal('not-found', { what: 'run', id });
    return sayRun(run, lang);
  };

  serve(app, startRun, async ({ body: { scope, reason = null }, actor, lang }) => {
    const who = mustAct(actor);
    await keepRuleset(db, rulesets.current);
    const args = { id: randomUUID(), scope, ruleset: rulesets.current.id, actor: who };
    for (;;) {
      const underWay = await findRunUnderWay(db, scope);
      if (underWay) return sayRun(underWay, lang);
      try {
        await perform(db, verbs, { actor: who, reason }, { verb: 'order-run', args });
        searches.wake();
        return await told(args.id, lang);
      } catch (error) {
        // Somebody else was first: theirs is the one to follow, unless it has ended already.
        if (!(error instanceof Refusal && error.code === 'run-under-way')) throw error;
      }
    }
  });
  serve(app, listRuns, async ({ query, lang }) => ({ rows: (await list(db, query)).map((run) => sayRun(run, lang)) }));
  serve(app, readRun, ({ params: { id }, lang }) => told(id, lang));
  serve(app, cancelRun, async ({ params: { id }, actor, lang }) => {
    await perform(db, verbs, { actor: mustAct(actor), reason: null }, { verb: 'cancel-run', args: { id } });
    return told(id, lang);
  });
  serve(app, listRunChanges, async ({ params: { id }, query, lang }) => {
    await told(id, lang);
    return listChanges(db, id, query);
  });
  app.get<{ Querystring: z.output<typeof listening> }>(
    RUN_EVENTS_PATH,
    {
      // Neither squeezed nor gathered on the way: a step is to be seen when it is made.
      compress: false,
      exposeHeadRoute: false,
      schema: { tags: ['runs'], querystring: listening, summary: 'Every step of every search, as server-sent events' },
    },
    (request, reply) => {
      const lang = request.query.lang ?? langOf(request.headers['accept-language']);
      reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no');
      return reply.send(stream.join(lang));
    },
  );
}
