import type { ContiguityAnswer, Gap } from '../../../data/contract';
import { gapKey, gapStates, isBarrier, isProblem } from './problems';

/** What keeps pieces apart however wide the tolerance is: only what the gaps in the way really hold. */
export interface Apart {
  readonly kinds: readonly Gap['holds'][number]['kind'][];
  /** What lies in a gap is not known. */
  readonly unknown: boolean;
}

/** Gathers barriers and plots of others from the gaps in the way, each once, and whether any of them is not known. */
export function whyApart(contiguity: Pick<ContiguityAnswer, 'gaps' | 'readings'>): Apart {
  const states = gapStates(contiguity);
  const inTheWay = contiguity.gaps.filter((gap) => isProblem(states.get(gapKey(gap))));
  const kinds = inTheWay.flatMap((gap) => gap.holds.map((held) => held.kind));
  return {
    kinds: [...new Set(kinds.filter((kind) => kind === 'parcel' || isBarrier(kind)))],
    unknown: inTheWay.some((gap) => gap.bridged === null),
  };
}
