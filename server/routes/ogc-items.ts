import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ogcWords as words } from '../../data/words/ogc';
import type { AppParts } from '../app';
import { listItems } from '../db/ogc/list-items';
import { refusal } from '../errors';
import { etagOf, isHeld } from '../ogc/answer';
import { formatAsked } from '../ogc/ask/negotiate';
import { readCrs } from '../ogc/ask/read-crs';
import { type ItemsQuestion, itemParameters, readItemsQuestion } from '../ogc/ask/read-items-question';
import { writeToken } from '../ogc/ask/token';
import type { Collection, ItemRow, Known } from '../ogc/collections/collection';
import type { OgcCrs } from '../ogc/crs';
import { linkTo, mediaTypes, ownLinks, type Reader } from '../ogc/documents/document';
import { featureText, type Page, pageTable, pageText } from '../ogc/documents/features';
import { pageOf } from '../ogc/documents/page';
import type { Survey } from '../ogc/survey';
import type { ParkBook } from '../parks/park-book';
import { collectionIn, hidden, readerOf } from './ogc-reader';

/** GET /ogc/collections/:collection/items and /ogc/collections/:collection/items/:feature. */
export function registerOgcItems(scope: FastifyInstance, parts: AppParts, parks: ParkBook, survey: Survey): void {
  const { db } = parts;
  const knownOf = async ({ layer }: Collection): Promise<Known> => ({
    verdicts: layer === 'parks' ? await parks.rows() : [],
  });
  const readPage = async ({ asked, matchedBy }: ItemsQuestion, version: string): Promise<Page> => {
    const { collection, limit, sort } = asked;
    const question = { ...asked, known: await knownOf(collection) };
    const matched = await survey.count(question, matchedBy, version);
    // One row more than shown tells whether there is another page.
    const rows = await listItems(db, { ...question, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const next = last
      ? writeToken(sort, { key: last.key, values: sort.map((_, n) => valueIn(last, `sort${n}`)) })
      : null;
    return { collection, rows: shown, matched, next };
  };

  scope.get('/collections/:collection/items', hidden, async (request, reply) => {
    const collection = collectionIn(request);
    const { reader, parameters } = readerOf(request, parts, itemParameters(collection));
    const format = formatAsked(parameters, request, ['json', 'html']);
    const question = readItemsQuestion(collection, parameters);
    // The version is read before the rows: an answer may be newer than its name, never older.
    const version = await survey.version(collection);
    reply.header('content-crs', contentCrs(question.crs));
    if (isHeld(request, reply, etagOf(version, format, reader.lang, reader.base, reader.path), reader.lang))
      return reply.status(304).send();
    const page = await readPage(question, version);
    if (format === 'html')
      return reply.type('text/html; charset=utf-8').send(pageOf(pageTable(page, reader), reader.lang));
    return reply.type(mediaTypes.geojson).send(pageText(page, question.crs, reader, new Date()));
  });

  scope.get('/collections/:collection/items/:feature', hidden, async (request, reply) => {
    const collection = collectionIn(request);
    const { reader, parameters } = readerOf(request, parts, ['crs']);
    const format = formatAsked(parameters, request, ['json', 'html']);
    const crs = readCrs('crs', parameters);
    const key = featureIn(request, collection);
    const version = await survey.version(collection);
    const question = readItemsQuestion(collection, new Map());
    const [row] = await listItems(db, { ...question.asked, key, limit: 1, known: await knownOf(collection) });
    if (!row) throw refusal('not-found', { what: collection.id, id: key });
    reply.header('content-crs', contentCrs(crs));
    if (isHeld(request, reply, etagOf(version, format, reader.lang, reader.base, reader.path), reader.lang))
      return reply.status(304).send();
    if (format === 'html') {
      const page = { collection, rows: [row], matched: 1, next: null };
      return reply.type('text/html; charset=utf-8').send(pageOf(pageTable(page, reader), reader.lang));
    }
    return reply
      .type(mediaTypes.geojson)
      .send(featureText(collection, row, crs, reader.lang, linksOf(collection, reader)));
  });
}

const contentCrs = ({ uri }: OgcCrs): string => `<${uri}>`;

function linksOf(collection: Collection, reader: Reader) {
  return [
    ...ownLinks(reader, mediaTypes.geojson, words),
    linkTo(reader, 'collection', `/collections/${collection.id}`, mediaTypes.json, words.collection),
  ];
}

/** The key in an address; what cannot be one is nobody's. */
function featureIn(request: FastifyRequest, collection: Collection): string {
  const { feature } = request.params as { feature: string };
  const isKey = collection.keyType === 'integer' ? /^\d{1,18}$/.test(feature) : !feature.includes('\u0000');
  if (!isKey) throw refusal('not-found', { what: collection.id, id: feature.replaceAll('\u0000', '') });
  return feature;
}

function valueIn(row: ItemRow, column: string): string | number | boolean | null {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
