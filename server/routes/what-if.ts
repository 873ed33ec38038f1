import type { FastifyInstance, FastifyReply } from 'fastify';
import { askWhatIf } from '../../data/contract';
import type { AppParts } from '../app';
import type { Engine } from '../engine/engine';
import { openWhatIf } from '../what-if/ask-what-if';
import { readMoved } from '../what-if/moved-rules';
import { serve } from './serve';

/** POST /api/what-if; a browser that goes away takes its question with it. */
export function registerWhatIf(app: FastifyInstance, parts: AppParts, engine: Engine): void {
  const ask = openWhatIf(parts, engine);
  serve(app, askWhatIf, ({ body: { changes, scope }, lang, reply }) =>
    ask(readMoved(parts.rulesets.current, changes, lang), scope, goneSignal(reply)),
  );
}

/** Aborts when the connection ends before the answer is out; a request is closed as soon as its body has been read. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new Error('aborted'));
  });
  return gone.signal;
}
