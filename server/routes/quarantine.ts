import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listQuarantine, mendRecords } from '../../data/contract';
import { countQuarantine, type HeldRecord, listQuarantine as listHeld } from '../db/imports/list-quarantine';
import { type ImportRow, readImport } from '../db/imports/read-import';
import { refusal } from '../errors';
import { savedAs } from '../files/saved-as';
import type { AfterWrite } from '../findings/after-write';
import { isInternal } from '../imports/internal';
import { heldAsCsv } from '../imports/mend/held-as-csv';
import { heldAsGeoJson } from '../imports/mend/held-as-geojson';
import { mendHeld, showMend } from '../imports/mend/mend-held';
import type { ImportPlace } from '../imports/read-job';
import { sayHeld } from '../imports/say-import';
import { type Lang, langOf } from '../lang';
import { mustBeOnMap } from '../operations/mend-import';
import { actorOf, mustAct, serve } from './serve';

/** The records that an import holds back: as a list, as files for the sender, and their mending. */
export function registerQuarantine(app: FastifyInstance, place: ImportPlace, afterWrite: AfterWrite): void {
  const { db } = place;
  const open = async (id: string, actor: string | null): Promise<ImportRow> => {
    const row = await readImport(db, id);
    if (!row) throw refusal('not-found', { what: 'import', id });
    if (isInternal(row.kind)) mustAct(actor);
    return row;
  };
  serve(app, listQuarantine, async ({ params: { id }, query, lang, actor }) => {
    await open(id, actor);
    const [total, rows] = [await countQuarantine(db, id), await listHeld(db, id, query)];
    return { total, rows: rows.map((row) => sayHeld(row, lang)) };
  });
  serve(app, mendRecords, async ({ params: { id }, body, actor, lang }) => {
    const who = { actor: mustAct(actor), reason: body.reason ?? null };
    const row = await open(id, actor);
    await mustBeOnMap(db, { ...row, name: row.fileName });
    const asked = { row, body, lang, mend: randomUUID() };
    if (body.dryRun) return { rows: await showMend(place, asked), event: null };
    const { rows, done } = await mendHeld(place, asked, who);
    if (done) await afterWrite(done.outcome);
    return { rows, event: done?.event ?? null };
  });

  const file = (
    extension: 'csv' | 'geojson',
    type: string,
    write: (rows: HeldRecord[], lang: Lang) => string,
  ): void => {
    const schema = { tags: ['imports'], params: listQuarantine.params, summary: 'The records held back as a file' };
    app.get(`/api/imports/:id/quarantine.${extension}`, { schema }, async (request: FastifyRequest, reply) => {
      const { id } = request.params as { id: string };
      const { fileName } = await open(id, actorOf(request));
      const lang = langOf(request.headers['accept-language']);
      const rows = await listHeld(db, id, { limit: null, offset: 0 });
      const stem = `${fileName.replace(/\.[^.]*$/, '')}-${lang === 'zh' ? '暂扣记录' : 'held-back'}`;
      return reply
        .header('content-disposition', savedAs(`${stem}.${extension}`))
        .header('cache-control', 'private, no-store')
        .type(`${type}; charset=utf-8`)
        .send(write(rows, lang));
    });
  };
  file('csv', 'text/csv', heldAsCsv);
  file('geojson', 'application/geo+json', heldAsGeoJson);
}
