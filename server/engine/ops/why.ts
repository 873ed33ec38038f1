import type { Ruleset } from '../../../data/contract/ruleset';
import { type Explanation, explainPlot } from '../../core/leftover/why/explain-plot';
import type { ParkCase } from '../../parks/park-case';

/** Tells what the finding on one parcel beside a park was taken from; null where the parcel is not beside it. */
export function why(
  { members, beside, edges, redLine }: ParkCase,
  { parcel, ruleset }: { parcel: string; ruleset: Ruleset },
): Explanation | null {
  return explainPlot({ park: members, plots: beside, edges: edges ?? undefined, redLine }, parcel, ruleset);
}
