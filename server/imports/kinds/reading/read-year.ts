import { not, ok, type Read } from './held';

const least = 1990;
const most = 2100;

/** A calendar year within living memory and plans. */
export function readYear(text: string): Read<number> {
  const found = /^(\d{4})(?:\.0+)?\s*年?度?$/.exec(text);
  const year = Number(found?.[1]);
  return found && year >= least && year <= most ? ok(year) : not('year-unreadable', { value: text, least, most });
}

/** The year that a column's header names, as in 2023年产值. */
export function yearOfHeader(column: string): number | null {
  const found = /(?<!\d)(19[9]\d|20\d\d|2100)(?!\d)/.exec(column.normalize('NFKC'));
  return found ? Number(found[1]) : null;
}
