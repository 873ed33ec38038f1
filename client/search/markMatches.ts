export interface Part {
  /** Where in the text it begins. */
  readonly at: number;
  readonly text: string;
  readonly hit: boolean;
}

/** Cuts a text into parts, those that match a word of the query marked; letter case and width do not matter. */
export function markMatches(text: string, query: string): Part[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const folded = fold(text);
  if (words.length === 0 || folded.length !== text.length) return [{ at: 0, text, hit: false }];
  const hits = Array.from({ length: text.length }, () => false);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      hits.fill(true, at, at + word.length);
  const parts: Part[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end++) {
    if (end < text.length && hits[end] === hits[start]) continue;
    parts.push({ at: start, text: text.slice(start, end), hit: hits[start] ?? false });
    start = end;
  }
  return parts;
}

/** Full-width letters and digits as plain ones, small letters; the length stays the same. */
const fold = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).toLowerCase();
