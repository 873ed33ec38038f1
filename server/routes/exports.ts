import { Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { EXPORT_PATH, type ExportQuery, exportQuery, planExport } from '../../data/contract';
import { exportFormats } from '../../data/words/exports';
import { refusal } from '../errors';
import { fileName } from '../exports/file-name';
import { openTable } from '../exports/open-table';
import { planExport as plan } from '../exports/plan-export';
import type { RowParts } from '../exports/rows/source';
import { writeFile } from '../exports/write-file';
import { savedAs } from '../files/saved-as';
import { asOfDay } from '../settings';
import { actorOf, mustAct, serve } from './serve';

/** GET /api/exports/plan, GET /api/exports/file. */
export function registerExports(app: FastifyInstance, parts: RowParts): void {
  const { exportsAtOnce, exportSeconds } = parts.config;
  let underWay = 0;
  serve(app, planExport, ({ query }) => plan(parts, query));

  const schema = { querystring: exportQuery, tags: ['exports'], summary: 'The rows of a list as a file' };
  app.get<{ Querystring: ExportQuery }>(EXPORT_PATH, { schema }, async (request, reply) => {
    const { query } = request;
    if (!query.public) mustAct(actorOf(request));
    if (underWay >= exportsAtOnce) throw refusal('export-busy', { count: exportsAtOnce });
    underWay += 1;
    const over = once(() => {
      underWay -= 1;
    });
    // Nothing may come for a while; the limit below ends it, not the silence.
    if (request.raw.socket instanceof Socket) request.raw.socket.setTimeout(0);
    const signal = AbortSignal.any([goneAway(reply), AbortSignal.timeout(exportSeconds * 1000)]);
    try {
      const table = await openTable(parts, query, signal);
      const stream = await writeFile(table, query, signal);
      signal.addEventListener('abort', () => stream.destroy(), { once: true });
      finished(stream).then(over, over);
      const day = asOfDay(parts);
      const notice = table.notes.map(({ title, text }) => `${title}: ${text}`).join('; ');
      reply
        .header('content-disposition', savedAs(fileName(query, day), fileName({ ...query, lang: 'en' }, day)))
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .header('x-export-rows', String(table.count))
        .header('x-export-notice', encodeURIComponent(notice))
        .type(typeOf(query));
      return stream;
    } catch (error) {
      over();
      throw signal.aborted ? refusal('export-too-long', { seconds: exportSeconds }) : error;
    }
  });
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (!done) run();
    done = true;
  };
}

function typeOf({ format, encoding }: ExportQuery): string {
  const { mediaType } = exportFormats[format];
  return format === 'txt' ? `${mediaType}; charset=${encoding}` : mediaType;
}

/** Fires when the browser has gone away, or has everything. */
function goneAway(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
