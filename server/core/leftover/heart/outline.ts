import type { Shape } from '../../fabric/shape';
import type { Spot } from '../hull';
import { type Ring, ringsOf } from '../plane/rings';

/** A shape's rings with the ground on their left, turned so that the longest edge runs level. */
export interface Outline {
  /** x0, y0, x1, y1 of every edge. */
  readonly edges: Float64Array;
  /** 1 where an edge begins at a corner that juts into the ground: there the corner itself can be what is nearest. */
  readonly juts: Uint8Array;
  /** West, south, east, north in the turned frame. */
  readonly box: readonly [number, number, number, number];
  readonly frame: Frame;
}

/** Where the turned frame has its origin, and the direction of its level axis. */
interface Frame {
  readonly ox: number;
  readonly oy: number;
  readonly ux: number;
  readonly uy: number;
}

/** A spot of the turned frame in city metres. */
export function backFrom({ frame: { ox, oy, ux, uy } }: Outline, x: number, y: number): Spot {
  return [ox + x * ux - y * uy, oy + x * uy + y * ux];
}

/** Turns a shape along its longest edge; corners are left out where the outline stays within `toleranceMetres`. */
export function outlineOf(shape: Shape, toleranceMetres: number): Outline {
  const [ux, uy] = longestEdge(shape);
  const frame: Frame = { ox: shape.box[0], oy: shape.box[1], ux, uy };
  const rings = ringsOf(shape).map((ring, place) =>
    straightened(cornersOf(shape, ring, place === 0, frame), toleranceMetres),
  );
  const count = rings.reduce((sum, corners) => sum + corners.length, 0);
  const edges = new Float64Array(count * 4);
  const juts = new Uint8Array(count);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let edge = 0;
  for (const corners of rings) {
    for (const [place, [ax, ay]] of corners.entries()) {
      const [px, py] = corners.at(place - 1) as Spot;
      const [bx, by] = corners[(place + 1) % corners.length] as Spot;
      edges.set([ax, ay, bx, by], edge * 4);
      juts[edge++] = (ax - px) * (by - ay) - (ay - py) * (bx - ax) < 0 ? 1 : 0;
      box[0] = Math.min(box[0], ax);
      box[1] = Math.min(box[1], ay);
      box[2] = Math.max(box[2], ax);
      box[3] = Math.max(box[3], ay);
    }
  }
  return { edges, juts, box, frame };
}

function cornersOf({ edges }: Shape, ring: Ring, isOuter: boolean, { ox, oy, ux, uy }: Frame): Spot[] {
  const corners: Spot[] = [];
  for (let edge = ring.from; edge < ring.to; edge++) {
    const x = (edges[edge * 4] as number) - ox;
    const y = (edges[edge * 4 + 1] as number) - oy;
    corners.push([x * ux + y * uy, y * ux - x * uy]);
  }
  return ring.squareMetres > 0 === isOuter ? corners : corners.reverse();
}

function longestEdge({ edges }: Shape): Spot {
  let direction: Spot = [1, 0];
  let longest = 0;
  for (let i = 0; i < edges.length; i += 4) {
    const dx = (edges[i + 2] as number) - (edges[i] as number);
    const dy = (edges[i + 3] as number) - (edges[i + 1] as number);
    const length = Math.hypot(dx, dy);
    if (length > longest * (1 + 1e-9)) [longest, direction] = [length, [dx / length, dy / length]];
  }
  return direction;
}

/** Leaves corners out as long as the straight line past them keeps within the tolerance of all. */
function straightened(corners: Spot[], toleranceMetres: number): Spot[] {
  if (toleranceMetres <= 0) return corners;
  const kept: Spot[] = [];
  let from = corners[0] as Spot;
  let passed: Spot[] = [];
  for (const corner of [...corners.slice(1), from]) {
    if (passed.length > 0 && passed.some((spot) => offLine(spot, from, corner) > toleranceMetres)) {
      kept.push(from);
      from = passed.at(-1) as Spot;
      passed = [];
    }
    passed.push(corner);
  }
  kept.push(from);
  return kept.length < 3 ? corners : kept;
}

/** Metres from a spot to a straight line between two others. */
function offLine([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - dx * share, y - ay - dy * share);
}
