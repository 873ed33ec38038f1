import type { Part } from '../../../server/core/fabric/fabric';
import { boxesMeet, boxOf } from '../../../server/core/fabric/shape';
import type { Engine } from './geos-engine';
import type { Joined } from './geos-reading';

/** Edges are halved down to this length, in metres; the sum of two distances changes by no more over it. */
const finestMetres = 0.05;

/**
 * Whether ground lies in the gap between two pieces: whether some point of its outline has distances to the two that
 * sum to no more than `reachMetres`. Asked point by point, nearer together where it may be so.
 */
export function liesInGap(
  engine: Engine,
  object: Part,
  a: readonly Part[],
  b: readonly Part[],
  reachMetres: number,
): Joined {
  if (!boxesMeet(object.box, boxOf(a), reachMetres) || !boxesMeet(object.box, boxOf(b), reachMetres)) return 'no';
  const sides = [engine.polygons(a), engine.polygons(b)] as const;
  const sumAt = (x: number, y: number): number => {
    const point = engine.point(x, y);
    const metres = engine.distance(point, sides[0]) + engine.distance(point, sides[1]);
    engine.free(point);
    return metres;
  };
  let least = Infinity;
  const look = (ax: number, ay: number, bx: number, by: number): void => {
    const length = Math.hypot(bx - ax, by - ay);
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
    const here = sumAt(x, y);
    least = Math.min(least, here);
    // From the middle to an end is half the length, and the sum changes at most twice as fast as one moves.
    if (least <= reachMetres - finestMetres || length < finestMetres) return;
    if (here - length > Math.min(least, reachMetres + finestMetres)) return;
    look(ax, ay, x, y);
    look(x, y, bx, by);
  };
  for (let i = 0; i < object.edges.length; i += 4) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = object.edges.subarray(i, i + 4);
    look(ax, ay, bx, by);
  }
  engine.free(...sides);
  if (Math.abs(least - reachMetres) <= finestMetres) return 'borderline';
  return least < reachMetres ? 'yes' : 'no';
}
