import { metresApart, type Separation, separation } from '../fabric/distance';
import { eachPairWithin, type Fabric, type Part } from '../fabric/fabric';
import type { Box } from '../fabric/shape';

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
  fabric: Fabric,
  pieceOf: Int32Array,
  withinMetres: number,
  same: (a: number, b: number) => boolean,
): PieceGap[] {
  const found = new Map<number, Nearest>();
  const { parts } = fabric;
  eachPairWithin(parts, fabric.index, withinMetres, (i, j) => {
    if (pieceOf[i] === pieceOf[j]) return;
    const [low, high] = (pieceOf[i] as number) < (pieceOf[j] as number) ? [i, j] : [j, i];
    const a = pieceOf[low] as number;
    const b = pieceOf[high] as number;
    if (same(a, b)) return;
    const key = a * parts.length + b;
    const known = found.get(key);
    const limit = known ? Math.min(known.metres + tieMetres, withinMetres) : withinMetres;
    const p = parts[low] as Part;
    const q = parts[high] as Part;
    if (boxesApart(p.box, q.box) > limit) return;
    const metres = metresApart(p, q, limit);
    if (metres < Infinity) found.set(key, nearer(known, { a, b, p, q, metres }));
  });
  return [...found.values()].map(asGap).sort((p, q) => p.metres - q.metres || p.a - q.a || p.b - q.b);
}

interface Nearest {
  readonly a: number;
  readonly b: number;
  readonly p: Part;
  readonly q: Part;
  readonly metres: number;
}

/** The shortest line across a gap, from piece a to piece b, in city metres. */
export function gapLine({ nearest: [p, q] }: PieceGap): [readonly [number, number], readonly [number, number]] {
  const { from, to } = separation(p, q) as Separation;
  return [from, to];
}

function asGap({ a, b, p, q, metres }: Nearest): PieceGap {
  return { a, b, from: p.plot, to: q.plot, metres, nearest: [p, q] };
}

function nearer(known: Nearest | undefined, other: Nearest): Nearest {
  if (!known || other.metres < known.metres - tieMetres) return other;
  const metres = Math.min(other.metres, known.metres);
  const isFirst = other.p.plot < known.p.plot || (other.p.plot === known.p.plot && other.q.plot < known.q.plot);
  return { ...(isFirst ? other : known), metres };
}

function boxesApart(a: Box, b: Box): number {
  const dx = Math.max(a[0] - b[2], b[0] - a[2], 0);
  const dy = Math.max(a[1] - b[3], b[1] - a[3], 0);
  return Math.hypot(dx, dy);
}
