import type { Areal, Piece, Position } from '../../../data/contract';

/** One polygon of a member, placed in the piece it stands in. */
export interface PlacedPart {
  readonly member: string;
  /** Index into the reading's pieces, largest first; null where no piece names the member. */
  readonly piece: number | null;
  readonly rings: readonly (readonly Position[])[];
}

interface Member {
  readonly id: string;
  readonly geometry: Areal;
}

/**
 * Places every polygon part of every member in its piece. Contiguity is judged on parts, so a member of several
 * parts may stand in several pieces: such a part goes to the piece whose other ground lies nearest.
 */
export function placeParts(members: readonly Member[], pieces: readonly Piece[]): PlacedPart[] {
  const piecesOf = new Map<string, number[]>();
  pieces.forEach((piece, index) => {
    for (const id of new Set(piece.plots)) piecesOf.set(id, [...(piecesOf.get(id) ?? []), index]);
  });
  const parts = members.flatMap((member) =>
    polygonsOf(member.geometry).map((rings) => ({ member: member.id, rings, options: piecesOf.get(member.id) ?? [] })),
  );
  const sure = parts.filter((part) => part.options.length === 1);
  return parts.map(({ member, rings, options }) => ({
    member,
    rings,
    piece: options.length < 2 ? (options[0] ?? null) : nearestPiece(rings, options, sure),
  }));
}

type Sure = { readonly rings: PlacedPart['rings']; readonly options: readonly number[] };

/** The piece with the nearest vertex; a piece made of such parts alone takes what is far from all others. */
function nearestPiece(rings: PlacedPart['rings'], options: readonly number[], sure: readonly Sure[]): number {
  let best = options.find((index) => !sure.some((s) => s.options[0] === index)) ?? options[0] ?? 0;
  let nearest = NEAR_DEGREES;
  for (const other of sure) {
    const index = other.options[0];
    if (index === undefined || !options.includes(index)) continue;
    const apart = vertexDistance(rings[0] ?? [], other.rings[0] ?? []);
    if (apart < nearest) [nearest, best] = [apart, index];
  }
  return best;
}

/** About 60 m: beyond it, nearness says nothing about which piece a part stands in. */
const NEAR_DEGREES = 0.0006;

function vertexDistance(a: readonly Position[], b: readonly Position[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [ax = 0, ay = 0] of a)
    for (const [bx = 0, by = 0] of b) least = Math.min(least, Math.hypot(ax - bx, ay - by));
  return least;
}

/** The polygons of a polygon or a multi-polygon. */
export const polygonsOf = (geometry: Areal): readonly (readonly (readonly Position[])[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** A, B, C … Z, AA, AB … in the order of size. */
export function pieceLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : pieceLetter(Math.floor(index / 26) - 1) + letter;
}
