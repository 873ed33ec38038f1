import { Cql2Fault, type Token } from './tokens';

/** Walks over the words of a text. */
export interface Reader {
  readonly next: Token;
  take(): Token;
  /** Whether one of the words (lower case) or signs stands next. */
  is(...values: string[]): boolean;
  /** Takes it if it stands next. */
  skip(value: string): boolean;
  /** Takes it, or is at fault. */
  need(value: string): void;
  number(): number;
  text(): string;
  fail(expected: string): never;
}

/** Opens a reader over the words of a text. */
export function readerOf(tokens: readonly Token[]): Reader {
  let place = 0;
  const next = () => tokens[place] as Token;
  const reader: Reader = {
    get next() {
      return next();
    },
    take() {
      const token = next();
      place = Math.min(place + 1, tokens.length - 1);
      return token;
    },
    is: (...values) => ['word', 'sign'].includes(next().kind) && values.includes(next().value.toLowerCase()),
    skip: (value) => reader.is(value) && Boolean(reader.take()),
    need(value) {
      if (!reader.skip(value)) reader.fail(value.toUpperCase());
    },
    number() {
      if (next().kind !== 'number') reader.fail('0-9');
      return Number(reader.take().value);
    },
    text() {
      if (next().kind !== 'text') reader.fail("'…'");
      return reader.take().value;
    },
    fail(expected) {
      throw new Cql2Fault(next().at, next().value || '∎', expected);
    },
  };
  return reader;
}
