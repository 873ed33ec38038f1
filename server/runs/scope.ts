/** Where a search looks, taken apart. */
export type Scope = { of: 'city' } | { of: 'unit' | 'park'; id: string };

/** Takes `city`, `unit/<id>` or `park/<id>` apart; the contract has seen to its form. */
export function scopeOf(text: string): Scope {
  const [of, id = ''] = text.split(/\/(.*)/s);
  return of === 'unit' || of === 'park' ? { of, id } : { of: 'city' };
}
