import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  cancelImport,
  commitImport,
  createImport,
  type ImportKind,
  type ImportMapping,
  type ImportState,
  listImports,
  readImport,
  reviseImport,
} from '../../data/contract';
import type { AppParts } from '../app';
import { inChina } from '../clock';
import { createImport as enter } from '../db/imports/create-import';
import { cancelImport as giveUp, orderReading, orderWriting } from '../db/imports/order-import';
import { type ImportRow, listImports as list, listReplaceable, readImport as read } from '../db/imports/read-import';
import { type RefusalCode, refusal } from '../errors';
import { receiveFile } from '../files/receive-file';
import { takeUploads, tooLarge, uploadOf } from '../files/take-uploads';
import type { AfterWrite } from '../findings/after-write';
import { crsOfId } from '../formats/crs/catalogue';
import { knownEncoding } from '../formats/decode-text';
import { openCommitting } from '../imports/committing';
import { withoutCells } from '../imports/internal';
import { kindOf } from '../imports/kinds/all';
import { sayImport } from '../imports/say-import';
import { sweepScratch } from '../imports/scratch';
import { startRunner } from '../imports/start-runner';
import { startSweeping } from '../imports/sweep-files';
import type { Lang } from '../lang';
import { cityOf } from '../settings';
import { registerQuarantine } from './quarantine';
import { mustAct, serve } from './serve';

/** The nouns under /api/imports, and the runner that reads and writes what they order. */
export async function registerImports(app: FastifyInstance, parts: AppParts, afterWrite: AfterWrite): Promise<void> {
  const { db, config } = parts;
  const { planningExtent, cityCrs } = cityOf(parts);
  const place = {
    db,
    planningExtent,
    localMeridian: meridianOf(cityCrs.proj4),
    scratchFolder: join(config.dataFolder, 'imports'),
    recordsAtMost: config.importRecordsAtMost,
    minutesAtMost: config.importMinutesAtMost,
    overlapSeconds: config.importOverlapSeconds,
    committing: openCommitting(db),
  };
  const runner = startRunner(place, afterWrite, (error) => app.log.error(error));
  const sweeping = startSweeping(db, config.importKeepDays, (error) => app.log.error(error));
  app.addHook('onReady', async () => {
    await sweepScratch(db, place.scratchFolder);
    runner.wake();
    sweeping.wake();
  });
  app.addHook('preClose', async () => {
    await Promise.all([runner.stop(), sweeping.stop()]);
  });

  const state = async (id: string, lang: Lang): Promise<ImportState> => {
    const row = place.committing.read(id) ?? (await read(db, id));
    if (!row) throw refusal('not-found', { what: 'import', id });
    const replaceable = row.phase === 'ready' ? await listReplaceable(db, row.kind) : [];
    return sayImport(row, lang, replaceable);
  };
  /** An import of which something may be ordered: its file is there. */
  const withFile = async (id: string): Promise<ImportRow> => {
    const row = await read(db, id);
    if (!row) throw refusal('not-found', { what: 'import', id });
    if (row.fileGoneAt) throw refusal('import-file-gone', { name: row.fileName, at: inChina(row.fileGoneAt) });
    return row;
  };
  const ordered = async (id: string, done: boolean, code: RefusalCode, lang: Lang): Promise<ImportState> => {
    const now = await state(id, lang);
    if (!done) throw refusal(code, { name: now.fileName });
    runner.wake();
    return now;
  };

  await app.register(async (scope) => {
    await takeUploads(scope, config.uploadLimitBytes);
    serve(scope, createImport, async ({ actor, request, query }) => {
      const who = mustAct(actor);
      const { name, content } = await uploadOf(request);
      const stored = await receiveFile(db, content, config.uploadLimitBytes);
      if (!stored) throw tooLarge(config.uploadLimitBytes);
      const id = randomUUID();
      await enter(db, { id, actor: who, fileName: name, sha256: stored.sha256, settings: { kind: query.kind } });
      runner.wake();
      return { id };
    });
  });
  serve(app, listImports, async ({ lang }) => ({ rows: (await list(db)).map((row) => sayImport(row, lang)) }));
  serve(app, readImport, async ({ params: { id }, actor, lang }) => {
    const found = await state(id, lang);
    return actor ? found : withoutCells(found);
  });
  serve(app, reviseImport, async ({ params: { id }, body, actor, lang }) => {
    mustAct(actor);
    const before = await withFile(id);
    mustKnow(body.crs, body.encoding);
    mustTakeConstants(body.kind ?? before.kind, body.mapping);
    // Another encoding, layer or kind has other columns or fields, so a mapping made under the old one is guessed anew.
    const { mapping, ...chosen } = before.settings;
    const kept = body.encoding || body.layer || body.kind ? chosen : { ...chosen, mapping };
    return ordered(id, await orderReading(db, id, { ...kept, ...body }), 'import-not-ready', lang);
  });
  serve(app, commitImport, async ({ params: { id }, body, actor, lang }) => {
    mustAct(actor);
    const { encoding, layer } = (await withFile(id)).settings;
    const before = await state(id, lang);
    mustKnow(body.crs ?? undefined, undefined);
    mustBePlaced(before, body.crs);
    mustHaveColumns(before, Object.values(body.mapping.columns));
    mustTakeConstants(before.kind, body.mapping);
    const settings = { ...body, encoding, layer, kind: before.preview?.kind };
    return ordered(id, await orderWriting(db, id, settings), 'import-not-ready', lang);
  });
  serve(app, cancelImport, async ({ params: { id }, actor, lang }) => {
    mustAct(actor);
    runner.drop(id);
    await state(id, lang);
    return ordered(id, await giveUp(db, id), 'import-not-ready', lang);
  });
  registerQuarantine(app, place, afterWrite);
}

function mustKnow(crs: string | undefined, encoding: string | undefined): void {
  const issues = [];
  if (crs !== undefined && !crsOfId(crs)) issues.push({ path: '/crs', message: `unknown: ${crs}` });
  if (encoding !== undefined && !knownEncoding(encoding))
    issues.push({ path: '/encoding', message: `unknown: ${encoding}` });
  if (issues.length > 0) throw refusal('request-invalid', {}, { issues });
}

function mustBePlaced(state: ImportState, crs: string | null): void {
  if (!state.preview?.crs.needed || crs !== null) return;
  throw refusal('request-invalid', {}, { issues: [{ path: '/crs', message: 'needed' }] });
}

function mustHaveColumns(state: ImportState, columns: readonly (string | undefined)[]): void {
  const known = new Set(state.preview?.columns.map((column) => column.name));
  const unknown = columns.filter((column) => column !== undefined && !known.has(column));
  const issues = unknown.map((column) => ({ path: '/mapping/columns', message: `no column ${column}` }));
  if (issues.length > 0) throw refusal('request-invalid', {}, { issues });
}

function mustTakeConstants(kind: ImportKind, mapping: ImportMapping | undefined): void {
  const fields = kindOf(kind).fields.filter(({ varies }) => !varies);
  const wrong = Object.keys(mapping?.constants ?? {}).filter((field) => !fields.some(({ id }) => id === field));
  const issues = wrong.map((field) => ({ path: `/mapping/constants/${field}`, message: 'takes no constant' }));
  if (issues.length > 0) throw refusal('request-invalid', {}, { issues });
}

function meridianOf(proj4: string): number {
  return Number(/\+lon_0=([\d.]+)/.exec(proj4)?.[1] ?? Number.NaN);
}
