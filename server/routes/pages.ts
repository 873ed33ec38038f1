import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { AppParts } from '../app';
import { basemapPath } from '../basemap';

const zones = fileURLToPath(new URL('../../data/zones/', import.meta.url));
/** Ground that the map stands on, the same for everyone. */
const grounds = ['land', 'sea'] as const;

/** The built page with its files, and the land and sea beneath the map. */
export async function registerPages(app: FastifyInstance, { config }: AppParts): Promise<void> {
  for (const name of grounds) {
    const file = resolve(zones, `${name}.geojson`);
    if (!existsSync(file)) continue;
    const content = readFileSync(file);
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 24)}"`;
    app.get(`/zones/${name}.geojson`, { schema: { hide: true } }, async (request, reply) => {
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === etag) return reply.status(304).send();
      return reply.type('application/geo+json').send(content);
    });
  }
  const { style } = config.basemap;
  if (style) app.get(basemapPath, { schema: { hide: true } }, async () => style);
  if (!existsSync(resolve(config.clientFolder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: config.clientFolder,
    wildcard: false,
    index: ['index.html'],
    // File names under assets carry a hash of their content; the page itself must be asked for each time.
    setHeaders: (response, path) => {
      response.header(
        'cache-control',
        path.includes('/assets/') ? 'private, max-age=31536000, immutable' : 'private, no-cache',
      );
    },
  });
  // Browsers ask for it of pages that name no icon, such as those of /ogc.
  app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('favicon.svg'));
  // Any other address that a browser opens is a place inside the page.
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isPage = !/^\/(api|ogc|tiles|zones|assets|basemap)(\/|$)/.test(path) && !/\.\w+$/.test(path);
    return isPage ? reply.sendFile('index.html') : reply.callNotFound();
  });
}
