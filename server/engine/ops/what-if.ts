import type { Ruleset } from '../../../data/contract/ruleset';
import type { ContiguityVerdict, LeftoverKind, Verdict } from '../../../data/contract/vocabulary';
import { type Part, partsMoved } from '../../../data/rules/parts';
import { classifyLeftover, type LeftoverInput } from '../../core/leftover';
import { classify } from '../../core/leftover/classify';
import type { LeftoverMeasures } from '../../core/leftover/measures';
import { readSettings } from '../../core/leftover/settings';
import { titleVerdicts } from '../../core/title';
import { judgePark } from '../../parks/judge-park';
import type { ParkCase } from '../../parks/park-case';
import type { OpContext } from '../ops';
import { leftoverCase } from './refresh';

/** One park under one ruleset, as far as a verdict can flip: nothing of what firms earn. */
export interface Standing {
  readonly title: Verdict;
  readonly contiguity: ContiguityVerdict;
  readonly tests: readonly { readonly id: string; readonly verdict: Verdict }[];
  /** Every plot that was looked at beside the park, also those found not adjacent. */
  readonly plots: readonly PlotStanding[];
}
interface PlotStanding {
  readonly id: string;
  readonly kind: LeftoverKind;
  readonly areaMu: number;
  readonly measures: LeftoverMeasures;
}
interface Asked {
  readonly ruleset: Ruleset;
  readonly asOf: string;
  /** The same park on the same day and data under another ruleset: what the moved rules cannot touch is taken from it. */
  readonly known: { readonly ruleset: Ruleset; readonly standing: Standing } | null;
}

/**
 * Says how a park and the plots beside it stand under a ruleset. Beside another ruleset's standing only the parts that
 * differ are worked out anew: the firms' tests without the ground, the classes of plots without measuring them.
 */
export function whatIf(parkCase: ParkCase, { ruleset, asOf, known }: Asked, { zones }: OpContext): Standing {
  const moved = known && partsMoved(known.ruleset, ruleset);
  const stays = (...parts: readonly Part[]) => !!moved && !parts.some((part) => moved.has(part));
  return { ...verdicts(), plots: plotsBeside() };

  function verdicts(): Omit<Standing, 'plots'> {
    if (!known || !stays('pieces')) {
      const { verdict, contiguity, tests } = judgePark(parkCase, { ruleset, asOf, zones });
      return {
        title: verdict,
        contiguity: contiguity.verdict,
        tests: tests.map((test) => ({ id: test.id, verdict: test.verdict })),
      };
    }
    const { title, contiguity, tests } = known.standing;
    if (stays('tests')) return { title, contiguity, tests };
    const { members, firms } = parkCase;
    const found = titleVerdicts({ park: members, firms, asOf }, contiguity, ruleset);
    return { title: found.verdict, contiguity, tests: found.tests };
  }

  function plotsBeside(): readonly PlotStanding[] {
    if (known && stays('measures', 'classes')) return known.standing.plots;
    const input = leftoverCase(parkCase, ruleset);
    // A standing holds areas on the ellipsoid; what is classed by another area is measured anew.
    const isMeasured = stays('measures') && ruleset.rules.measure.areaBasis.value === 'ellipsoidal';
    return known && isMeasured && areSame(input, known.standing)
      ? classAgain(input, known.standing, ruleset)
      : measureAndClass(input, ruleset);
  }
}

/** Each of the plots asked about can stand between another and the park, so that measures hold for the same set alone. */
function areSame({ plots }: LeftoverInput, { plots: others }: Standing): boolean {
  return plots.length === others.length && plots.every(({ id }, place) => others[place]?.id === id);
}

function measureAndClass(input: LeftoverInput, ruleset: Ruleset): PlotStanding[] {
  if (input.plots.length === 0) return [];
  return classifyLeftover(input, ruleset).findings.map(({ plot, kind, areaMu, measures }) => ({
    id: plot,
    kind,
    areaMu,
    measures,
  }));
}

function classAgain(input: LeftoverInput, { plots }: Standing, ruleset: Ruleset): PlotStanding[] {
  const { settings } = readSettings(ruleset, {});
  return plots.map((plot) => {
    const measured = { measures: plot.measures, isAdjacent: plot.kind !== 'not-adjacent' };
    return { ...plot, kind: classify(measured, plot.areaMu, input.edges !== undefined, settings).kind };
  });
}
