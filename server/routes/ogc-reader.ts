import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppParts } from '../app';
import { refusal } from '../errors';
import { sendText } from '../ogc/answer';
import { baseUrl } from '../ogc/ask/base-url';
import { formatAsked, langAsked } from '../ogc/ask/negotiate';
import { type Parameters, parametersOf } from '../ogc/ask/parameters';
import type { Collection } from '../ogc/collections/collection';
import { collectionOf } from '../ogc/documents/collection';
import { type Document, mediaTypes, type Reader } from '../ogc/documents/document';
import { pageOf } from '../ogc/documents/page';

/** Where the service stands. */
export const OGC = '/ogc';
/** The description of this service is its own, at `/ogc/api`. */
export const hidden = { schema: { hide: true } } as const;

/** The reader of a request with its parameters; those that the address does not know are refused. */
export function readerOf(
  request: FastifyRequest,
  { config }: Pick<AppParts, 'config'>,
  known: readonly string[] = [],
): { reader: Reader; parameters: Parameters } {
  const parameters = parametersOf(request, known);
  const path = request.url.slice(OGC.length);
  return { reader: { base: baseUrl(request, config), lang: langAsked(parameters, request), path }, parameters };
}

/** The collection that an address names. */
export function collectionIn(request: FastifyRequest): Collection {
  const { collection: id } = request.params as { collection: string };
  const found = collectionOf(id);
  if (!found) throw refusal('not-found', { what: 'collection', id });
  return found;
}

/** Sends a document in the form that the reader asks for. */
export function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  { lang }: Reader,
  parameters: Parameters,
  document: Document,
  type: string = mediaTypes.json,
): FastifyReply {
  if (formatAsked(parameters, request, ['json', 'html']) === 'html')
    return sendText(request, reply, lang, mediaTypes.html, pageOf(document, lang));
  return sendText(request, reply, lang, type, JSON.stringify(document.json));
}
