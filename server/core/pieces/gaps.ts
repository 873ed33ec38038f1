import { metresApart, type Separation, separation } from '../fabric/distance';
import type { Fabric, Part } from '../fabric/fabric';
import { roundedMetres } from '../fabric/rounding';

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

/** How many times it is searched, and by how much each search is wider than the one before it. */
const SEARCHES = 3;
const WIDENING = 4;

/**
 * The gap of every two pieces no more than `withinMetres` apart, narrowest first; pieces that `same` holds for one
 * are passed over. Where several plots are equally near, the gap is named after the first by id.
 * Looks around each part again and again, farther every time, so that most gaps are told from near parts alone.
 */
export function findGaps(
  fabric: Fabric,
  pieceOf: Int32Array,
  withinMetres: number,
  same: (a: number, b: number) => boolean,
): PieceGap[] {
  const found = new Map<number, Ties>();
  for (let step = SEARCHES - 1; step >= 0; step--) {
    const metres = withinMetres / WIDENING ** step;
    searchGaps(fabric, pieceOf, metres, same, found);
    for (const ties of found.values()) ties.isSettled = ties.metres + tieMetres < metres;
  }
  return [...found.values()].map(firstOf).sort(inOrder);
}

function searchGaps(
  { parts, index }: Fabric,
  pieceOf: Int32Array,
  withinMetres: number,
  same: (a: number, b: number) => boolean,
  found: Map<number, Ties>,
): void {
  const isLargest = inLargest(pieceOf, same);
  const boxes = boxesOf(parts);
  /** What is known of the gaps of the part at hand, by piece; the stamps tell whether it is this part's. */
  const tiesTo: (Ties | undefined)[] = [];
  const stamps = new Int32Array(isLargest.length).fill(-1);
  let part = 0;
  const meet = (other: number): boolean => {
    const piece = pieceOf[part] as number;
    const across = pieceOf[other] as number;
    // Pairs of which neither stands in the largest come up twice.
    if (piece === across || (other < part && !isLargest[across])) return false;
    if (stamps[across] !== part) {
      stamps[across] = part;
      tiesTo[across] = found.get(keyOf(piece, across, parts.length)) ?? (same(piece, across) ? ofOne : undefined);
    }
    const ties = tiesTo[across];
    if (ties?.isSettled) return false;
    const limit = ties ? Math.min(ties.metres + tieMetres, withinMetres) : withinMetres;
    if (!meetWithin(boxes, part * 4, other * 4, limit)) return false;
    const p = parts[piece < across ? part : other] as Part;
    const q = parts[piece < across ? other : part] as Part;
    const metres = metresApart(p, q, limit);
    if (metres === Infinity) return false;
    const gap = gapBetween(Math.min(piece, across), Math.max(piece, across), p, q, metres);
    if (ties) addTie(ties, gap);
    else {
      const first = { metres: gap.metres, gaps: [gap], isSettled: false };
      tiesTo[across] = first;
      found.set(keyOf(piece, across, parts.length), first);
    }
    return false;
  };
  for (; part < parts.length; part++) {
    if (isLargest[pieceOf[part] as number]) continue;
    const { box } = parts[part] as Part;
    index?.search(box[0] - withinMetres, box[1] - withinMetres, box[2] + withinMetres, box[3] + withinMetres, meet);
  }
}

function boxesOf(parts: readonly Part[]): Float64Array {
  const boxes = new Float64Array(parts.length * 4);
  for (let i = 0; i < parts.length; i++) {
    const { box } = parts[i] as Part;
    for (let side = 0; side < 4; side++) boxes[i * 4 + side] = box[side] as number;
  }
  return boxes;
}

/** Whether two of a list of boxes come within `metres` of each other. */
function meetWithin(boxes: Float64Array, i: number, j: number, metres: number): boolean {
  const dx = Math.max((boxes[i] as number) - (boxes[j + 2] as number), (boxes[j] as number) - (boxes[i + 2] as number));
  if (dx > metres) return false;
  const dy = Math.max(
    (boxes[i + 1] as number) - (boxes[j + 3] as number),
    (boxes[j + 1] as number) - (boxes[i + 3] as number),
  );
  return dy <= metres && (dx <= 0 || dy <= 0 || dx * dx + dy * dy <= metres * metres);
}

function keyOf(piece: number, other: number, count: number): number {
  return Math.min(piece, other) * count + Math.max(piece, other);
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
  /** True once nothing nearer, nor as near, can be found. */
  isSettled: boolean;
}

/** Stands for the gap of pieces that count as one: there is none to look for. */
const ofOne: Ties = { metres: 0, gaps: [], isSettled: true };

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
