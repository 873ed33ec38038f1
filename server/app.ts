import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from './config';
import { DatabaseError } from './db/database-error';
import type { Db } from './db/pool';
import { Refusal, refusal, refusalBody } from './errors';
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
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, context) =>
      refusal('too-many-requests', { seconds: Math.ceil(context.ttl / 1000) }),
  });
  await registerRoutes(app, parts);
  return app;
}

/** Turns what Fastify and the database throw into a refusal of the table; null when it is nobody's fault but ours. */
function asRefusal(error: FastifyError, url: string): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof DatabaseError) return refusal(error.code);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((issue) => ({
      path: issue.instancePath || '/',
      message: issue.message ?? 'invalid',
    }));
    return refusal('request-invalid', {}, { issues });
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusal('body-too-large', { limit: '32 MiB' });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusal('media-type-unsupported');
  if (error.statusCode === 400)
    return refusal('request-invalid', {}, { issues: [{ path: url, message: error.message }] });
  return null;
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
