/** A word of CQL2 text with its place, counted from 1. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'number' | 'sign' | 'end';
  readonly value: string;
  readonly at: number;
}

/** Where the text cannot be read: what stands there, and what could. */
export class Cql2Fault extends Error {
  constructor(
    readonly at: number,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${at}: ${found}`);
  }
}

const patterns: readonly [Token['kind'], RegExp][] = [
  ['word', /[\p{L}_][\p{L}\p{N}_.:]*/uy],
  ['quoted', /"(?:[^"]|"")+"/uy],
  ['text', /'(?:[^']|'')*'/uy],
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['sign', /<>|<=|>=|[=<>(),]/uy],
];
const blank = /\s*/uy;
const SHOWN = 12;

/** Cuts CQL2 text into words, ending with one of kind `end`; a sign that CQL2 does not know is a fault. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let place = skip(text, 0); place < text.length; ) {
    const found = tokenAt(text, place);
    if (!found) throw new Cql2Fault(place + 1, text.slice(place, place + SHOWN), "'…', 0-9, a-z, ( ) , = <>");
    tokens.push(found.token);
    place = skip(text, found.end);
  }
  return [...tokens, { kind: 'end', value: '', at: text.length + 1 }];
}

function tokenAt(text: string, place: number): { token: Token; end: number } | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = place;
    const [raw] = pattern.exec(text) ?? [];
    if (raw) return { token: { kind, value: plain(kind, raw), at: place + 1 }, end: place + raw.length };
  }
  return null;
}

function plain(kind: Token['kind'], raw: string): string {
  if (kind === 'text') return raw.slice(1, -1).replaceAll("''", "'");
  return kind === 'quoted' ? raw.slice(1, -1).replaceAll('""', '"') : raw;
}

function skip(text: string, place: number): number {
  blank.lastIndex = place;
  return place + (blank.exec(text)?.[0].length ?? 0);
}
