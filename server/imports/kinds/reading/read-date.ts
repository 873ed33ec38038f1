/** Days from the spreadsheet's day zero to 1970-01-01. */
const serialOfEpoch = 25_569;
const millisecondsPerDay = 86_400_000;
const serialOf1982 = 30_000;
const serialOf2064 = 60_000;

/** A calendar date `YYYY-MM-DD` out of the usual spellings and a spreadsheet's day number; null for anything coarser or impossible. */
export function readDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{5}(\.\d+)?$/.test(plain)) return ofSerial(Math.floor(Number(plain)));
  const found =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]\d{1,2}:.*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!found) return null;
  const [, year, month, day] = found.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

const day = /(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8})/.source;
const period = new RegExp(`^(?:自|从)?\\s*${day}\\s*(?:至|到|~|—|–|-)+\\s*${day}\\s*止?$`);

/** First and last day of a period; `from` is null where only its end is told. Null where either cannot be read. */
export function readPeriod(text: string): { from: string | null; until: string } | null {
  const plain = text.normalize('NFKC').trim();
  const found = period.exec(plain);
  if (!found) {
    const until = readDate(plain.replace(/^至\s*|\s*止$/g, ''));
    return until === null ? null : { from: null, until };
  }
  const [from, until] = [readDate(found[1] ?? ''), readDate(found[2] ?? '')];
  return from === null || until === null ? null : { from, until };
}

function ofSerial(days: number): string | null {
  if (days < serialOf1982 || days > serialOf2064) return null;
  return new Date((days - serialOfEpoch) * millisecondsPerDay).toISOString().slice(0, 10);
}
