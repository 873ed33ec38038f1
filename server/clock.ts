/** China keeps one time, eight hours ahead of UTC; a day begins there, not where the server stands. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** A moment as a clock in China shows it, `YYYY-MM-DD HH:mm`. */
export function inChina(at: Date): string {
  return new Date(at.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Today's date in China, `YYYY-MM-DD`. */
export function today(now: number = Date.now()): string {
  return new Date(now + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}
