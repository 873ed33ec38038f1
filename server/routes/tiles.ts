import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { tileLayerName } from '../../data/contract';
import { refusal } from '../errors';
import { MAX_ZOOM, MIN_ZOOM, tileFrame } from '../tiles/address';
import type { StoredTile, TileStore } from '../tiles/tile-store';

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const params = z.object({ layer: tileLayerName, z: whole, x: whole, y: whole });
const query = z.object({ v: whole.optional() });
const YEAR_SECONDS = 31_536_000;

/** GET /tiles/:layer/:z/:x/:y?v= as Mapbox vector tiles; kept for ever by a browser that named the version it got. */
export function registerTiles(app: FastifyInstance, tile: TileStore): void {
  app.route<{ Params: z.output<typeof params>; Querystring: z.output<typeof query> }>({
    method: 'GET',
    url: '/tiles/:layer/:z/:x/:y',
    schema: { params, querystring: query, tags: ['tiles'], summary: 'One vector tile of a map layer' },
    handler: async (request, reply) => {
      const { layer, z: zoom, x, y } = request.params;
      const frame = tileFrame(zoom, x, y);
      if (!frame) {
        const message = `no tile ${zoom}/${x}/${y}; zoom runs from ${MIN_ZOOM} to ${MAX_ZOOM}`;
        throw refusal('request-invalid', {}, { issues: [{ path: '/tiles', message }] });
      }
      const version = request.query.v ?? null;
      const found = await tile({ layer, x, y, frame, version });
      return sendTile(request, reply, found, version);
    },
  });
}

/** Sends a tile as it is kept; for ever where its version was named. */
export function sendTile(
  request: FastifyRequest,
  reply: FastifyReply,
  found: StoredTile,
  version: number | null,
): FastifyReply {
  reply
    .header('etag', found.etag)
    .header('vary', 'accept-encoding')
    .header('x-tile-version', found.version)
    .header(
      'cache-control',
      version === found.version ? `private, max-age=${YEAR_SECONDS}, immutable` : 'private, no-cache',
    );
  if (request.headers['if-none-match'] === found.etag) return reply.status(304).send();
  reply.type('application/vnd.mapbox-vector-tile');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(gunzipSync(found.gzip));
  return reply.header('content-encoding', 'gzip').send(found.gzip);
}
