import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { asRefusal } from './as-refusal';
import type { Config } from './config';
import type { Db } from './db/pool';
import { refusal, refusalBody } from './errors';
import { isGoneAway } from './gone-away';
import { langOf } from './lang';
import { registerRoutes } from './routes/all';
import type { Rulesets } from './rules';

export interface AppParts {
  db: Db;
  rulesets: Rulesets;
  config: Config;
  /** Fires when the server is about to close: what would stay open for ever is ended then. */
  leaving?: AbortSignal;
}

const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

/** Builds the whole HTTP application over a database; never listens, so that tests can inject requests. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 120_000,
    // Closing waits for work under way; Fastify would otherwise crash the process after ten seconds of it.
    pluginTimeout: 120_000,
    connectionTimeout: 120_000,
    genReqId: () => randomUUID(),
    logger: parts.config.log && { level: parts.config.log, redact: ['req.headers["x-actor"]', 'req.headers.cookie'] },
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = asRefusal(error, request.url);
    if (!known && !isGoneAway(error, request.raw.socket.destroyed)) request.log.error(error);
    const answer = known ?? refusal('internal-error');
    const body = refusalBody(answer, langOf(request.headers['accept-language']), request.id);
    return reply.status(answer.status).type('application/json').send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const body = refusalBody(refusal('route-not-found'), langOf(request.headers['accept-language']), request.id);
    return reply.status(404).send(body);
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(parts.config) },
    strictTransportSecurity: false,
  });
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(rateLimit, {
    max: parts.config.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !isCounted(request.routeOptions.url ?? request.url),
    errorResponseBuilder: (_request, context) =>
      refusal('too-many-requests', { seconds: Math.ceil(context.ttl / 1000) }),
  });
  await registerRoutes(app, parts);
  return app;
}

/**
 * Questions are counted; files of the page and tiles, which come by the dozen, are not. The route tells, since an address
 * can be written in more than one way.
 */
function isCounted(route: string): boolean {
  return route.startsWith('/api/') || (/^\/ogc(\/|$)/.test(route) && !route.endsWith('/:column'));
}

/** Nothing is fetched from elsewhere, unless the owner named a basemap. */
function contentPolicy(config: Config): Record<string, string[]> {
  const basemap = config.basemap.origins;
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...basemap],
    'connect-src': ["'self'", ...basemap],
    'worker-src': ["'self'", 'blob:'],
    'font-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  };
}
