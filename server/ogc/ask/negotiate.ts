import type { FastifyRequest } from 'fastify';
import { type Lang, langOf } from '../../lang';
import { invalid, type Parameters } from './parameters';

/** The reader's language: what `lang` says, else what the browser asks for. */
export function langAsked(parameters: Parameters, request: FastifyRequest): Lang {
  const asked = parameters.get('lang');
  if (asked === undefined) return langOf(request.headers['accept-language']);
  if (asked !== 'zh' && asked !== 'en') throw invalid('lang', asked, 'zh, en');
  return asked;
}

/**
 * The form of the answer: what `f` says, else a page where the reader prefers one, else the first of those offered.
 * GeoJSON goes under the name of JSON too.
 */
export function formatAsked<F extends string>(
  parameters: Parameters,
  request: FastifyRequest,
  offered: readonly [F, ...F[]],
): F {
  const asked = parameters.get('f');
  const found = offered.find((format) => format === asked || (format === 'json' && asked === 'geojson'));
  if (found) return found;
  if (asked !== undefined) throw invalid('f', asked, offered.join(', '));
  const page = offered.find((format) => format === 'html');
  return page && prefersPage(request.headers.accept ?? '') ? page : offered[0];
}

function prefersPage(accept: string): boolean {
  const wanted = accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { type, weight: Number(weight ?? 1) };
  });
  const best = (pattern: RegExp) =>
    Math.max(0, ...wanted.filter(({ type }) => pattern.test(type)).map(({ weight }) => weight));
  return best(/^(text\/html|application\/xhtml\+xml)$/) > best(/json/);
}
