import type { Ruleset } from '../contract/ruleset';
import type { RuleChanges, RuleTouches } from '../contract/what-if';

/**
 * What is worked out about a park, by what it rests on: `tests` of its firms and their output, `pieces` of its ground,
 * `measures` of the plots beside it, and `classes` of those plots once they are measured.
 */
export type Part = 'tests' | 'pieces' | 'measures' | 'classes';

/** The parts that a group of rules decides, unless a rule is named below. */
const byGroup: Record<keyof Ruleset['rules'], readonly Part[]> = {
  measure: [],
  contiguity: ['pieces', 'measures'],
  title: ['tests'],
  grades: ['tests'],
  supply: [],
  selfHeld: [],
  leftover: ['classes'],
};
const byRule: Readonly<Record<string, readonly Part[]>> = {
  'measure.cityCrs': ['tests', 'pieces', 'measures'],
  'measure.areaBasis': ['measures'],
  'contiguity.edgeErrorMetres': ['pieces'],
  'contiguity.ownParcelShare': ['pieces'],
  'contiguity.nearlyShare': ['pieces'],
  // Decides the loose reading alone, which no verdict follows.
  'contiguity.looseGapMetres': [],
  // The plan asks for one park in one piece, and the figures in hand know no other basis.
  'title.contiguous': [],
  'title.outputBasis': [],
  'title.outputFirms': [],
  'leftover.reachMetres': ['measures'],
  'leftover.runSnaps': ['measures'],
  'leftover.lookMetres': ['measures'],
  'leftover.lookFactor': ['measures'],
  'leftover.viewpointShare': ['measures'],
  // The cap is held against the sum of a project, not against a plot.
  'leftover.capShare': [],
  'leftover.capCounted': [],
  'leftover.capDenominator': [],
};
const shownAs: Record<Part, readonly RuleTouches[]> = {
  tests: ['title'],
  pieces: ['title', 'contiguity'],
  measures: ['leftover'],
  classes: ['leftover'],
};

/** The parts that a rule (`group.name`) decides; none for one that nobody knows. */
export function partsOfRule(rule: string): readonly Part[] {
  const group = rule.slice(0, rule.indexOf('.'));
  return byRule[rule] ?? (isGroup(group) ? byGroup[group] : []);
}

/** The verdicts that a rule can change, as readers know them. */
export function touchedBy(rule: string): RuleTouches[] {
  return [...new Set(partsOfRule(rule).flatMap((part) => shownAs[part]))];
}

/** The parts that changes by `group.name` decide. */
export function partsMoved(changes: RuleChanges): ReadonlySet<Part> {
  return new Set(Object.keys(changes).flatMap(partsOfRule));
}

const isGroup = (group: string): group is keyof typeof byGroup => Object.hasOwn(byGroup, group);
