import { type Box, boxesMeet, type Shape } from '../../fabric/shape';
import { boxOfCorners, type Convex, counterClockwise } from '../plane/convex';
import type { Interval } from '../plane/intervals';

/** How far and how parallel two outlines may run to face each other. */
export interface FacingSettings {
  readonly snapMetres: number;
  readonly maxGapMetres: number;
  readonly parallelDegrees: number;
}

/** A shape and, by edge, 1 where its ground lies on the left of the edge, -1 where on the right. */
export interface Sided {
  readonly shape: Shape;
  readonly sides: Int8Array;
}

/** The open ground between an edge of one shape and an edge of another that face each other. */
export interface Strip {
  readonly convex: Convex;
  readonly box: Box;
  /** The edge of the first shape, and the stretch of it that faces the other, in metres from its start. */
  readonly edge: number;
  readonly stretch: Interval;
}

/**
 * The ground of the gap between two shapes, edge by edge: for every two edges within the gap tolerance that run
 * nearly parallel and turn their outer sides to each other, the quadrilateral between the stretches that face.
 * A street that widens along a block is so taken in over its whole length, and not only at its narrowest place.
 * Only strips whose box meets that of some land come.
 */
export function facingStrips(
  a: Sided,
  b: Sided,
  lands: readonly { readonly box: Box }[],
  settings: FacingSettings,
): Strip[] {
  const { maxGapMetres } = settings;
  const { edges } = a.shape;
  const [west, south, east, north] = b.shape.box;
  const squaredSine = Math.sin((settings.parallelDegrees * Math.PI) / 180) ** 2;
  const strips: Strip[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const x = edges[i] as number;
    const y = edges[i + 1] as number;
    const toX = edges[i + 2] as number;
    const toY = edges[i + 3] as number;
    if (Math.min(x, toX) - maxGapMetres > east || Math.max(x, toX) + maxGapMetres < west) continue;
    if (Math.min(y, toY) - maxGapMetres > north || Math.max(y, toY) + maxGapMetres < south) continue;
    const length = Math.sqrt((toX - x) ** 2 + (toY - y) ** 2);
    const line = { x, y, ux: (toX - x) / length, uy: (toY - y) / length, length, side: a.sides[i / 4] as number };
    addStripsFrom(line, i / 4, b, lands, squaredSine, settings, strips);
  }
  return strips;
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly ux: number;
  readonly uy: number;
  readonly length: number;
  readonly side: number;
}

function addStripsFrom(
  { x, y, ux, uy, length, side }: Line,
  edge: number,
  { shape: { edges }, sides }: Sided,
  lands: readonly { readonly box: Box }[],
  squaredSine: number,
  { maxGapMetres, snapMetres }: FacingSettings,
  strips: Strip[],
): void {
  for (let j = 0; j < edges.length; j += 4) {
    const dx = (edges[j + 2] as number) - (edges[j] as number);
    const dy = (edges[j + 3] as number) - (edges[j + 1] as number);
    // Metres along the first edge at which the other starts and ends, and how far off it is there.
    const run = dx * ux + dy * uy;
    const turn = ux * dy - uy * dx;
    // Two outer sides that face each other run against each other, or the same way where their ground is on other sides.
    if (run * side * (sides[j / 4] as number) >= 0 || turn * turn > squaredSine * (dx * dx + dy * dy)) continue;
    const ox = (edges[j] as number) - x;
    const oy = (edges[j + 1] as number) - y;
    const start = ox * ux + oy * uy;
    const low = Math.max(0, Math.min(start, start + run));
    const high = Math.min(length, Math.max(start, start + run));
    if (high - low <= snapMetres) continue;
    const off = ox * uy - oy * ux;
    const offLow = off - ((low - start) * turn) / run;
    const offHigh = off - ((high - start) * turn) / run;
    if (offLow * side < 0 || offHigh * side < 0) continue;
    const widest = Math.max(Math.abs(offLow), Math.abs(offHigh));
    if (widest > maxGapMetres || widest <= snapMetres) continue;
    const corners = Float64Array.of(
      x + ux * low,
      y + uy * low,
      x + ux * high,
      y + uy * high,
      x + ux * high + uy * offHigh,
      y + uy * high - ux * offHigh,
      x + ux * low + uy * offLow,
      y + uy * low - ux * offLow,
    );
    const box = boxOfCorners(corners);
    for (const land of lands) {
      if (!boxesMeet(land.box, box)) continue;
      strips.push({ convex: counterClockwise(corners), box, edge, stretch: [low, high] });
      break;
    }
  }
}
