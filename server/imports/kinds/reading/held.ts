import type { RecordReason } from '../../../../data/words/imports';
import type { Fault } from '../../measure-records';

const shownChars = 60;

/** A fault of a record's values; what the message shows of them is cut short. */
export function held(code: RecordReason, args: Record<string, string | number> = {}): Fault {
  const short = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, shownChars) : value,
  ]);
  return { code, args: Object.fromEntries(short), at: null };
}

/** A value, or why its record is held back. */
export type Read<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** A value that was read. */
export const ok = <T>(value: T): Read<T> => ({ ok: true, value });
/** A value that was not, and why. */
export const not = (code: RecordReason, args: Record<string, string | number> = {}): Read<never> => ({
  ok: false,
  fault: held(code, args),
});
