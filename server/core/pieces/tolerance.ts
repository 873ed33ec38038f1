import { Groups } from '../fabric/groups';
import type { PieceGap } from './gaps';

/** Finds the gaps up to a width, narrowest first; it may leave out those between pieces that are together already. */
type Finder = (withinMetres: number, same: (a: number, b: number) => boolean) => readonly PieceGap[];

/** A sweep gives up, and answers that it cannot be known, after judging this many gaps. */
const judgementsAtMost = 4_000;

/** The edges of the minimum spanning tree between pieces, narrowest first, however far apart they are. */
export function spanningTree(pieces: number, find: Finder, firstMetres: number): PieceGap[] {
  const groups = new Groups(pieces);
  const tree: PieceGap[] = [];
  for (let within = Math.max(firstMetres, 1); tree.length < pieces - 1; within *= 2) {
    for (const gap of find(within, (a, b) => groups.same(a, b))) if (groups.join(gap.a, gap.b)) tree.push(gap);
  }
  return tree;
}

/**
 * The narrowest tolerance at which all pieces are together across gaps that can be bridged; null if no tolerance
 * up to `farthestMetres` does it, or if gaps of unknown contents leave it open.
 */
export function flipMetres(
  pieces: number,
  find: Finder,
  firstMetres: number,
  farthestMetres: number,
  bridgeable: (gap: PieceGap) => boolean | null,
): number | null {
  const certain = new Groups(pieces);
  const usable: PieceGap[] = [];
  let together = 1;
  let judged = 0;
  let before = -1;
  for (let within = Math.max(firstMetres, 1); ; within *= 2) {
    for (const gap of find(within, (a, b) => certain.same(a, b))) {
      if (gap.metres <= before || certain.same(gap.a, gap.b)) continue;
      if (++judged > judgementsAtMost) return null;
      const answer = bridgeable(gap);
      if (answer !== false) usable.push(gap);
      if (answer !== true) continue;
      certain.join(gap.a, gap.b);
      if (++together === pieces) return widestNeeded(pieces, usable) < gap.metres ? null : gap.metres;
    }
    if (within >= farthestMetres) return null;
    before = within;
  }
}

/** The widest gap needed to bring all pieces together, of gaps given narrowest first. */
function widestNeeded(pieces: number, gaps: readonly PieceGap[]): number {
  const groups = new Groups(pieces);
  let widest = 0;
  for (const gap of gaps) if (groups.join(gap.a, gap.b)) widest = gap.metres;
  return widest;
}
