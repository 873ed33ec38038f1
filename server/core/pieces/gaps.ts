import { metresApart, type Separation, separation } from '../fabric/distance';
import { eachPairWithin, type Fabric, indexOf, type Part } from '../fabric/fabric';
import { roundedMetres } from '../fabric/rounding';
import { type Box, boxesApart, boxOf } from '../fabric/shape';

/** The gap between two strict pieces: its width, from a plot of piece a to one of piece b. */
export interface PieceGap {
  readonly a: number;
  readonly b: number;
  readonly from: string;
  readonly to: string;
  readonly metres: number;
  /** The parts that stand nearest: `gapLine` draws the shortest line between them. */
  readonly nearest: readonly [Part, Part];
}

const tieMetres = 1e-4;
/** Up to this many pairs of parts are held against each other one by one; where there are more, the index is asked. */
const FEW_PAIRS = 2_000;

/**
 * The gap of every two pieces no more than `withinMetres` apart, narrowest first; pieces that `same` holds for one
 * are passed over. Where several plots are equally near, the gap is named after the first by id.
 */
export function findGaps(
  fabric: Fabric,
  pieceOf: Int32Array,
  withinMetres: number,
  same: (a: number, b: number) => boolean,
): PieceGap[] {
  const pieces = piecesOf(fabric, pieceOf);
  const gaps: PieceGap[] = [];
  eachPairWithin(pieces, indexOf(pieces), withinMetres, (i, j) => {
    if (same(i, j)) return;
    const gap = findGap(fabric, pieceOf, pieces[i] as LaidPiece, pieces[j] as LaidPiece, withinMetres);
    if (gap) gaps.push(gap);
  });
  return gaps.sort(inOrder);
}

/** A piece by its number, with the places of its parts. */
interface LaidPiece {
  readonly piece: number;
  readonly members: readonly number[];
  readonly box: Box;
}

function piecesOf({ parts }: Fabric, pieceOf: Int32Array): LaidPiece[] {
  const members: number[][] = [];
  for (let part = 0; part < parts.length; part++) {
    const piece = pieceOf[part] as number;
    const list = members[piece];
    if (list) list.push(part);
    else members[piece] = [part];
  }
  return members.map((list, piece) => ({
    piece,
    members: list,
    box: boxOf(list.map((part) => parts[part] as Part)),
  }));
}

/** The gap between two pieces, or null if they are farther apart than `withinMetres`. */
function findGap(
  { parts, index }: Fabric,
  pieceOf: Int32Array,
  a: LaidPiece,
  b: LaidPiece,
  withinMetres: number,
): PieceGap | null {
  const ties: Ties = { a: a.piece, b: b.piece, metres: Infinity, limit: withinMetres, gaps: [] };
  // One pair likely to be near goes first, so that few others have to be measured.
  const near = closestTo(parts, a.members, b.box);
  measure(near, closestTo(parts, b.members, (parts[near] as Part).box), parts, ties);
  const ofA = within(parts, a.members, b.box, ties.limit);
  const ofB = within(parts, b.members, a.box, ties.limit);
  if (ofA.length * ofB.length <= FEW_PAIRS || !index) {
    for (const p of ofA) for (const q of ofB) measure(p, q, parts, ties);
  } else {
    const isMoreInA = ofA.length > ofB.length;
    const across = isMoreInA ? a.piece : b.piece;
    for (const part of isMoreInA ? ofB : ofA) {
      const [west, south, east, north] = (parts[part] as Part).box;
      const { limit } = ties;
      for (const other of index.search(west - limit, south - limit, east + limit, north + limit)) {
        if (pieceOf[other] !== across) continue;
        if (isMoreInA) measure(other, part, parts, ties);
        else measure(part, other, parts, ties);
      }
    }
  }
  const [first, ...others] = ties.gaps.filter(({ metres }) => metres <= ties.metres + tieMetres);
  if (!first) return null;
  return { ...others.reduce((best, gap) => (isBefore(gap, best) ? gap : best), first), metres: ties.metres };
}

/** What pairs of parts tell about one gap: its width, how near others must be to matter, and the nearest so far. */
interface Ties {
  readonly a: number;
  readonly b: number;
  metres: number;
  limit: number;
  gaps: PieceGap[];
}

function measure(p: number, q: number, parts: readonly Part[], ties: Ties): void {
  const one = parts[p] as Part;
  const other = parts[q] as Part;
  if (boxesApart(one.box, other.box) > ties.limit) return;
  const metres = metresApart(one, other, ties.limit);
  if (metres === Infinity) return;
  ties.gaps.push(gapBetween(ties.a, ties.b, one, other, metres));
  ties.metres = Math.min(ties.metres, metres);
  ties.limit = Math.min(ties.limit, metres + tieMetres);
}

/** Of some parts, the one whose box is nearest to a box. */
function closestTo(parts: readonly Part[], members: readonly number[], box: Box): number {
  let closest = members[0] as number;
  let least = Infinity;
  for (const part of members) {
    const metres = boxesApart((parts[part] as Part).box, box);
    if (metres >= least) continue;
    least = metres;
    closest = part;
  }
  return closest;
}

function within(parts: readonly Part[], members: readonly number[], box: Box, metres: number): number[] {
  return members.filter((part) => boxesApart((parts[part] as Part).box, box) <= metres);
}

/** The gap of pieces a and b as far as two parts of theirs tell. */
export function gapBetween(a: number, b: number, p: Part, q: Part, metres: number): PieceGap {
  return { a, b, from: p.plot, to: q.plot, metres, nearest: [p, q] };
}

/** Of what two pairs of parts tell about one gap, the narrower; of equally near parts the first by id. */
export function narrower(known: PieceGap | undefined, other: PieceGap): PieceGap {
  if (!known || other.metres < known.metres - tieMetres) return other;
  if (other.metres > known.metres + tieMetres) return known;
  const metres = Math.min(other.metres, known.metres);
  return { ...(isBefore(other, known) ? other : known), metres };
}

/** Narrowest first; of gaps equally wide the first by id, so that the order in which plots are given does not matter. */
function inOrder(p: PieceGap, q: PieceGap): number {
  return roundedMetres(p.metres) - roundedMetres(q.metres) || byIds(p, q) || p.a - q.a || p.b - q.b;
}

function isBefore(p: PieceGap, q: PieceGap): boolean {
  const order = byIds(p, q);
  return order === 0 ? p.metres < q.metres : order < 0;
}

/** Compares gaps by the ids of their plots, whichever side these stand on. */
function byIds(p: PieceGap, q: PieceGap): number {
  const [p1, p2] = p.from < p.to ? [p.from, p.to] : [p.to, p.from];
  const [q1, q2] = q.from < q.to ? [q.from, q.to] : [q.to, q.from];
  if (p1 !== q1) return p1 < q1 ? -1 : 1;
  return p2 === q2 ? 0 : p2 < q2 ? -1 : 1;
}

/** The shortest line across a gap, from piece a to piece b, in city metres. */
export function gapLine({ nearest: [p, q] }: PieceGap): [readonly [number, number], readonly [number, number]] {
  const { from, to } = separation(p, q) as Separation;
  return [from, to];
}
