import type { Piece, Reading } from '../../../data/contract/analysis';
import { ellipsoidalArea, muOf } from '../fabric/area';
import type { Part } from '../fabric/fabric';
import { Groups } from '../fabric/groups';
import { type PartOverlap, toEllipsoid, unionArea } from '../fabric/union-area';
import type { StrictPieces } from './strict-pieces';

/** Strict pieces measured: who stands in them, their ground on the ellipsoid, slivers between them. */
export interface MeasuredPieces {
  readonly plots: readonly (readonly string[])[];
  readonly areas: readonly number[];
  readonly slivers: readonly { a: number; b: number; squareMetres: number }[];
  readonly total: number;
}

/** Shares closer to the limit than this differ by rounding only. */
const roundingShare = 1e-9;

/** Measures the strict pieces once for all readings. */
export function measurePieces(parts: readonly Part[], strict: StrictPieces, pieceOf: Int32Array): MeasuredPieces {
  const place = new Int32Array(parts.length);
  for (const members of strict.pieces) {
    for (const [i, part] of members.entries()) place[part] = i;
  }
  const inside = strict.pieces.map((): PartOverlap[] => []);
  const slivers: { a: number; b: number; squareMetres: number }[] = [];
  for (const overlap of strict.overlaps) {
    const a = pieceOf[overlap.a] as number;
    const b = pieceOf[overlap.b] as number;
    if (a === b) inside[a]?.push({ ...overlap, a: place[overlap.a] as number, b: place[overlap.b] as number });
    else slivers.push({ a, b, squareMetres: toEllipsoid(overlap.squareMetres, parts[overlap.a] as Part) });
  }
  const areas = strict.pieces.map((members, i) => {
    const own = inside[i] ?? [];
    if (own.length === 0) return members.reduce((sum, part) => sum + ellipsoidalArea(parts[part] as Part), 0);
    return unionArea(
      members.map((part) => parts[part] as Part),
      own,
    );
  });
  const plots = strict.pieces.map((members) => [...new Set(members.map((part) => (parts[part] as Part).plot))]);
  const total = sum(areas) - sum(slivers.map(({ squareMetres }) => squareMetres));
  return { plots, areas, slivers, total };
}

/** The pieces that remain once strict pieces are joined across some gaps, largest first, with the verdict on them. */
export function readPieces(
  measured: MeasuredPieces,
  joins: readonly { a: number; b: number }[],
  nearlyShare: number,
): Reading & { verdict: 'contiguous' | 'nearly' | 'separate' } {
  const groups = new Groups(measured.areas.length);
  for (const { a, b } of joins) groups.join(a, b);
  const lost = new Map<number, number>();
  for (const { a, b, squareMetres } of measured.slivers) {
    if (groups.same(a, b)) lost.set(groups.find(a), (lost.get(groups.find(a)) ?? 0) + squareMetres);
  }
  const pieces = groups.members().map((members): Piece => {
    const area = sum(members.map((i) => measured.areas[i] as number)) - (lost.get(members[0] as number) ?? 0);
    return {
      plots: [...new Set(members.flatMap((i) => measured.plots[i] ?? []))],
      areaSquareMetres: area,
      areaMu: muOf(area),
      share: area / measured.total,
    };
  });
  pieces.sort((p, q) => q.areaSquareMetres - p.areaSquareMetres);
  if (pieces.length === 1) return { verdict: 'contiguous', pieces };
  const largest = pieces[0]?.share ?? 0;
  return { verdict: largest >= nearlyShare - roundingShare ? 'nearly' : 'separate', pieces };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
