import { ROUNDING_METRES } from '../../fabric/rounding';
import { boxOf, type Shape } from '../../fabric/shape';
import { areaOfCorners, type Convex, type Corners, shapeOfCorners } from './convex';
import { cornersOfRing, type EdgeRange, ringsOf } from './rings';

/**
 * What of a ring lies on a convex outline (Sutherland and Hodgman 1974). Of a ring that is not convex itself the
 * pieces come joined along the outline by edges that run there and back: right for areas, not for lengths.
 */
export function clipped(ring: Corners, by: Convex): Corners {
  let kept = ring;
  let ax = by[by.length - 2] as number;
  let ay = by[by.length - 1] as number;
  for (let i = 0; i < by.length && kept.length > 0; i += 2) {
    const bx = by[i] as number;
    const by_ = by[i + 1] as number;
    kept = leftOf(kept, ax, ay, bx - ax, by_ - ay);
    ax = bx;
    ay = by_;
  }
  return kept;
}

/** What of a ring lies on the left of an endless line. */
function leftOf(ring: Corners, ax: number, ay: number, ux: number, uy: number): Corners {
  const count = ring.length;
  const kept: number[] = [];
  let isCut = false;
  let px = ring[count - 2] as number;
  let py = ring[count - 1] as number;
  let before = ux * (py - ay) - uy * (px - ax);
  for (let i = 0; i < count; i += 2) {
    const x = ring[i] as number;
    const y = ring[i + 1] as number;
    const side = ux * (y - ay) - uy * (x - ax);
    if ((before < 0 && side > 0) || (before > 0 && side < 0)) {
      const share = before / (before - side);
      kept.push(px + (x - px) * share, py + (y - py) * share);
    }
    if (side >= 0) kept.push(x, y);
    else isCut = true;
    px = x;
    py = y;
    before = side;
  }
  return isCut ? kept : ring;
}

/** Planar m² of a shape's ground on a convex outline. */
export function groundWithin(shape: Shape, outline: Convex): number {
  if (outline.length < 6) return 0;
  const { next } = shape;
  if (next[next.length - 1] === 0) return groundOfRing(shape, { from: 0, to: next.length }, outline);
  return ringsOf(shape).reduce((sum, ring, place) => {
    const area = groundOfRing(shape, ring, outline);
    return place === 0 ? area : sum - area;
  }, 0);
}

function groundOfRing(shape: Shape, ring: EdgeRange, outline: Convex): number {
  return Math.abs(areaOfCorners(clipped(cornersOfRing(shape, ring), outline)));
}

/** A shape's ground on a convex outline, ring by ring. */
export function partsWithin(shape: Shape, outline: Convex): Shape {
  const rings = ringsOf(shape).flatMap((ring) => {
    const kept = clipped(cornersOfRing(shape, ring), outline);
    return kept.length < 6 ? [] : [shapeOfCorners(kept)];
  });
  const [only] = rings;
  if (only && rings.length === 1) return only;
  const count = rings.reduce((sum, { next }) => sum + next.length, 0);
  const edges = new Float64Array(count * 4);
  const next = new Int32Array(count);
  let from = 0;
  for (const ring of rings) {
    edges.set(ring.edges, from * 4);
    for (const [edge, after] of ring.next.entries()) next[from + edge] = from + after;
    from += ring.next.length;
  }
  return { edges, next, box: boxOf(rings) };
}

/** Metres of a shape's edges within a convex outline, and not merely along its side. */
export function edgesWithin({ edges }: Shape, outline: Convex): number {
  let sum = 0;
  for (let i = 0; i < edges.length; i += 4) {
    const [from, to] = shareWithin(edges, i, outline, ROUNDING_METRES);
    if (to > from)
      sum +=
        (to - from) *
        Math.hypot(
          (edges[i + 2] as number) - (edges[i] as number),
          (edges[i + 3] as number) - (edges[i + 1] as number),
        );
  }
  return sum;
}

/** From where to where, as shares of an edge, it lies within a convex outline by some metres; none where to <= from. */
function shareWithin(edges: Float64Array, i: number, outline: Convex, inset: number): readonly [number, number] {
  const x = edges[i] as number;
  const y = edges[i + 1] as number;
  const dx = (edges[i + 2] as number) - x;
  const dy = (edges[i + 3] as number) - y;
  let from = 0;
  let to = 1;
  let ax = outline[outline.length - 2] as number;
  let ay = outline[outline.length - 1] as number;
  for (let k = 0; k < outline.length && to > from; k += 2) {
    const bx = outline[k] as number;
    const by = outline[k + 1] as number;
    const length = Math.hypot(bx - ax, by - ay);
    const side = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length - inset;
    const slope = ((bx - ax) * dy - (by - ay) * dx) / length;
    if (length > 0) {
      if (slope > 0) from = Math.max(from, -side / slope);
      else if (slope < 0) to = Math.min(to, -side / slope);
      else if (side < 0) to = from;
    }
    ax = bx;
    ay = by;
  }
  return [from, to];
}
