import { distanceToEdges, isInside } from '../fabric/distance';
import type { GapGround } from '../fabric/gap-ground';
import type { Box, Shape } from '../fabric/shape';

/** Cells smaller than this (metres, from middle to corner) are not looked into: finer than any survey. */
const FINEST_METRES = 0.002;

/** By how much a point misses a condition (metres, at most 0 where it keeps it), and what it is missed by at least within `reach`. */
interface Missed {
  readonly here: number;
  readonly least: number;
}
type Condition = (x: number, y: number, reach: number) => Missed;

/**
 * Whether ground of a shape that lies at least `errorMetres` within its own edge meets the ground of a gap. A shape
 * nowhere so wide counts whole: it is asked about only where it meets the gap, and so meets it.
 * Branch and bound over cells, exact to two millimetres.
 */
export function coreMeetsGap(shape: Shape, ground: GapGround, errorMetres: number): boolean {
  const deep: Condition = (x, y, reach) => {
    const here = errorMetres - distanceToEdges(x, y, shape) * (isInside(x, y, shape) ? 1 : -1);
    return { here, least: here - reach };
  };
  if (holds(meetOf(shape.box, ground.box), [deep, inGap(ground)])) return true;
  return !holds(shape.box, [deep]);
}

/** Whether a box holds a point that keeps all conditions. */
function holds(box: Box, conditions: readonly Condition[]): boolean {
  const [west, south, east, north] = box;
  if (west > east || south > north) return false;
  const cells: [x: number, y: number, w: number, h: number][] = [
    [(west + east) / 2, (south + north) / 2, (east - west) / 2, (north - south) / 2],
  ];
  for (let cell = cells.pop(); cell; cell = cells.pop()) {
    const [x, y, w, h] = cell;
    const reach = Math.hypot(w, h);
    let worst = -Infinity;
    const isOut = conditions.some((condition) => {
      const { here, least } = condition(x, y, reach);
      worst = Math.max(worst, here);
      return least > 0;
    });
    if (isOut) continue;
    if (worst <= 0) return true;
    if (reach < FINEST_METRES) continue;
    if (w > h) cells.push([x - w / 2, y, w / 2, h], [x + w / 2, y, w / 2, h]);
    else cells.push([x, y - h / 2, w, h / 2], [x, y + h / 2, w, h / 2]);
  }
  return false;
}

/**
 * Misses the gap by the sum of distances to its two sides. The sum of distances to an edge of each is convex, so that
 * around a point it falls no faster than its slope there: across a wide gap, where one distance grows as the other
 * shrinks, that is far less than the two apart would allow.
 */
function inGap({ sides: [a, b], reachMetres }: GapGround): Condition {
  const towardsA = new Float64Array((a.edges.length / 4) * 3);
  const towardsB = new Float64Array((b.edges.length / 4) * 3);
  return (x, y, reach) => {
    const apartA = measureTo(a.edges, x, y, towardsA);
    const apartB = measureTo(b.edges, x, y, towardsB);
    const onA = a.shapes.some((shape) => isInside(x, y, shape));
    const onB = b.shapes.some((shape) => isInside(x, y, shape));
    const here = (onA ? 0 : apartA) + (onB ? 0 : apartB) - reachMetres;
    let least = leastOfPairs(towardsA, apartA + 2 * reach, towardsB, apartB + 2 * reach, reach);
    if (onA || apartA <= reach) least = Math.min(least, Math.max(0, apartB - reach));
    if (onB || apartB <= reach) least = Math.min(least, Math.max(0, apartA - reach));
    return { here, least: least - reachMetres };
  };
}

/** Distance to each edge and the direction away from it (three numbers an edge); answers the least distance. */
function measureTo(edges: Float64Array, x: number, y: number, into: Float64Array): number {
  let least = Infinity;
  for (let i = 0; i < edges.length / 4; i++) {
    const [ax, ay] = [edges[i * 4] as number, edges[i * 4 + 1] as number];
    const [bx, by] = [edges[i * 4 + 2] as number, edges[i * 4 + 3] as number];
    const squared = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    const along = squared === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
    const share = Math.max(0, Math.min(1, along));
    const dx = x - (ax + (bx - ax) * share);
    const dy = y - (ay + (by - ay) * share);
    const metres = Math.sqrt(dx * dx + dy * dy);
    into[i * 3] = metres;
    into[i * 3 + 1] = metres === 0 ? 0 : dx / metres;
    into[i * 3 + 2] = metres === 0 ? 0 : dy / metres;
    if (metres < least) least = metres;
  }
  return least;
}

/** The least that the sum of two distances can be within reach, over the edges that can be nearest there. */
function leastOfPairs(a: Float64Array, mostA: number, b: Float64Array, mostB: number, reach: number): number {
  let least = Infinity;
  for (let i = 0; i < a.length; i += 3) {
    if ((a[i] as number) > mostA) continue;
    for (let j = 0; j < b.length; j += 3) {
      if ((b[j] as number) > mostB) continue;
      const slopeX = (a[i + 1] as number) + (b[j + 1] as number);
      const slopeY = (a[i + 2] as number) + (b[j + 2] as number);
      const slope = a[i] === 0 || b[j] === 0 ? 2 : Math.sqrt(slopeX * slopeX + slopeY * slopeY);
      const bound = (a[i] as number) + (b[j] as number) - slope * reach;
      if (bound < least) least = bound;
    }
  }
  return least;
}

function meetOf(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
