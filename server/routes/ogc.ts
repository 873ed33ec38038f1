import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppParts } from '../app';
import { asRefusal } from '../as-refusal';
import { refusal, refusalBody } from '../errors';
import { isGoneAway } from '../gone-away';
import { langOf } from '../lang';
import { sendText } from '../ogc/answer';
import { formatAsked } from '../ogc/ask/negotiate';
import { collections } from '../ogc/collections/all';
import { apiDocument } from '../ogc/documents/api';
import { collectionDocument, collectionsDocument } from '../ogc/documents/collection';
import { conformanceDocument } from '../ogc/documents/conformance';
import { type Document, mediaTypes, type Reader } from '../ogc/documents/document';
import { landingDocument } from '../ogc/documents/landing';
import { pageOf } from '../ogc/documents/page';
import { queryablesDocument } from '../ogc/documents/queryables';
import { openSurvey } from '../ogc/survey';
import type { ParkBook } from '../parks/park-book';
import { asOfDay } from '../settings';
import type { TileStore } from '../tiles/tile-store';
import { registerOgcItems } from './ogc-items';
import { collectionIn, hidden, OGC, readerOf, sendDocument } from './ogc-reader';
import { registerOgcTiles } from './ogc-tiles';

/** `/ogc`: OGC API Features and Tiles over what is public. */
export async function registerOgc(
  app: FastifyInstance,
  parts: AppParts,
  parks: ParkBook,
  tile: TileStore,
): Promise<void> {
  await app.register(
    async (scope) => {
      scope.setErrorHandler(tellError);
      const survey = openSurvey(parts.db, () => asOfDay(parts));
      const get = (url: string, write: (reader: Reader, request: FastifyRequest) => Promise<Document>, type?: string) =>
        scope.get(url, hidden, async (request, reply) => {
          const { reader, parameters } = readerOf(request, parts);
          return sendDocument(request, reply, reader, parameters, await write(reader, request), type);
        });
      get('/', async (reader) => landingDocument(reader));
      get('/conformance', async (reader) => conformanceDocument(reader));
      get('/collections', async (reader) =>
        collectionsDocument(await Promise.all(collections.map((one) => survey.of(one))), reader),
      );
      get('/collections/:collection', async (reader, request) =>
        collectionDocument(await survey.of(collectionIn(request)), reader),
      );
      get(
        '/collections/:collection/queryables',
        async (reader, request) => queryablesDocument(collectionIn(request), reader),
        mediaTypes.schema,
      );
      scope.get('/api', hidden, async (request, reply) => {
        const { reader, parameters } = readerOf(request, parts);
        const json = apiDocument(reader);
        const lines = Object.keys(json.paths as object);
        if (formatAsked(parameters, request, ['json', 'html']) === 'json')
          return sendText(request, reply, reader.lang, mediaTypes.openapi, JSON.stringify(json));
        const document = { title: 'OpenAPI', lines, json: {} };
        return sendText(request, reply, reader.lang, mediaTypes.html, pageOf(document, reader.lang));
      });
      registerOgcItems(scope, parts, parks, survey);
      registerOgcTiles(scope, parts, survey, tile);
      scope.get('/*', hidden, async () => {
        throw refusal('route-not-found');
      });
    },
    { prefix: OGC },
  );
}

/** Errors as OGC and RFC 7807 readers look for them: the usual body, with its message under their names too. */
function tellError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asRefusal(error, request.url);
  if (!known && !isGoneAway(error, request.raw.socket.destroyed)) request.log.error(error);
  const answer = known ?? refusal('internal-error');
  const { lang } = request.query as { lang?: string };
  const told = lang === 'zh' || lang === 'en' ? lang : langOf(request.headers['accept-language']);
  const body = refusalBody(answer, told, request.id);
  const { status } = answer;
  return reply
    .status(status)
    .type('application/json')
    .send({ ...body, type: 'about:blank', status, title: body.code, description: body.message, detail: body.message });
}
