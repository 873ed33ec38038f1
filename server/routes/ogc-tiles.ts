import type { FastifyInstance } from 'fastify';
import type { AppParts } from '../app';
import { refusal } from '../errors';
import { sendText } from '../ogc/answer';
import { formatAsked } from '../ogc/ask/negotiate';
import { mediaTypes } from '../ogc/documents/document';
import { styleDocument } from '../ogc/documents/style';
import { QUAD, tileMatrixSetDocument, tileMatrixSetsDocument } from '../ogc/documents/tile-matrix-set';
import { tileJson, tilesetDocument, tilesetsDocument } from '../ogc/documents/tiles';
import type { Survey } from '../ogc/survey';
import { tileFrame } from '../tiles/address';
import type { TileStore } from '../tiles/tile-store';
import { collectionIn, hidden, readerOf, sendDocument } from './ogc-reader';
import { sendTile } from './tiles';

/** Tile sets, tiles, the tile matrix set and the styles of `/ogc`; the tiles are those of the page, from the same cache. */
export function registerOgcTiles(scope: FastifyInstance, parts: AppParts, survey: Survey, tile: TileStore): void {
  const own = '/collections/:collection/tiles';
  scope.get(own, hidden, async (request, reply) => {
    const { reader, parameters } = readerOf(request, parts);
    const document = tilesetsDocument(await survey.of(collectionIn(request)), reader);
    return sendDocument(request, reply, reader, parameters, document);
  });
  scope.get(`${own}/${QUAD}`, hidden, async (request, reply) => {
    const { reader, parameters } = readerOf(request, parts);
    const surveyed = await survey.of(collectionIn(request));
    if (formatAsked(parameters, request, ['json', 'html', 'tilejson']) === 'tilejson')
      return sendText(request, reply, reader.lang, mediaTypes.json, JSON.stringify(tileJson(surveyed, reader)));
    return sendDocument(request, reply, reader, parameters, tilesetDocument(surveyed, reader));
  });
  scope.get<{ Params: Record<'zoom' | 'row' | 'column', string> }>(
    `${own}/${QUAD}/:zoom/:row/:column`,
    hidden,
    async (request, reply) => {
      const collection = collectionIn(request);
      const { parameters } = readerOf(request, parts);
      formatAsked(parameters, request, ['mvt']);
      const [zoom = Number.NaN, y = Number.NaN, x = Number.NaN] = [
        request.params.zoom,
        request.params.row,
        request.params.column,
      ].map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN));
      const frame = tileFrame(zoom, x, y);
      if (!frame)
        throw refusal('not-found', {
          what: 'tile',
          id: `${request.params.zoom}/${request.params.row}/${request.params.column}`,
        });
      return sendTile(request, reply, await tile({ layer: collection.layer, x, y, frame, version: null }), null);
    },
  );
  scope.get('/tileMatrixSets', hidden, async (request, reply) => {
    const { reader, parameters } = readerOf(request, parts);
    return sendDocument(request, reply, reader, parameters, tileMatrixSetsDocument(reader));
  });
  scope.get(`/tileMatrixSets/${QUAD}`, hidden, async (request, reply) => {
    const { reader, parameters } = readerOf(request, parts);
    return sendDocument(request, reply, reader, parameters, tileMatrixSetDocument(reader));
  });
  scope.get('/styles/:collection', hidden, async (request, reply) => {
    const { reader, parameters } = readerOf(request, parts);
    formatAsked(parameters, request, ['json']);
    const style = styleDocument(await survey.of(collectionIn(request)), reader);
    return sendText(request, reply, reader.lang, mediaTypes.style, JSON.stringify(style));
  });
}
