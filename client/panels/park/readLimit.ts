import type { ContiguityVerdict, TitleTest } from '../../../data/contract';
import { contiguityWords } from '../../../data/words/vocabulary';
import type { Format } from '../../text/format';

export interface Measure {
  /** The measured value, with as many digits as it takes to differ from the limit; null where not known. */
  readonly value: string | null;
  readonly limit: string | null;
}

/** Writes a title test's measured value and limit so that they never read the same unless they are. */
export function readLimit(test: TitleTest, format: Format, writeFirms: (count: number) => string): Measure {
  if (test.id === 'contiguity')
    return {
      value: isContiguityVerdict(test.value) ? format.name(contiguityWords[test.value]) : null,
      limit: format.name(contiguityWords.contiguous),
    };
  const limit = asNumber(test.limit);
  const value = asNumber(test.value);
  const write = (n: number, beside: number | null) =>
    test.id === 'output-share' ? format.share(n, beside ?? undefined) : writeFirms(n);
  return {
    value: value === null ? null : write(value, limit),
    limit: limit === null ? null : write(limit, value),
  };
}

const asNumber = (value: number | string | null): number | null => (typeof value === 'number' ? value : null);
const isContiguityVerdict = (value: unknown): value is ContiguityVerdict =>
  typeof value === 'string' && value in contiguityWords;
