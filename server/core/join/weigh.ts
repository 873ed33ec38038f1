import { ellipsoidalArea, muOf } from '../fabric/area';
import type { Part } from '../fabric/fabric';
import type { OverlapSettings } from '../fabric/overlap';
import { boxesMeet } from '../fabric/shape';
import { findOverlaps, unionArea } from '../fabric/union-area';

/** What a set of candidates is weighed by. */
export type Weighing = 'area' | 'count' | 'price';

/** The weight of one candidate (mu, plots or price), or null where its price is not known. */
export function weightOf(
  parts: readonly Part[],
  price: number | null,
  park: readonly Part[],
  weigh: Weighing,
  settings: OverlapSettings,
): number | null {
  switch (weigh) {
    case 'count':
      return 1;
    case 'price':
      return price !== null && Number.isFinite(price) && price >= 0 ? price : null;
    case 'area':
      return muOf(Math.max(0, areaAdded(parts, park, settings)));
  }
}

/** Area on the ellipsoid in m² that parts add to the ground of a park, each ground counted once. */
export function areaAdded(parts: readonly Part[], park: readonly Part[], settings: OverlapSettings): number {
  const near = park.filter((own) => parts.some(({ box }) => boxesMeet(own.box, box)));
  const [only, ...others] = parts;
  if (only && others.length + near.length === 0) return ellipsoidalArea(only);
  const all = [...near, ...parts];
  return unionArea(all, findOverlaps(all, settings)) - unionArea(near, findOverlaps(near, settings));
}
