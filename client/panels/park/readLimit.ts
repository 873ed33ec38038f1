import type { TitleTest } from '../../../data/contract';
import type { Format } from '../../text/format';

export interface Measure {
  /** The measured value, with as many digits as it takes to differ from the limit; null where not known. */
  readonly value: string | null;
  readonly limit: string | null;
}

/** Writes a title test's measured value and limit so that they never read the same unless they are. */
export function readLimit(
  test: TitleTest,
  format: Format,
  writeFirms: (count: number) => string,
  words: { contiguity: (verdict: string) => string },
): Measure {
  if (test.id === 'contiguity')
    return {
      value: typeof test.value === 'string' ? words.contiguity(test.value) : null,
      limit: words.contiguity('contiguous'),
    };
  const limit = asNumber(test.limit);
  const value = asNumber(test.value);
  const write = (n: number, beside?: number) =>
    test.id === 'output-share' ? format.share(n, beside) : writeFirms(n);
  return {
    value: value === null ? null : write(value, limit ?? undefined),
    limit: limit === null ? null : write(limit, value ?? undefined),
  };
}

const asNumber = (value: number | string | null): number | null => (typeof value === 'number' ? value : null);
