const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** The colour that `share` of `over` gives on `under`; both as `#rrggbb`. */
export function mixed(under: string, over: string, share: number): string {
  const top = channels(over);
  const sum = channels(under).map((value, index) => Math.round(value + ((top[index] ?? value) - value) * share));
  return `#${sum.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
