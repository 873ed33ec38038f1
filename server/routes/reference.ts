import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

const DOCUMENT = '/api/openapi.json';
const product: { version: string } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Collects every route that is registered after it into one OpenAPI 3.1 document. */
export async function collectReference(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '园图 Yuantu',
        version: product.version,
        description: 'Planning industrial land on a map, with verdicts that explain themselves.',
      },
    },
    transform: jsonSchemaTransform,
  });
}

/** GET /api/openapi.json, and the same to browse at /api/docs; both come from this server alone. */
export async function registerReference(app: FastifyInstance): Promise<void> {
  app.get(DOCUMENT, { schema: { hide: true } }, async () => app.swagger());
  await app.register(async (scope) => {
    // The browsable reference writes its settings into the page, so that this one route allows inline script.
    scope.addHook('onSend', async (_request, reply) => {
      const policy = String(reply.getHeader('content-security-policy') ?? '');
      reply.header('content-security-policy', policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"));
    });
    await scope.register(scalar, {
      routePrefix: '/api/docs',
      configuration: {
        url: DOCUMENT,
        pageTitle: '园图 Yuantu API',
        // An empty icon, so that no file is asked for that is not there.
        favicon: 'data:,',
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}
