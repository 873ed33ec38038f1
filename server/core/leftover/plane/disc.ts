import type { Shape } from '../../fabric/shape';
import type { Spot } from '../hull';
import { clipped } from './clip';
import { areaOfCorners, type Convex } from './convex';

/** A circle with its ground. */
export interface Disc {
  readonly spot: Spot;
  readonly radiusMetres: number;
}

/** From where to where on a full turn, in radians, counter-clockwise. */
export type Arc = readonly [from: number, to: number];

/** The box round a disc. */
export function discBox({ spot: [x, y], radiusMetres }: Disc): [number, number, number, number] {
  return [x - radiusMetres, y - radiusMetres, x + radiusMetres, y + radiusMetres];
}

/** The shares of an edge between which it lies in a disc, or null. */
export function edgeInDisc(edges: Float64Array, i: number, { spot: [x, y], radiusMetres }: Disc): Arc | null {
  const dx = (edges[i + 2] as number) - (edges[i] as number);
  const dy = (edges[i + 3] as number) - (edges[i + 1] as number);
  const squared = dx * dx + dy * dy;
  if (squared === 0) return null;
  const fx = (edges[i] as number) - x;
  const fy = (edges[i + 1] as number) - y;
  const half = (fx * dx + fy * dy) / squared;
  const rest = half * half - (fx * fx + fy * fy - radiusMetres * radiusMetres) / squared;
  if (rest <= 0) return null;
  const from = Math.max(0, -half - Math.sqrt(rest));
  const to = Math.min(1, -half + Math.sqrt(rest));
  return to > from ? [from, to] : null;
}

/** Whether a shape's edges all lie in a disc. */
export function liesInDisc({ edges }: Shape, { spot: [x, y], radiusMetres }: Disc): boolean {
  for (let i = 0; i < edges.length; i += 2) {
    const dx = (edges[i] as number) - x;
    const dy = (edges[i + 1] as number) - y;
    if (dx * dx + dy * dy > radiusMetres * radiusMetres) return false;
  }
  return true;
}

/** The angles, in radians from 0 to a full turn and sorted, under which edges cross a circle. */
export function crossingAngles(edges: Float64Array, disc: Disc): number[] {
  const angles: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const inside = edgeInDisc(edges, i, disc);
    if (!inside) continue;
    for (const share of inside) {
      if (share === 0 || share === 1) continue;
      const dx = (edges[i] as number) + ((edges[i + 2] as number) - (edges[i] as number)) * share - disc.spot[0];
      const dy =
        (edges[i + 1] as number) + ((edges[i + 3] as number) - (edges[i + 1] as number)) * share - disc.spot[1];
      const angle = Math.atan2(dy, dx);
      angles.push(angle < 0 ? angle + 2 * Math.PI : angle);
    }
  }
  return angles.sort((a, b) => a - b);
}

/** The point of a circle under an angle. */
export function pointOnCircle({ spot: [x, y], radiusMetres }: Disc, angle: number): [number, number] {
  return [x + radiusMetres * Math.cos(angle), y + radiusMetres * Math.sin(angle)];
}

/**
 * Planar m² of a ring's ground between an arc of less than half a turn and its chord: what of the ring lies beyond the
 * chord is added up edge by edge, as triangles to the middle where an edge is in the circle and as sectors where not.
 */
export function groundInSegment(ring: ArrayLike<number>, disc: Disc, [from, to]: Arc): number {
  const [ax, ay] = pointOnCircle(disc, from);
  const [bx, by] = pointOnCircle(disc, to);
  const [mx, my] = pointOnCircle({ ...disc, radiusMetres: disc.radiusMetres * 2 }, (from + to) / 2);
  const [wx, wy] = [(bx - ax) * 2, (by - ay) * 2];
  const beyond: Convex = Float64Array.of(bx + wx, by + wy, mx + wx, my + wy, mx - wx, my - wy, ax - wx, ay - wy);
  const cut = clipped(ring, areaOfCorners(beyond) > 0 ? beyond : reversed(beyond));
  let sum = 0;
  for (let i = 0; i < cut.length; i += 2) {
    const next = (i + 2) % cut.length;
    sum += sweptInDisc(
      (cut[i] as number) - disc.spot[0],
      (cut[i + 1] as number) - disc.spot[1],
      (cut[next] as number) - disc.spot[0],
      (cut[next + 1] as number) - disc.spot[1],
      disc.radiusMetres,
    );
  }
  return Math.abs(sum);
}

/** Signed area in a circle round the origin between it and an edge. */
function sweptInDisc(ax: number, ay: number, bx: number, by: number, radius: number): number {
  const inside = edgeInDisc(Float64Array.of(ax, ay, bx, by), 0, { spot: [0, 0], radiusMetres: radius });
  if (!inside) return sector(ax, ay, bx, by, radius);
  const [from, to] = inside;
  const [px, py] = [ax + (bx - ax) * from, ay + (by - ay) * from];
  const [qx, qy] = [ax + (bx - ax) * to, ay + (by - ay) * to];
  return sector(ax, ay, px, py, radius) + (px * qy - qx * py) / 2 + sector(qx, qy, bx, by, radius);
}

function sector(ax: number, ay: number, bx: number, by: number, radius: number): number {
  return (radius * radius * Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) / 2;
}

function reversed(corners: Convex): Convex {
  const turned: number[] = [];
  for (let i = corners.length - 2; i >= 0; i -= 2) turned.push(corners[i] as number, corners[i + 1] as number);
  return Float64Array.from(turned);
}
