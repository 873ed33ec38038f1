const digitsKept = 16;
const long = new RegExp(`[:,[]\\s*-?\\d{${digitsKept},}\\s*[,}\\]]`);
const stringOrLong = new RegExp(
  `"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"|(?<![\\d.eE+-])-?\\d{${digitsKept},}(?![\\d.eE])`,
  'gs',
);

/** Whole numbers with more digits than a number of JavaScript keeps, such as parcel codes, become text before they are parsed. */
export function withLongNumbersAsText(json: string): string {
  if (!long.test(json)) return json;
  return json.replace(stringOrLong, (found) => (found.startsWith('"') ? found : `"${found}"`));
}
