const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** Writes a size in bytes with the unit that reads best, by 1,024. */
export function writeBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${value.toFixed(power === 0 || value >= 100 ? 0 : 1)} ${UNITS[power]}`;
}
