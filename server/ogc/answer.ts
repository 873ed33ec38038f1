import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../lang';
import { mediaTypes } from './documents/document';

/** What an answer is kept by: the same name for the same bytes, or for what would become the same bytes. */
export function etagOf(...parts: readonly string[]): string {
  return `W/"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 24)}"`;
}

/** Writes the headers that every answer has; true when the reader already holds it and 304 is to be sent. */
export function isHeld(request: FastifyRequest, reply: FastifyReply, etag: string, lang: Lang): boolean {
  reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept, accept-language')
    .header('content-language', lang === 'zh' ? 'zh-CN' : 'en');
  const held = String(request.headers['if-none-match'] ?? '').split(',');
  return held.some((one) => one.trim() === etag || one.trim() === '*');
}

/** Sends a document that is cheap to make, kept by its own bytes. */
export function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  lang: Lang,
  type: string,
  text: string,
): FastifyReply {
  if (isHeld(request, reply, etagOf(lang, type, text), lang)) return reply.status(304).send();
  // As bytes, since Fastify rewrites the type of a text: GDAL does not know `version="3.0"` in quotes.
  return reply
    .header('content-type', type === mediaTypes.html ? 'text/html; charset=utf-8' : type)
    .send(Buffer.from(text));
}
