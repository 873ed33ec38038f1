import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DatabaseError } from './db/database-error';
import { Refusal, refusal } from './errors';

/** Turns what Fastify and the database throw into a refusal of the table; null when it is nobody's fault but ours. */
export function asRefusal(error: FastifyError, url: string): Refusal | null {
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
