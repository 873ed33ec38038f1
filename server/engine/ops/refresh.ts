import type { Ruleset } from '../../../data/contract/ruleset';
import { ellipsoidalArea, muOf } from '../../core/fabric/area';
import { openCityCrs } from '../../core/fabric/city-crs';
import { partsOf } from '../../core/fabric/fabric';
import { findLeftover, type LeftoverInput, type LeftoverOutcome } from '../../core/leftover';
import type { TitleFinding } from '../../core/title';
import type { StoredFinding } from '../../db/leftover/stored-finding';
import { judgePark } from '../../parks/judge-park';
import { caseVersion, type KeptCase, type Neighbour, type ParkCase } from '../../parks/park-case';
import { keptCase } from '../city/case';
import type { OpContext } from '../ops';

/** Everything that is kept of one park when it is looked at anew. */
interface Refreshed {
  members: number;
  /** The leftover plots found beside it; what is not adjacent is not kept. */
  findings: StoredFinding[];
  /** Without the standing of each firm: it holds output, which the inputs already have. */
  title: Omit<TitleFinding, 'firms'>;
  input: KeptCase;
  inputVersion: string;
  /** How many plots were measured. */
  looked: number;
}

/** Looks at a park anew: the leftover plots beside it and the verdict on its title, with the inputs of both. */
export function refresh(
  parkCase: ParkCase,
  { ruleset, asOf }: { ruleset: Ruleset; asOf: string },
  { zones }: OpContext,
): Refreshed {
  const beside = leftoverCase(parkCase, ruleset);
  const { firms, ...title } = judgePark(parkCase, { ruleset, asOf, zones });
  return {
    members: parkCase.members.length,
    findings: findIn(beside, ruleset),
    title,
    input: keptCase(parkCase),
    inputVersion: caseVersion(parkCase, ruleset),
    looked: beside.plots.length,
  };
}

/** How many times the limit a plot may measure and still be told why it is too large. */
const WORTH_TELLING = 2;

/** A park and the plots beside it that are, or nearly are, small enough to be leftover plots; the others stand by. */
export function leftoverCase({ members, beside, edges, redLine }: ParkCase, ruleset: Ruleset): LeftoverInput {
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const mostMu = ruleset.rules.leftover.limitMu.value * WORTH_TELLING;
  const plots: Neighbour[] = [];
  const others: Neighbour[] = [];
  for (const plot of beside) {
    const areaMu = muOf(partsOf(plot, crs).reduce((sum, part) => sum + ellipsoidalArea(part), 0));
    (areaMu <= mostMu ? plots : others).push(plot);
  }
  return { park: members, plots, others, edges: edges ?? undefined, redLine };
}

function findIn(input: LeftoverInput, ruleset: Ruleset): StoredFinding[] {
  return findLeftover(input, ruleset)
    .filter(({ kind }) => kind !== 'not-adjacent')
    .map((finding) => ({ ...finding, because: finding.because.map(plain), missing: finding.missing.map(plain) }));
}

const plain = ({ code, args }: LeftoverOutcome['because'][number]): StoredFinding['because'][number] => ({
  code,
  args: { ...args },
});
