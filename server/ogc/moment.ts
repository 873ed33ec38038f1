import { z } from 'zod';

/** A stretch of time with both ends in it, as RFC 3339 text; null = open. */
export interface Moment {
  readonly from: string | null;
  readonly until: string | null;
}

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const OPEN = ['', '..'];

/** Reads a day (UTC, all of it) or an instant; null when it is neither. */
export function readMoment(text: string): Moment | null {
  if (day.safeParse(text).success) return { from: `${text}T00:00:00Z`, until: `${text}T23:59:59.999999Z` };
  return instant.safeParse(text).success ? { from: text, until: text } : null;
}

/** Reads what `datetime` may say: a moment, or two with `/` between, either of them open as `..` or nothing. */
export function readInterval(text: string): Moment | null {
  const [first = '', second, ...more] = text.split('/');
  if (more.length > 0) return null;
  if (second === undefined) return readMoment(first);
  return intervalOf(first, second);
}

/** The stretch between two moments; null when either is none, both are open or they are the wrong way round. */
export function intervalOf(first: string, second: string): Moment | null {
  const from = OPEN.includes(first) ? null : readMoment(first);
  const until = OPEN.includes(second) ? null : readMoment(second);
  const wrong = (from === null && !OPEN.includes(first)) || (until === null && !OPEN.includes(second));
  if (wrong || (from === null && until === null)) return null;
  const isBackwards = from?.from && until?.until && Date.parse(from.from) > Date.parse(until.until);
  return isBackwards ? null : { from: from?.from ?? null, until: until?.until ?? null };
}
