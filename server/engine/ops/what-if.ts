import { LRUCache } from 'lru-cache';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { ContiguityVerdict, LeftoverKind, Verdict } from '../../../data/contract/vocabulary';
import type { RuleChanges } from '../../../data/contract/what-if';
import { moveTo } from '../../../data/rules/apply-changes';
import { type Part, partsMoved } from '../../../data/rules/parts';
import { findLeftover, type LeftoverInput } from '../../core/leftover';
import { classify } from '../../core/leftover/classify';
import type { LeftoverMeasures } from '../../core/leftover/measures';
import { readSettings } from '../../core/leftover/settings';
import { titleVerdicts } from '../../core/title';
import { judgePark } from '../../parks/judge-park';
import { caseVersion, type ParkCase } from '../../parks/park-case';
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
type Verdicts = Omit<Standing, 'plots'>;
interface PlotStanding {
  readonly id: string;
  readonly kind: LeftoverKind;
  readonly areaMu: number;
}
interface Measured extends Standing {
  readonly plots: readonly (PlotStanding & { readonly measures: LeftoverMeasures })[];
}
interface Asked {
  readonly ruleset: Ruleset;
  /** New values by `group.name`; they must be ones that the rules can be given. */
  readonly changes: RuleChanges;
  readonly asOf: string;
}

const KEPT_STANDINGS = 500;
/** Standings under a ruleset that is asked about again and again, by the version of their case and the day. */
const kept = new WeakMap<Ruleset, LRUCache<string, Measured>>();

/**
 * Says how a park and the plots beside it stand under a ruleset, and under the same with some rules moved. Only the
 * parts that the moved rules decide are worked out anew: the firms' tests without the ground, the classes of plots
 * without measuring them.
 */
export function whatIf(
  parkCase: ParkCase,
  { ruleset, changes, asOf }: Asked,
  context: OpContext,
): { before: Standing; after: Standing } {
  const known = kept.get(ruleset) ?? new LRUCache<string, Measured>({ max: KEPT_STANDINGS });
  kept.set(ruleset, known);
  const key = `${caseVersion(parkCase, ruleset)}/${asOf}`;
  const before = known.get(key) ?? standUnder(parkCase, ruleset, asOf, context);
  known.set(key, before);
  return { before: told(before), after: told(standMoved(parkCase, before, { ruleset, changes, asOf }, context)) };
}

function standUnder(parkCase: ParkCase, ruleset: Ruleset, asOf: string, context: OpContext): Measured {
  return {
    ...judgeAll(parkCase, ruleset, asOf, context),
    plots: measurePlots(leftoverCase(parkCase, ruleset), ruleset),
  };
}

function judgeAll(parkCase: ParkCase, ruleset: Ruleset, asOf: string, { zones }: OpContext): Verdicts {
  const { verdict, contiguity, tests } = judgePark(parkCase, { ruleset, asOf, zones });
  return {
    title: verdict,
    contiguity: contiguity.verdict,
    tests: tests.map((test) => ({ id: test.id, verdict: test.verdict })),
  };
}

function standMoved(
  parkCase: ParkCase,
  before: Measured,
  { ruleset, changes, asOf }: Asked,
  context: OpContext,
): Measured {
  const parts = partsMoved(changes);
  const stays = (...some: readonly Part[]) => !some.some((part) => parts.has(part));
  const after = moveTo(ruleset, changes);
  // Farther gaps and reaches have more ground to look at.
  const seen = stays('pieces', 'measures') ? parkCase : context.under(after);
  return { ...verdicts(), plots: plots() };

  function verdicts(): Verdicts {
    if (!stays('pieces')) return judgeAll(seen, after, asOf, context);
    const { title, contiguity, tests } = before;
    if (stays('tests')) return { title, contiguity, tests };
    const { members, firms } = seen;
    const found = titleVerdicts({ park: members, firms, asOf }, contiguity, after);
    return { title: found.verdict, contiguity, tests: found.tests };
  }

  function plots(): Measured['plots'] {
    if (stays('measures', 'classes')) return before.plots;
    const input = leftoverCase(seen, after);
    // A standing holds areas on the ellipsoid; what is classed by another area is measured anew.
    const isMeasured = stays('measures') && after.rules.measure.areaBasis.value === 'ellipsoidal';
    return isMeasured && areSame(input, before) ? classAgain(input, before, after) : measurePlots(input, after);
  }
}

/** Each of the plots asked about can stand between another and the park, so that measures hold for the same set alone. */
function areSame({ plots }: LeftoverInput, { plots: others }: Standing): boolean {
  return plots.length === others.length && plots.every(({ id }, place) => others[place]?.id === id);
}

function measurePlots(input: LeftoverInput, ruleset: Ruleset): Measured['plots'] {
  if (input.plots.length === 0) return [];
  return findLeftover(input, ruleset).map(({ plot, kind, areaMu, measures }) => ({
    id: plot,
    kind,
    areaMu,
    measures,
  }));
}

function classAgain(input: LeftoverInput, { plots }: Measured, ruleset: Ruleset): Measured['plots'] {
  const { settings } = readSettings(ruleset, {});
  return plots.map((plot) => {
    const measured = { measures: plot.measures, isAdjacent: plot.kind !== 'not-adjacent' };
    return { ...plot, kind: classify(measured, plot.areaMu, input.edges !== undefined, settings).kind };
  });
}

/** Without the measures, which stay where they were taken. */
function told({ plots, ...verdicts }: Measured): Standing {
  return { ...verdicts, plots: plots.map(({ id, kind, areaMu }) => ({ id, kind, areaMu })) };
}
