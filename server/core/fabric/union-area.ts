import { ellipsoidalArea } from './area';
import { eachPairWithin, indexOf, type Part } from './fabric';
import { unionGround } from './ground';
import { Groups } from './groups';
import { type CommonGround, measureOverlap, type OverlapSettings } from './overlap';

/** Two parts, by their places in a list, and the ground they have in common. */
export interface PartOverlap extends CommonGround {
  readonly a: number;
  readonly b: number;
}

/** Every two parts that have ground in common, slivers included. */
export function findOverlaps(parts: readonly Part[], settings: OverlapSettings): PartOverlap[] {
  const found: PartOverlap[] = [];
  eachPairWithin(parts, indexOf(parts), 0, (a, b) => {
    const common = measureOverlap(parts[a] as Part, parts[b] as Part, settings);
    if (common.squareMetres > 0) found.push({ a, b, ...common });
  });
  return found;
}

/**
 * Area on the ellipsoid, in m², of the ground that parts cover together, counted once. Parts that overlap are united
 * on the plane and scaled by their own ratio of ellipsoid to plane, which over a park varies by less than 1e-6;
 * slivers are too thin to lie over each other, so that theirs is taken off pair by pair.
 */
export function unionArea(parts: readonly Part[], overlaps: readonly PartOverlap[]): number {
  const groups = new Groups(parts.length);
  for (const { a, b, isOverlap } of overlaps) if (isOverlap) groups.join(a, b);
  let area = 0;
  for (const members of groups.members()) {
    const cluster = members.map((i) => parts[i] as Part);
    const ellipsoidal = cluster.reduce((sum, part) => sum + ellipsoidalArea(part), 0);
    if (cluster.length === 1) area += ellipsoidal;
    else area += (unionGround(cluster) * ellipsoidal) / cluster.reduce((sum, part) => sum + part.planarSquareMetres, 0);
  }
  for (const { a, b, squareMetres } of overlaps) {
    if (!groups.same(a, b)) area -= toEllipsoid(squareMetres, parts[a] as Part);
  }
  return area;
}

/** Scales a planar area in m² at a part's place to the ellipsoid. */
export function toEllipsoid(planarSquareMetres: number, near: Part): number {
  return (planarSquareMetres * ellipsoidalArea(near)) / near.planarSquareMetres;
}
