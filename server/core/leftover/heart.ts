import { ROUNDING_METRES } from '../fabric/rounding';
import type { Shape } from '../fabric/shape';
import { type Circle, largestCircle } from './heart/largest-circle';
import { apart, nearestDeepEnough } from './heart/viewpoint';
import type { Spot } from './hull';
import { centroidOf } from './plane/rings';

/** Where a plot is looked out from, and the largest circle that fits into it. */
export interface Heart {
  /** More than one where, as in a plot of two like halves, they are equally near. */
  readonly spots: readonly Spot[];
  readonly circle: Circle;
}

/**
 * Finds the point nearest the centroid of the ground among those whose inscribed radius is short of the largest by no
 * more than a share (`allowedLoss`), over all parts of a plot, and the largest circle in it.
 */
export function heartOf(parts: readonly Shape[], allowedLoss: number): Heart {
  const circles = parts.map(largestCircle);
  const circle = circles.reduce((largest, other) => (other.radiusMetres > largest.radiusMetres ? other : largest));
  const centre = centroidOf(parts);
  const needed = circle.radiusMetres * (1 - allowedLoss);
  const found = parts.flatMap((part, place) => {
    const start = circles[place];
    return start && start.radiusMetres >= needed ? nearestDeepEnough(part, centre, needed, start.spot) : [];
  });
  const least = Math.min(...found.map((spot) => apart(spot, centre)));
  return { spots: found.filter((spot) => apart(spot, centre) <= least + ROUNDING_METRES), circle };
}
