import type { Address } from '../../url';

/** The park that the reader looks at: the one the list is narrowed to, else the one selected. */
export const parkAtHand = ({ filter, selection }: Address): string | null =>
  filter.park ?? (selection?.kind === 'park' ? selection.id : null);

/** Where the reader is now: the park at hand, else the unit of the page's scope, else the whole city. */
export function scopeAtHand(address: Address): string {
  const park = parkAtHand(address);
  if (park) return `park/${park}`;
  return address.scope.startsWith('unit/') ? address.scope : 'city';
}
