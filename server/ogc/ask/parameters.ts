import type { FastifyRequest } from 'fastify';
import { type Refusal, refusal } from '../../errors';

/** The parameters of a request by name. */
export type Parameters = ReadonlyMap<string, string>;
/** Every address of the service takes these. */
export const everywhere = ['f', 'lang'] as const;

/** The parameters of a request; one that the address does not know, or that is given twice, is refused as the standard asks. */
export function parametersOf(request: FastifyRequest, known: readonly string[] = []): Parameters {
  const all = [...everywhere, ...known];
  const given = Object.entries(request.query as Record<string, string | string[]>);
  for (const [name, value] of given) {
    if (!all.includes(name)) throw refusal('ogc-parameter-unknown', { name, known: all.join(', ') });
    if (typeof value !== 'string') throw invalid(name, value.join(' | '), '1 ×');
    // The database stores no NUL, and so nothing can match one.
    if (value.includes('\u0000')) throw invalid(name, value.replaceAll('\u0000', '␀'), 'text');
  }
  return new Map(given as [string, string][]);
}

/** The refusal of a parameter's value; `expected` is understood in both languages. */
export function invalid(name: string, value: string, expected: string): Refusal {
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return refusal('ogc-parameter-invalid', { name, value: shown, expected });
}
