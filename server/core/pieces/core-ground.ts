import { distanceToEdges, isInside } from '../fabric/distance';
import type { GapGround } from '../fabric/gap-ground';
import { pointToSegmentSquared } from '../fabric/segments';
import type { Box, Shape } from '../fabric/shape';

/** Cells smaller than this (metres, from middle to corner) are not looked into: finer than any survey. */
const FINEST_METRES = 0.002;

/** A condition on points: by how much one misses it in metres, at most 0 where it is kept; changes no faster than one moves. */
interface Sought {
  miss(x: number, y: number): number;
}

/**
 * Whether ground of a shape that lies at least `errorMetres` within its own edge meets the ground of a gap. A shape
 * nowhere so wide counts whole: it is asked about only where it meets the gap, and so meets it.
 * Exact to two millimetres: depth and the sum of two distances change no faster than one moves, so that cells which
 * cannot hold such a point are dropped.
 */
export function coreMeetsGap(shape: Shape, ground: GapGround, errorMetres: number): boolean {
  const deep: Sought = { miss: (x, y) => errorMetres - depthIn(x, y, shape) };
  const inGap: Sought = { miss: (x, y) => (sumOfDistances(x, y, ground) - ground.reachMetres) / 2 };
  if (holds(meetOf(shape.box, ground.box), [deep, inGap])) return true;
  return !holds(shape.box, [deep]);
}

/** Whether a box holds a point that no condition misses. */
function holds(box: Box, conditions: readonly Sought[]): boolean {
  const [west, south, east, north] = box;
  if (west > east || south > north) return false;
  const cells: [x: number, y: number, w: number, h: number][] = [
    [(west + east) / 2, (south + north) / 2, (east - west) / 2, (north - south) / 2],
  ];
  for (let cell = cells.pop(); cell; cell = cells.pop()) {
    const [x, y, w, h] = cell;
    const reach = Math.hypot(w, h);
    let worst = -Infinity;
    for (const condition of conditions) {
      worst = Math.max(worst, condition.miss(x, y));
      if (worst > reach) break;
    }
    if (worst <= 0) return true;
    if (worst > reach || reach < FINEST_METRES) continue;
    if (w > h) cells.push([x - w / 2, y, w / 2, h], [x + w / 2, y, w / 2, h]);
    else cells.push([x, y - h / 2, w, h / 2], [x, y + h / 2, w, h / 2]);
  }
  return false;
}

/** Depth of a point in a shape: distance to its outline, negative outside. */
function depthIn(x: number, y: number, shape: Shape): number {
  return distanceToEdges(x, y, shape) * (isInside(x, y, shape) ? 1 : -1);
}

function sumOfDistances(x: number, y: number, { sides }: GapGround): number {
  return distanceToSide(x, y, sides[0]) + distanceToSide(x, y, sides[1]);
}

function distanceToSide(x: number, y: number, { shapes, edges }: GapGround['sides'][number]): number {
  if (shapes.some((shape) => isInside(x, y, shape))) return 0;
  let least = Infinity;
  for (const [ax, ay, bx, by] of edges) least = Math.min(least, pointToSegmentSquared(x, y, ax, ay, bx, by));
  return Math.sqrt(least);
}

function meetOf(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
