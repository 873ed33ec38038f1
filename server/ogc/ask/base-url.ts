import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config';
import { invalid } from './parameters';

const host = /^(?:[a-z\d](?:[\w.-]{0,251}[a-z\d])?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Address of the service as the reader asked for it, without a slash at the end: links are made from it. What a proxy
 * says of it counts only where the server is told to trust one; a host that is none is refused.
 */
export function baseUrl(
  request: Pick<FastifyRequest, 'headers' | 'protocol'>,
  { trustProxy }: Pick<Config, 'trustProxy'>,
): string {
  const told = (name: string) => (trustProxy ? firstOf(request.headers[name]) : undefined);
  const named = told('x-forwarded-host') ?? request.headers.host ?? '';
  if (!host.test(named)) throw invalid('Host', named, 'host:port');
  const scheme = told('x-forwarded-proto') === 'https' ? 'https' : request.protocol;
  return `${scheme}://${named}/ogc`;
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return (
    String(header ?? '')
      .split(',')[0]
      ?.trim() || undefined
  );
}
