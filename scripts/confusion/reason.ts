import type { Ruleset } from '../../data/contract/ruleset';
import type { LeftoverKind } from '../../data/contract/vocabulary';
import type { PlotCase } from './compare';

/** One condition of a class: what is asked of a measure, and whether the plot fulfils it. */
interface Condition {
  readonly holds: boolean;
  readonly text: string;
}

/** Why a plot was found otherwise than planted, from its measures and the thresholds: for every miss that is printed. */
export function reasonOf(plot: PlotCase, ruleset: Ruleset): string {
  const { planted, said, wouldBe, areaMu, surveyed } = plot;
  const found = said === 'too-large' ? wouldBe : said;
  const over =
    said === 'too-large'
      ? `${areaMu.toFixed(2)} mu, over the limit of ${ruleset.rules.leftover.limitMu.value} mu`
      : null;
  if (over && found === planted) return `of the class planted, but ${over}`;
  if (said === 'not-adjacent') return `farther than ${ruleset.rules.leftover.reachMetres.value} m from the park`;
  const reasons = [
    over,
    planted && `not ${planted}: ${failing(plot, planted, ruleset)}`,
    found && `${found}: ${holding(plot, found, ruleset)}`,
    !surveyed && 'the ground is not surveyed',
  ];
  return reasons.filter((reason) => reason).join('; ');
}

/** The sets of conditions under which a plot is of a class: one of them, wholly. */
function conditionsOf({ measures }: PlotCase, kind: LeftoverKind, { rules }: Ruleset): Condition[][] {
  const limits = rules.leftover;
  const { contactShare = 0, edgeShare = 0 } = measures;
  const atLeast = (name: string, limit: { value: number }): Condition => holds(name, measures[name] ?? 0, limit.value);
  switch (kind) {
    case 'scattered':
      return [
        [
          atLeast('parkIntoPlot', limits.scatteredParkIntoPlot),
          atLeast('plotIntoPark', limits.scatteredPlotIntoPark),
          {
            holds: contactShare < limits.scatteredContactBelow.value,
            text: `contactShare ${contactShare.toFixed(2)} below ${limits.scatteredContactBelow.value}`,
          },
        ],
      ];
    case 'enclosed':
      return [
        [atLeast('contactShare', limits.enclosedContact)],
        [atLeast('enclosure', limits.enclosedEnclosure)],
        [
          atLeast('contactRuns', limits.enclosedRuns),
          atLeast('plotIntoPark', limits.enclosedPlotIntoPark),
          atLeast('contactShare', limits.enclosedRunsContact),
        ],
      ];
    case 'corner':
      return [
        [
          atLeast('edgeShare', limits.cornerEdge),
          atLeast('contactShare', limits.cornerContact),
          holds('contactShare + edgeShare', contactShare + edgeShare, limits.cornerSum.value),
        ],
      ];
    default:
      return [];
  }
}

function holds(name: string, value: number, limit: number): Condition {
  return { holds: value >= limit, text: `${name} ${value.toFixed(2)} of ${limit}` };
}

function failing(plot: PlotCase, kind: LeftoverKind, ruleset: Ruleset): string {
  const sets = conditionsOf(plot, kind, ruleset);
  if (sets.some((set) => set.every((one) => one.holds))) return 'an earlier class holds';
  return sets.map((set) => textOf(set.filter((one) => !one.holds))).join(' / ');
}

function holding(plot: PlotCase, kind: LeftoverKind, ruleset: Ruleset): string {
  const set = conditionsOf(plot, kind, ruleset).find((conditions) => conditions.every((one) => one.holds));
  return set ? textOf(set) : 'no class holds';
}

function textOf(set: readonly Condition[]): string {
  return set.map(({ text }) => text).join(', ');
}
