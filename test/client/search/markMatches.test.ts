import { describe, expect, it } from 'vitest';
import { markMatches } from '../../../client/search/markMatches';

const marked = (text: string, query: string) =>
  markMatches(text, query)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('marking matches', () => {
  it.each([
    ['样例园 · 光谷', '光', '样例园 · [光]谷'],
    ['North Gate', 'gate', 'North [Gate]'],
    ['A12-A12', 'A12', '[A12]-[A12]'],
    ['abc', 'a c', '[a]b[c]'],
    ['abc', 'x', 'abc'],
    ['abc', ' ', 'abc'],
  ])('%s for %s', (text, query, want) => expect(marked(text, query)).toBe(want));
});
