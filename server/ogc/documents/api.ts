import { ogcWords as words } from '../../../data/words/ogc';
import { DEFAULT_LIMIT, MOST_ITEMS } from '../ask/read-items-question';
import { collections } from '../collections/all';
import type { Collection } from '../collections/collection';
import { ogcSystems } from '../crs';
import { mediaTypes, type Reader } from './document';
import { featureSchema } from './feature-schema';
import { propertySchema } from './queryables';

const string = { type: 'string' };
const uri = { type: 'string', format: 'uri', enum: ogcSystems.map((crs) => crs.uri) };
const parameter = (name: string, schema: object, description = name) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  style: 'form',
  explode: false,
});
const shared = {
  f: parameter('f', { type: 'string' }),
  lang: parameter('lang', { type: 'string', enum: ['zh', 'en'] }),
  bbox: parameter('bbox', { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }),
  'bbox-crs': parameter('bbox-crs', uri),
  datetime: parameter('datetime', string),
  limit: parameter('limit', { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: DEFAULT_LIMIT }),
  crs: parameter('crs', uri),
  filter: parameter('filter', string, 'CQL2 text'),
  'filter-lang': parameter('filter-lang', { type: 'string', enum: ['cql2-text'], default: 'cql2-text' }),
  'filter-crs': parameter('filter-crs', uri),
  sortby: parameter('sortby', string, '-areaMu,number'),
  token: parameter('token', string),
};
const refer = (name: keyof typeof shared) => ({ $ref: `#/components/parameters/${name}` });
const everywhere = [refer('f'), refer('lang')];
const inPath = (name: string, schema: object) => ({ name, in: 'path', required: true, schema });

function get(
  operationId: string,
  summary: string,
  type: string,
  parameters: readonly object[] = everywhere,
  answered: object = type === mediaTypes.mvt ? { type: 'string', format: 'binary' } : { type: 'object' },
): object {
  const error = { content: { 'application/json': { schema: { $ref: '#/components/schemas/exception' } } } };
  const answers = {
    '200': { description: summary, content: { [type]: { schema: answered } } },
    '400': { description: 'Bad request', ...error },
    '404': { description: 'Not found', ...error },
    '500': { description: 'Server error', ...error },
  };
  return { get: { operationId, summary, parameters, responses: answers } };
}

const ofFeature = (id: string) => ({ $ref: `#/components/schemas/${id}` });
const pageSchema = (id: string) => ({
  type: 'object',
  required: ['type', 'features'],
  properties: {
    type: { type: 'string', enum: ['FeatureCollection'] },
    timeStamp: { type: 'string', format: 'date-time' },
    numberMatched: { type: 'integer' },
    numberReturned: { type: 'integer' },
    links: { type: 'array', items: { type: 'object' } },
    features: { type: 'array', items: ofFeature(id) },
  },
});

function pathsOf(collection: Collection, { lang }: Reader): Record<string, object> {
  const { id } = collection;
  const own = `/collections/${id}`;
  const title = collection.title[lang];
  const asked = collection.properties.filter((property) => property.asked !== null);
  const questions = asked.map((property) =>
    parameter(property.name, propertySchema(property, lang), property.title[lang]),
  );
  const feature = [inPath('featureId', string), ...everywhere, refer('crs')];
  const zoom = inPath('tileMatrix', { type: 'integer' });
  const place = [zoom, inPath('tileRow', { type: 'integer' }), inPath('tileCol', { type: 'integer' })];
  const paging = Object.keys(shared).map((name) => refer(name as keyof typeof shared));
  return {
    [own]: get(`describe-${id}`, title, mediaTypes.json),
    [`${own}/queryables`]: get(`queryables-${id}`, `${title}: ${words.queryables[lang]}`, mediaTypes.schema),
    [`${own}/items`]: get(`items-${id}`, title, mediaTypes.geojson, [...paging, ...questions], pageSchema(id)),
    [`${own}/items/{featureId}`]: get(`item-${id}`, title, mediaTypes.geojson, feature, ofFeature(id)),
    [`${own}/tiles`]: get(`tilesets-${id}`, `${title}: ${words.tilesets[lang]}`, mediaTypes.json),
    [`${own}/tiles/WebMercatorQuad`]: get(`tileset-${id}`, `${title}: ${words.tileset[lang]}`, mediaTypes.json),
    [`${own}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`]: get(`tile-${id}`, title, mediaTypes.mvt, [
      ...place,
      ...everywhere,
    ]),
    [`/styles/${id}`]: get(`style-${id}`, `${title}: ${words.style[lang]}`, mediaTypes.style),
  };
}

/** The whole service as an OpenAPI 3.0 document. */
export function apiDocument(reader: Reader): Record<string, unknown> {
  const { lang } = reader;
  return {
    openapi: '3.0.3',
    info: { title: words.service[lang], description: words.serviceAbout[lang], version: '1.0.0' },
    servers: [{ url: reader.base }],
    paths: {
      '/': get('landing', words.about[lang], mediaTypes.json),
      '/conformance': get('conformance', words.conformance[lang], mediaTypes.json),
      '/api': get('api', words.api[lang], mediaTypes.openapi),
      '/collections': get('collections', words.collections[lang], mediaTypes.json),
      ...Object.assign({}, ...collections.map((collection) => pathsOf(collection, reader))),
      '/tileMatrixSets': get('tile-matrix-sets', words.tilingSchemes[lang], mediaTypes.json),
      '/tileMatrixSets/WebMercatorQuad': get('tile-matrix-set', words.tilingScheme[lang], mediaTypes.json),
    },
    components: {
      parameters: shared,
      schemas: {
        ...Object.fromEntries(collections.map((collection) => [collection.id, featureSchema(collection, lang)])),
        exception: {
          type: 'object',
          required: ['code'],
          properties: { code: string, message: string, description: string, status: { type: 'integer' } },
        },
      },
    },
  };
}
