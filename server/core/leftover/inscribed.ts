import polylabel from 'polylabel';
import { distanceToEdges, isInside } from '../fabric/distance';
import type { Shape } from '../fabric/shape';
import { createHeap } from '../join/heap';
import { edgesOf } from './along-edge';
import type { Spot } from './hull';

/** Where a plot is looked out from, and the radius of the largest circle that fits into it. */
export interface Heart {
  readonly spot: Spot;
  readonly radiusMetres: number;
}

/** How near the largest radius is searched, as a share of it. */
const RADIUS_PRECISION = 0.002;

/**
 * Finds the point nearest the centroid of the ground among those whose inscribed radius is short of the
 * largest by no more than a share (`allowedLoss`), over all parts of a plot, and that largest radius.
 */
export function heartOf(parts: readonly Shape[], allowedLoss: number): Heart {
  const largest = parts.map(largestCircle);
  const radiusMetres = Math.max(...largest.map((circle) => circle.radiusMetres));
  const centre = centroidOf(parts);
  const needed = radiusMetres * (1 - allowedLoss);
  let best: Spot | null = null;
  for (const [index, part] of parts.entries()) {
    const start = largest[index];
    if (!start || start.radiusMetres < needed) continue;
    const spot = nearestDeepEnough(part, centre, needed, start.spot);
    if (!best || apart(spot, centre) < apart(best, centre)) best = spot;
  }
  return { spot: best ?? centre, radiusMetres };
}

function largestCircle(part: Shape): Heart {
  const rings = ringsOf(part);
  const width = Math.min(part.box[2] - part.box[0], part.box[3] - part.box[1]);
  const rough = polylabel(rings, width / 20);
  const found = polylabel(rings, Math.max(rough.distance, width / 1000) * RADIUS_PRECISION);
  return climb(part, [found[0], found[1]], found.distance);
}

/** Goes uphill in ever smaller steps, so that the radius is right to a millionth and not only to the search step. */
function climb(part: Shape, start: Spot, radius: number): Heart {
  let spot = start;
  let best = depth(part, spot);
  for (let step = radius * RADIUS_PRECISION * 4; step > radius * 1e-7; ) {
    const better = [0, 1, 2, 3, 4, 5, 6, 7]
      .map(
        (turn): Spot => [
          spot[0] + step * Math.cos((turn * Math.PI) / 4),
          spot[1] + step * Math.sin((turn * Math.PI) / 4),
        ],
      )
      .find((other) => depth(part, other) > best);
    if (better) {
      spot = better;
      best = depth(part, spot);
    } else step /= 2;
  }
  return { spot, radiusMetres: best };
}

/** Best-first search over squares: nearest to the centre first, without those that cannot be deep enough. */
function nearestDeepEnough(part: Shape, centre: Spot, needed: number, known: Spot): Spot {
  if (depth(part, centre) >= needed) return centre;
  let best = known;
  const precision = needed * 0.01;
  const [west, south, east, north] = part.box;
  const heap = createHeap<{ x: number; y: number; half: number }>();
  const offer = (x: number, y: number, half: number) => {
    const inner = depth(part, [x, y]);
    const corner = half * Math.SQRT2;
    if (inner + corner < needed) return;
    if (inner >= needed && apart([x, y], centre) < apart(best, centre)) best = [x, y];
    const least = Math.max(0, apart([x, y], centre) - corner);
    if (least < apart(best, centre) - precision && half > precision / 16) heap.push(least, { x, y, half });
  };
  offer((west + east) / 2, (south + north) / 2, Math.max(east - west, north - south) / 2);
  for (let next = heap.pop(); next; next = heap.pop()) {
    if (next.key >= apart(best, centre) - precision) break;
    const { x, y } = next.item;
    const half = next.item.half / 2;
    offer(x - half, y - half, half);
    offer(x + half, y - half, half);
    offer(x - half, y + half, half);
    offer(x + half, y + half, half);
  }
  return best;
}

/** Distance to the nearest edge, negative outside. */
function depth(part: Shape, [x, y]: Spot): number {
  const metres = distanceToEdges(x, y, part);
  return isInside(x, y, part) ? metres : -metres;
}

function apart(a: Spot, b: Spot): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The rings of a shape as points, the widest (the outer one) first. */
export function ringsOf(part: Shape): Spot[][] {
  const rings: Spot[][] = [];
  let ring: Spot[] = [];
  for (const [index, edge] of edgesOf(part).entries()) {
    ring.push([edge[0], edge[1]]);
    if ((part.next[index] ?? -1) === index + 1) continue;
    rings.push(ring);
    ring = [];
  }
  return rings.sort((a, b) => Math.abs(momentsOf(b).area) - Math.abs(momentsOf(a).area));
}

/** The centroid of the ground of several parts, holes taken out. */
function centroidOf(parts: readonly Shape[]): Spot {
  const [ox, oy] = [parts[0]?.box[0] ?? 0, parts[0]?.box[1] ?? 0];
  let [area, mx, my] = [0, 0, 0];
  for (const part of parts) {
    for (const [index, ring] of ringsOf(part).entries()) {
      const moments = momentsOf(ring.map(([x, y]) => [x - ox, y - oy]));
      const sign = (index === 0 ? 1 : -1) * Math.sign(moments.area);
      area += sign * moments.area;
      mx += sign * moments.x;
      my += sign * moments.y;
    }
  }
  return [ox + mx / area, oy + my / area];
}

function momentsOf(ring: readonly Spot[]): { area: number; x: number; y: number } {
  const sum = { area: 0, x: 0, y: 0 };
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    const cross = ax * by - bx * ay;
    sum.area += cross / 2;
    sum.x += ((ax + bx) * cross) / 6;
    sum.y += ((ay + by) * cross) / 6;
  }
  return sum;
}
