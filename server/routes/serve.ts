import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, EndpointShape, Handled } from '../../data/contract';
import { refusal } from '../errors';
import { type Lang, langOf } from '../lang';

/** What every handler is given beside the parsed parts of the request. */
export interface Asker {
  lang: Lang;
  /** Who asks, by the name the browser keeps; the door through which accounts will enter. */
  actor: string | null;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Handler<E extends EndpointShape> = (asked: Handled<E> & Asker) => Promise<Answer<E>>;

/** Registers one endpoint of the contract: parses what comes in, checks what goes out, and documents both. */
export function serve<E extends EndpointShape>(app: FastifyInstance, shape: E, handler: Handler<E>): void {
  app.route({
    method: shape.method,
    url: shape.path,
    schema: {
      tags: [shape.tag],
      summary: shape.summary,
      ...(shape.params && { params: shape.params }),
      ...(shape.query && { querystring: shape.query }),
      ...(shape.body && { body: shape.body }),
      response: { 200: shape.response },
    },
    handler: async (request, reply) => {
      const parts = { params: request.params, query: request.query, body: request.body } as Handled<E>;
      return handler({
        ...parts,
        lang: langOf(request.headers['accept-language']),
        actor: actorOf(request),
        request,
        reply,
      });
    },
  });
}

/** The actor of a write, or a refusal that says how to give one. */
export function mustAct(actor: string | null): string {
  if (!actor) throw refusal('actor-missing');
  return actor;
}

/** Header values are bytes, so the browser sends the name percent-encoded. */
export function actorOf(request: FastifyRequest): string | null {
  const header = request.headers['x-actor'];
  if (typeof header !== 'string') return null;
  try {
    // The database stores no NUL, and a name needs no other control character either.
    return (
      decodeURIComponent(header)
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 60) || null
    );
  } catch {
    return null;
  }
}
