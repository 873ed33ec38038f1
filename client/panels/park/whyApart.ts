import type { Gap } from '../../../data/contract';
import { isBarrier, isProblem } from './gapSteps';

/** What keeps pieces apart however wide the tolerance is: only what the gaps in the way really hold. */
export interface Apart {
  readonly kinds: readonly Gap['holds'][number]['kind'][];
  /** What lies in a gap is not known. */
  readonly unknown: boolean;
}

/** Gathers barriers and plots of others from the gaps in the way, each once, and whether any of them is not known. */
export function whyApart(gaps: readonly Gap[]): Apart {
  const inTheWay = gaps.filter(isProblem);
  const kinds = inTheWay.flatMap((gap) => gap.holds.map((held) => held.kind));
  return {
    kinds: [...new Set(kinds.filter((kind) => kind === 'parcel' || isBarrier(kind)))],
    unknown: inTheWay.some((gap) => gap.bridged === null),
  };
}
