import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
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
import type { AfterWrite } from '../findings/after-write';
import { crsOfId } from '../formats/crs/catalogue';
import { knownEncoding } from '../formats/decode-text';
import { writeCsv } from '../formats/write-csv';
import { sayHeld, sayImport } from '../imports/say-import';
import { startRunner } from '../imports/start-runner';
import { type Lang, langOf } from '../lang';
import { cityOf } from '../settings';
import { mustAct, serve } from './serve';

const megabyte = 1024 * 1024;
/** What multipart adds around a file: boundaries and part headers. */
const envelopeBytes = 64 * 1024;
const fileNameChars = 200;

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
    await scope.register(multipart, {
      limits: { files: 1, fileSize: Number.POSITIVE_INFINITY },
    });
    scope.addHook('onRequest', async (request, reply) => {
      // What is left of a refused upload is not listened to.
      reply.header('connection', 'close');
      refuseTooLarge(request, config.uploadLimitBytes);
    });
    serve(scope, createImport, async ({ actor, request }) => {
      const who = mustAct(actor);
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw refusal('file-missing');
      const stored = await receiveFile(db, part.file, config.uploadLimitBytes);
      if (!stored) throw tooLarge(config.uploadLimitBytes);
      const id = randomUUID();
      await enter(db, { id, actor: who, fileName: shownName(part.filename), sha256: stored.sha256 });
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

/** A request that announces too much is refused before its first byte is read. */
function refuseTooLarge(request: FastifyRequest, limitBytes: number): void {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limitBytes + envelopeBytes) throw tooLarge(limitBytes);
}

function tooLarge(limitBytes: number) {
  return refusal('body-too-large', { limit: `${Math.round(limitBytes / megabyte)} MiB` });
}

/** A name is only ever shown, never a path. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((char) => char.charCodeAt(0) >= 0x20 && char !== '\x7f').join('');
  return clean.slice(-fileNameChars).trim() || '未命名';
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
