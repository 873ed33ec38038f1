import { metresApart, type Separation, separation } from '../fabric/distance';
import type { Fabric, Part } from '../fabric/fabric';
import { roundedMetres } from '../fabric/rounding';
import { boxesMeet } from '../fabric/shape';

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

/**
 * The gap of every two pieces no more than `withinMetres` apart, narrowest first; pieces that `same` holds for one
 * are passed over. Where several plots are equally near, the gap is named after the first by id.
 */
export function findGaps(
  { parts, index }: Fabric,
  pieceOf: Int32Array,
  withinMetres: number,
  same: (a: number, b: number) => boolean,
): PieceGap[] {
  const found = new Map<number, Ties>();
  const isLargest = inLargest(pieceOf, same);
  let i = 0;
  const meet = (j: number): boolean => {
    // Pairs of which neither stands in the largest come up twice.
    if (pieceOf[i] !== pieceOf[j] && (isLargest[pieceOf[j] as number] || i < j)) measure(i, j);
    return false;
  };
  const measure = (one: number, other: number): void => {
    const isInOrder = (pieceOf[one] as number) < (pieceOf[other] as number);
    const [low, high] = isInOrder ? [one, other] : [other, one];
    const a = pieceOf[low] as number;
    const b = pieceOf[high] as number;
    const key = a * parts.length + b;
    const ties = found.get(key);
    const limit = ties ? Math.min(ties.metres + tieMetres, withinMetres) : withinMetres;
    const p = parts[low] as Part;
    const q = parts[high] as Part;
    if (!boxesMeet(p.box, q.box, limit) || (!ties && same(a, b))) return;
    const metres = metresApart(p, q, limit);
    if (metres === Infinity) return;
    const gap = gapBetween(a, b, p, q, metres);
    if (ties) addTie(ties, gap);
    else found.set(key, { metres, gaps: [gap] });
  };
  for (; i < parts.length; i++) {
    if (isLargest[pieceOf[i] as number]) continue;
    const { box } = parts[i] as Part;
    index?.search(box[0] - withinMetres, box[1] - withinMetres, box[2] + withinMetres, box[3] + withinMetres, meet);
  }
  return [...found.values()].map(firstOf).sort(inOrder);
}

/** The pieces that count as one with the largest: most pairs stand in it, and have no gap. */
function inLargest(pieceOf: Int32Array, same: (a: number, b: number) => boolean): boolean[] {
  const sizes: number[] = [];
  for (const piece of pieceOf) sizes[piece] = (sizes[piece] ?? 0) + 1;
  let largest = 0;
  for (const [piece, size] of sizes.entries()) if (size > (sizes[largest] as number)) largest = piece;
  return sizes.map((_, piece) => piece === largest || same(piece, largest));
}

/** What pairs of parts tell about one gap: its width, and those that are as near as that. */
interface Ties {
  metres: number;
  gaps: PieceGap[];
}

function addTie(ties: Ties, gap: PieceGap): void {
  if (gap.metres < ties.metres) {
    ties.metres = gap.metres;
    ties.gaps = ties.gaps.filter(({ metres }) => metres <= gap.metres + tieMetres);
  }
  ties.gaps.push(gap);
}

function firstOf({ metres, gaps }: Ties): PieceGap {
  const first = gaps.reduce((best, gap) => (isBefore(gap, best) ? gap : best));
  return first.metres === metres ? first : { ...first, metres };
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
