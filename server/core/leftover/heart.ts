import type { Shape } from '../fabric/shape';
import { type Circle, largestCircle } from './heart/largest-circle';
import { apart, nearestDeepEnough } from './heart/viewpoint';
import type { Spot } from './hull';
import { centroidOf } from './plane/rings';

/** Where a plot is looked out from, and the largest circle that fits into it. */
export interface Heart {
  readonly spot: Spot;
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
  let best: Spot | null = null;
  for (const [place, part] of parts.entries()) {
    const start = circles[place];
    if (!start || start.radiusMetres < needed) continue;
    const spot = nearestDeepEnough(part, centre, needed, start.spot);
    if (!best || apart(spot, centre) < apart(best, centre)) best = spot;
  }
  return { spot: best ?? centre, circle };
}
