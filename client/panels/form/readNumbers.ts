const SEPARATORS = /[\s,;,;、\u3000]+/u;
const FULL_WIDTH = /[!-~]/gu;

/**
 * Reads parcel numbers out of pasted text: one to a line, or set apart by spaces, commas, semicolons or 、.
 * Full-width letters and digits become plain ones, quotes from a spreadsheet are dropped, repeats count once.
 */
export function readNumbers(text: string): string[] {
  const plain = text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const numbers = plain
    .split(SEPARATORS)
    .map((part) => part.replace(/^["']+|["']+$/g, ''))
    .filter((part) => part !== '');
  return [...new Set(numbers)];
}
