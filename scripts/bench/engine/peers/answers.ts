/** Pieces of each park, by the order of the parks: how many groups its plots fall into. */
export type PieceCounts = readonly number[];

/** Common boundary in metres of pairs of plots, by their places in the list of all plots. */
export class Contacts {
  private readonly metres = new Map<number, number>();

  constructor(private readonly plots: number) {}

  add(a: number, b: number, metres: number): void {
    this.metres.set(Math.min(a, b) * this.plots + Math.max(a, b), metres);
  }

  of(a: number, b: number): number {
    return this.metres.get(Math.min(a, b) * this.plots + Math.max(a, b)) ?? 0;
  }

  get pairs(): number {
    return this.metres.size;
  }

  /** Every pair, as two places and metres. */
  *entries(): Generator<readonly [number, number, number]> {
    for (const [key, metres] of this.metres) yield [Math.floor(key / this.plots), key % this.plots, metres];
  }
}

/** How far a peer's common boundaries are from ours. */
export interface Disagreement {
  /** Pairs that either finds. */
  readonly pairs: number;
  /** Share of them that differ by more than the tolerance. */
  readonly share: number;
  /** Share of our metres that the peer misses or adds, all pairs added up. */
  readonly metresShare: number;
  readonly widestMetres: number;
}

/** Two surveys of one boundary may each be off by the snap, at both ends. */
export function compareContacts(
  ours: Contacts,
  theirs: Contacts,
  toleranceMetres: number,
  within: (place: number) => boolean,
): Disagreement {
  let [pairs, off, total, missed, widestMetres] = [0, 0, 0, 0, 0];
  const note = (a: number, b: number): void => {
    const own = ours.of(a, b);
    const difference = Math.abs(own - theirs.of(a, b));
    pairs++;
    total += own;
    missed += difference;
    if (difference > toleranceMetres) off++;
    widestMetres = Math.max(widestMetres, difference);
  };
  for (const [a, b] of ours.entries()) if (within(a)) note(a, b);
  for (const [a, b, metres] of theirs.entries()) if (within(a) && metres > 0 && ours.of(a, b) === 0) note(a, b);
  return { pairs, share: off / pairs, metresShare: missed / total, widestMetres };
}

/** Parks of which a peer counts another number of pieces. */
export function differingPieces(ours: PieceCounts, theirs: PieceCounts): number {
  return theirs.filter((count, park) => count !== ours[park]).length;
}
