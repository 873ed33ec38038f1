import type { LeftoverRow } from '../../../data/contract';

type Ruled = Pick<LeftoverRow, 'ruling'> & { readonly parcel: { readonly id: string } };

/** How many rows of a list are ruled on. */
export const countRuled = (rows: readonly Pick<LeftoverRow, 'ruling'>[]): number =>
  rows.filter(({ ruling }) => ruling !== null).length;

/**
 * The next or previous row that is not ruled on, from the plot that is shown, in the order of the list and round its
 * ends; null where there is no other. From nowhere it begins at the first, backwards at the last.
 */
export function stepNotRuled<R extends Ruled>(rows: readonly R[], shown: string | null, by: 1 | -1): R | null {
  const at = rows.findIndex(({ parcel }) => parcel.id === shown);
  const start = at < 0 && by === -1 ? 0 : at;
  for (let n = 1; n <= rows.length; n++) {
    const row = rows[(start + n * by + rows.length * 2) % rows.length];
    if (row && row.ruling === null && row.parcel.id !== shown) return row;
  }
  return null;
}
