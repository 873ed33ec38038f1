import { isInside } from '../fabric/distance';
import { boxesMeet, type Shape, shapeOfRings } from '../fabric/shape';
import { type Edge, edgeLength, edgeOf, pointAlong } from './along-edge';
import type { Spot } from './hull';
import type { Interval } from './intervals';

/** How far and how parallel two outlines may run to face each other. */
export interface FacingSettings {
  readonly snapMetres: number;
  readonly maxGapMetres: number;
  readonly parallelDegrees: number;
}

/** The open ground between an edge of one shape and an edge of another that face each other. */
export interface Strip {
  readonly shape: Shape;
  /** The edge of the first shape, and the stretch of it that faces the other, in metres from its start. */
  readonly edge: number;
  readonly stretch: Interval;
}

/**
 * The ground of the gap between two shapes, edge by edge: for every two edges within the gap tolerance that run
 * nearly parallel and turn their outer sides to each other, the quadrilateral between the stretches that face.
 * A street that widens along a block is so taken in over its whole length, and not only at its narrowest place.
 */
export function facingStrips(a: Shape, b: Shape, settings: FacingSettings): Strip[] {
  if (!boxesMeet(a.box, b.box, settings.maxGapMetres)) return [];
  const strips: Strip[] = [];
  for (let i = 0; i < a.edges.length / 4; i++) {
    const edge = edgeOf(a, i);
    if (!meetsBox(edge, b, settings.maxGapMetres)) continue;
    for (let j = 0; j < b.edges.length / 4; j++) {
      const strip = stripBetween(edge, edgeOf(b, j), settings);
      if (!strip || isInside(...strip.besideA, a) || isInside(...strip.besideB, b)) continue;
      strips.push({ shape: shapeOfRings([strip.ring]), edge: i, stretch: strip.stretch });
    }
  }
  return strips;
}

function meetsBox([x0, y0, x1, y1]: Edge, shape: Shape, metres: number): boolean {
  return boxesMeet([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)], shape.box, metres);
}

interface Between {
  ring: Spot[];
  stretch: Interval;
  /** Points just off the middle of each side, towards the other. */
  besideA: Spot;
  besideB: Spot;
}

function stripBetween(edge: Edge, other: Edge, settings: FacingSettings): Between | null {
  const length = edgeLength(edge);
  const size = edgeLength(other);
  if (length === 0 || size === 0) return null;
  const [ux, uy] = [(edge[2] - edge[0]) / length, (edge[3] - edge[1]) / length];
  const [vx, vy] = [(other[2] - other[0]) / size, (other[3] - other[1]) / size];
  const along = ux * vx + uy * vy;
  if (Math.abs(ux * vy - uy * vx) > Math.sin((settings.parallelDegrees * Math.PI) / 180)) return null;
  const start = (other[0] - edge[0]) * ux + (other[1] - edge[1]) * uy;
  const end = start + size * along;
  const low = Math.max(0, Math.min(start, end));
  const high = Math.min(length, Math.max(start, end));
  if (high - low <= settings.snapMetres) return null;
  const onOther = (metres: number) => pointAlong(other, Math.min(size, Math.max(0, (metres - start) / along)));
  const [fromA, toA, fromB, toB] = [pointAlong(edge, low), pointAlong(edge, high), onOther(low), onOther(high)];
  const fromOffset = (fromB[0] - fromA[0]) * uy - (fromB[1] - fromA[1]) * ux;
  const toOffset = (toB[0] - toA[0]) * uy - (toB[1] - toA[1]) * ux;
  if (fromOffset * toOffset < 0) return null;
  const widest = Math.max(Math.abs(fromOffset), Math.abs(toOffset));
  if (widest > settings.maxGapMetres || widest <= settings.snapMetres) return null;
  const middleA = halfway(fromA, toA, 0.5);
  const middleB = halfway(fromB, toB, 0.5);
  return {
    ring: [fromA, toA, toB, fromB],
    stretch: [low, high],
    besideA: halfway(middleA, middleB, 0.01),
    besideB: halfway(middleB, middleA, 0.01),
  };
}

function halfway(from: Spot, to: Spot, share: number): Spot {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
