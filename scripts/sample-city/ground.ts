import type { Cell, Facing, Line, Point } from './cell';
import { beyond, chord, rotated, tightBox, turned } from './cell';
import type { Random } from './random';

export type CorridorKind = 'road' | 'expressway' | 'railway' | 'river' | 'ditch' | 'green-belt';

/** A corridor as cut through a district, before bending; the ground between its two sides is left open. */
export interface Cut {
  readonly id: number;
  readonly kind: CorridorKind;
  readonly widthMetres: number;
  readonly from: Point;
  readonly to: Point;
}

/** How a piece of ground is cut up. */
export interface Grain {
  readonly areaSquareMetres: number;
  readonly kind: CorridorKind;
  /** Width left open along a cut; 0 makes neighbours that share a line. */
  readonly widthMetres: (random: Random, longMetres: number) => number;
  /** How far a cut may lean, in radians. */
  readonly lean: number;
  /** Long narrow pieces rather than square ones, up to this ratio. */
  readonly slender: number;
}

/** Cuts one cell along a line, leaving the corridor's width open, and notes the corridor. */
export function cutOnce(cell: Cell, line: Line, kind: CorridorKind, widthMetres: number, cuts: Cut[]): Cell[] {
  const facing = { halfMetres: widthMetres / 2, cut: widthMetres > 0 ? cuts.length : -1 };
  const sides = [line, turned(line)].map((side) => beyond(cell, side, widthMetres / 2, facing));
  // A street runs on to the middle of the street it meets; at a river or a railway it ends.
  const reach = (met: Facing) => (cuts[met.cut]?.kind === 'road' ? met.halfMetres : 0);
  const ends = widthMetres > 0 ? chord(cell, line, reach) : null;
  if (ends) cuts.push({ id: cuts.length, kind, widthMetres, from: ends[0], to: ends[1] });
  return sides.filter((side) => side !== null);
}

/** Cuts a cell again and again, across its longer way, until every piece is near the grain's area. */
export function cutUp(cell: Cell, grain: Grain, random: Random, cuts: Cut[]): Cell[] {
  const box = tightBox(cell.ring);
  const size = box.longMetres * box.shortMetres;
  if (size < grain.areaSquareMetres * random.between(1.05, 1.9)) return [cell];
  const lengthwise = grain.slender > 1 && box.longMetres / box.shortMetres < grain.slender && random.chance(0.6);
  const across: Point = lengthwise ? [-box.along[1], box.along[0]] : box.along;
  const span = lengthwise ? box.shortMetres : box.longMetres;
  const off = span * random.between(-0.09, 0.09);
  const at: Point = [box.centre[0] + across[0] * off, box.centre[1] + across[1] * off];
  const line: Line = { at, normal: rotated(across, random.between(-grain.lean, grain.lean)) };
  const widthMetres = grain.widthMetres(random, lengthwise ? box.longMetres : box.shortMetres);
  const sides = cutOnce(cell, line, grain.kind, widthMetres, cuts);
  if (sides.length < 2) return [cell];
  return sides.flatMap((side) => cutUp(side, grain, random, cuts));
}
