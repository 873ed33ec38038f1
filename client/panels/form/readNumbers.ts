const SEPARATORS = /[\s,;\u3001]+/u;

/**
 * Reads parcel numbers out of pasted text: one to a line, or set apart by spaces, commas, semicolons or U+3001.
 * Full-width signs become plain ones, quotes from a spreadsheet are dropped, repeats count once.
 */
export function readNumbers(text: string): string[] {
  const numbers = text
    .normalize('NFKC')
    .split(SEPARATORS)
    .map((part) => part.replace(/^["']+|["']+$/g, ''))
    .filter((part) => part !== '');
  return [...new Set(numbers)];
}
