import type { ContiguityAnswer, Gap, GapRulingRow } from '../../../data/contract';
import { gapKey } from './problems';

interface Sorted {
  /** The ruling that speaks of each gap, by the gap's key. */
  readonly byGap: ReadonlyMap<string, GapRulingRow>;
  /** Rulings between plots that no gap parts any more. */
  readonly others: readonly GapRulingRow[];
}

/**
 * Finds the gap that each ruling speaks of: the one between its two plots, else the one between the strict pieces that
 * they stand in, since a ruling is about the ground between, whichever plots stand nearest to it.
 */
export function rulingsOnGaps(
  rulings: readonly GapRulingRow[],
  { gaps, readings }: Pick<ContiguityAnswer, 'gaps' | 'readings'>,
): Sorted {
  const pieces = readings.strict.pieces.map(({ plots }) => new Set(plots));
  const together = (a: string, b: string) => a === b || pieces.some((plots) => plots.has(a) && plots.has(b));
  const byGap = new Map<string, GapRulingRow>();
  const others: GapRulingRow[] = [];
  for (const ruling of rulings) {
    const gap = gaps.find(isBetween(ruling, (a, b) => a === b)) ?? gaps.find(isBetween(ruling, together));
    if (gap) byGap.set(gapKey(gap), ruling);
    else others.push(ruling);
  }
  return { byGap, others };
}

function isBetween({ claim: { plots } }: GapRulingRow, same: (a: string, b: string) => boolean) {
  const [p, q] = plots;
  return ({ from, to }: Gap) => (same(p, from) && same(q, to)) || (same(q, from) && same(p, to));
}
