import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import {
  cancelImport,
  commitImport,
  createImport,
  type ImportState,
  listImports,
  listQuarantine,
  readImport,
  reviseImport,
} from '../../data/contract';
import type { AppParts } from '../app';
import { createImport as enter } from '../db/imports/create-import';
import { countQuarantine, listQuarantine as listHeld } from '../db/imports/list-quarantine';
import { cancelImport as giveUp, orderReading, orderWriting } from '../db/imports/order-import';
import { listImports as list, readImport as read } from '../db/imports/read-import';
import { type RefusalCode, refusal } from '../errors';
import { receiveFile } from '../files/receive-file';
import { takeUploads, tooLarge, uploadOf } from '../files/take-uploads';
import type { AfterWrite } from '../findings/after-write';
import { crsOfId } from '../formats/crs/catalogue';
import { knownEncoding } from '../formats/decode-text';
import { writeCsv } from '../formats/write-csv';
import { sayHeld, sayImport } from '../imports/say-import';
import { startRunner } from '../imports/start-runner';
import { type Lang, langOf } from '../lang';
import { cityOf } from '../settings';
import { mustAct, serve } from './serve';

/** The nouns under /api/imports, and the runner that reads and writes what they order. */
export async function registerImports(app: FastifyInstance, parts: AppParts, afterWrite: AfterWrite): Promise<void> {
  const { db, config } = parts;
  const { planningExtent, cityCrs } = cityOf(parts);
  const runner = startRunner({ db, planningExtent, localMeridian: meridianOf(cityCrs.proj4) }, afterWrite, (error) =>
    app.log.error(error),
  );
  app.addHook('onReady', async () => runner.wake());
  app.addHook('preClose', () => runner.stop());

  const state = async (id: string, lang: Lang): Promise<ImportState> => {
    const row = await read(db, id);
    if (!row) throw refusal('not-found', { what: 'import', id });
    return sayImport(row, lang);
  };
  const ordered = async (id: string, done: boolean, code: RefusalCode, lang: Lang): Promise<ImportState> => {
    const now = await state(id, lang);
    if (!done) throw refusal(code, { name: now.fileName });
    runner.wake();
    return now;
  };

  await app.register(async (scope) => {
    await takeUploads(scope, config.uploadLimitBytes);
    serve(scope, createImport, async ({ actor, request }) => {
      const who = mustAct(actor);
      const { name, content } = await uploadOf(request);
      const stored = await receiveFile(db, content, config.uploadLimitBytes);
      if (!stored) throw tooLarge(config.uploadLimitBytes);
      const id = randomUUID();
      await enter(db, { id, actor: who, fileName: name, sha256: stored.sha256 });
      runner.wake();
      return { id };
    });
  });
  serve(app, listImports, async ({ lang }) => ({ rows: (await list(db)).map((row) => sayImport(row, lang)) }));
  serve(app, readImport, ({ params: { id }, lang }) => state(id, lang));
  serve(app, reviseImport, async ({ params: { id }, body, actor, lang }) => {
    mustAct(actor);
    const before = await read(db, id);
    if (!before) throw refusal('not-found', { what: 'import', id });
    mustKnow(body.crs, body.encoding);
    // Another encoding may change the names of columns, so a mapping made under the old one is guessed anew.
    const kept = body.encoding ? { crs: before.settings.crs } : before.settings;
    return ordered(id, await orderReading(db, id, { ...kept, ...body }), 'import-not-ready', lang);
  });
  serve(app, commitImport, async ({ params: { id }, body, actor, lang }) => {
    mustAct(actor);
    const before = await state(id, lang);
    mustKnow(body.crs, undefined);
    mustHaveColumns(before, Object.values(body.mapping.columns));
    const encoding = (await read(db, id))?.settings.encoding;
    return ordered(id, await orderWriting(db, id, { ...body, encoding }), 'import-not-ready', lang);
  });
  serve(app, cancelImport, async ({ params: { id }, actor, lang }) => {
    mustAct(actor);
    await state(id, lang);
    return ordered(id, await giveUp(db, id), 'import-not-ready', lang);
  });
  serve(app, listQuarantine, async ({ params: { id }, query, lang }) => {
    const [total, rows] = [await countQuarantine(db, id), await listHeld(db, id, query)];
    return { total, rows: rows.map((row) => sayHeld(row, lang)) };
  });
  app.get(
    '/api/imports/:id/quarantine.csv',
    { schema: { tags: ['imports'], params: listQuarantine.params } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const lang = langOf(request.headers['accept-language']);
      const rows = (await listHeld(db, id, { limit: null, offset: 0 })).map((row) => sayHeld(row, lang));
      reply.header('content-disposition', `attachment; filename="quarantine-${id}.csv"`);
      return reply
        .type('text/csv; charset=utf-8')
        .send(
          writeCsv([
            lang === 'zh'
              ? ['序号', '编号', '原因代码', '原因', '处理建议', '经度', '纬度']
              : ['record', 'number', 'code', 'reason', 'remedy', 'longitude', 'latitude'],
            ...rows.map((row) => [
              row.record,
              row.number,
              row.code,
              row.message,
              row.remedy,
              row.at?.[0] ?? null,
              row.at?.[1] ?? null,
            ]),
          ]),
        );
    },
  );
}

function mustKnow(crs: string | undefined, encoding: string | undefined): void {
  const issues = [];
  if (crs !== undefined && !crsOfId(crs)) issues.push({ path: '/crs', message: `unknown: ${crs}` });
  if (encoding !== undefined && !knownEncoding(encoding))
    issues.push({ path: '/encoding', message: `unknown: ${encoding}` });
  if (issues.length > 0) throw refusal('request-invalid', {}, { issues });
}

function mustHaveColumns(state: ImportState, columns: readonly (string | undefined)[]): void {
  const known = new Set(state.preview?.columns.map((column) => column.name));
  const unknown = columns.filter((column) => column !== undefined && !known.has(column));
  const issues = unknown.map((column) => ({ path: '/mapping/columns', message: `no column ${column}` }));
  if (issues.length > 0) throw refusal('request-invalid', {}, { issues });
}

function meridianOf(proj4: string): number {
  return Number(/\+lon_0=([\d.]+)/.exec(proj4)?.[1] ?? Number.NaN);
}
