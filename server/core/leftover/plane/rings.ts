import type { Shape } from '../../fabric/shape';
import type { Spot } from '../hull';

/** Some edges of a shape that follow one another: from the first to before the last. */
export interface EdgeRange {
  readonly from: number;
  readonly to: number;
}

/** The edges of one ring of a shape, and its area, positive where it runs counter-clockwise. */
export interface Ring extends EdgeRange {
  readonly squareMetres: number;
  /** The moments of that area about the corner of the shape's box. */
  readonly momentX: number;
  readonly momentY: number;
}

/** The rings of a shape, the widest (the outer one) first. */
export function ringsOf({ edges, next, box }: Shape): Ring[] {
  const rings: Ring[] = [];
  let from = 0;
  let [squareMetres, momentX, momentY] = [0, 0, 0];
  for (let edge = 0; edge < next.length; edge++) {
    const ax = (edges[edge * 4] as number) - box[0];
    const ay = (edges[edge * 4 + 1] as number) - box[1];
    const bx = (edges[edge * 4 + 2] as number) - box[0];
    const by = (edges[edge * 4 + 3] as number) - box[1];
    const cross = ax * by - bx * ay;
    squareMetres += cross / 2;
    momentX += ((ax + bx) * cross) / 6;
    momentY += ((ay + by) * cross) / 6;
    if (next[edge] === edge + 1) continue;
    rings.push({ from, to: edge + 1, squareMetres, momentX, momentY });
    from = edge + 1;
    [squareMetres, momentX, momentY] = [0, 0, 0];
  }
  return rings.sort((a, b) => Math.abs(b.squareMetres) - Math.abs(a.squareMetres));
}

/** The centroid of the ground of several parts, holes taken out. */
export function centroidOf(parts: readonly Shape[]): Spot {
  const [ox, oy] = [parts[0]?.box[0] ?? 0, parts[0]?.box[1] ?? 0];
  let [area, mx, my] = [0, 0, 0];
  for (const part of parts) {
    const [dx, dy] = [part.box[0] - ox, part.box[1] - oy];
    for (const [place, ring] of ringsOf(part).entries()) {
      const sign = (place === 0 ? 1 : -1) * Math.sign(ring.squareMetres);
      area += sign * ring.squareMetres;
      mx += sign * (ring.momentX + dx * ring.squareMetres);
      my += sign * (ring.momentY + dy * ring.squareMetres);
    }
  }
  return [ox + mx / area, oy + my / area];
}

/** How deep a point lies in a shape: metres to the nearest edge, negative outside. */
export function depthIn({ edges }: Shape, x: number, y: number): number {
  let least = Infinity;
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i] as number;
    const ay = edges[i + 1] as number;
    const by = edges[i + 3] as number;
    const ux = (edges[i + 2] as number) - ax;
    const uy = by - ay;
    const px = x - ax;
    const py = y - ay;
    if (ay > y !== by > y && px * uy < ux * py === uy > 0) inside = !inside;
    const along = (px * ux + py * uy) / (ux * ux + uy * uy);
    const share = Math.min(Math.max(along, 0), 1);
    const dx = px - ux * share;
    const dy = py - uy * share;
    const squared = dx * dx + dy * dy;
    if (squared < least) least = squared;
  }
  return inside ? Math.sqrt(least) : -Math.sqrt(least);
}

/** By edge of a shape: 1 where its ground lies on the left of the edge, -1 where on the right. */
export function sidesOf(shape: Shape): Int8Array {
  const sides = new Int8Array(shape.next.length);
  for (const [place, { from, to, squareMetres }] of ringsOf(shape).entries())
    sides.fill(squareMetres > 0 === (place === 0) ? 1 : -1, from, to);
  return sides;
}

/** The corners of a ring as x0, y0, x1, y1, … */
export function cornersOfRing({ edges }: Shape, { from, to }: EdgeRange): Float64Array {
  const corners = new Float64Array((to - from) * 2);
  for (let edge = from, at = 0; edge < to; edge++) {
    corners[at++] = edges[edge * 4] as number;
    corners[at++] = edges[edge * 4 + 1] as number;
  }
  return corners;
}
