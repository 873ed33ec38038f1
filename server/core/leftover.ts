import type { LeftoverAnswer, LeftoverFinding } from '../../data/contract/analysis';
import type { Ruleset } from '../../data/contract/ruleset';
import { ellipsoidalArea, muOf } from './fabric/area';
import { sumAgainstCap } from './leftover/cap';
import { classify, type LeftoverMessage } from './leftover/classify';
import { type Evidence, gatherEvidence } from './leftover/evidence';
import { type AskedPlot, type LaidCase, type LeftoverInput, layCase } from './leftover/lay-case';
import { measuresOf } from './leftover/measures';
import { ownZoneArea } from './leftover/own-zone-area';
import type { LeftoverOverrides } from './leftover/settings';

export type { LeftoverInput } from './leftover/lay-case';

/** One finding, its sentences still as codes. */
export type LeftoverOutcome = Omit<LeftoverFinding, 'because' | 'missing'> & {
  readonly because: readonly LeftoverMessage[];
  readonly missing: readonly LeftoverMessage[];
};

/** The contract's answer with its sentences still as codes. */
export type LeftoverResult = Omit<LeftoverAnswer, 'findings'> & { readonly findings: readonly LeftoverOutcome[] };

/**
 * Finds which plots beside a park are corner, scattered or enclosed plots, one finding per plot in the order given.
 * Suspected only: a person rules.
 */
export function findLeftover(
  input: LeftoverInput,
  ruleset: Ruleset,
  overrides: LeftoverOverrides = {},
): LeftoverOutcome[] {
  return input.plots.length === 0 ? [] : findIn(layCase(input, ruleset, overrides));
}

/** Finds the leftover plots beside a park and holds their sum against the project's cap. */
export function classifyLeftover(
  input: LeftoverInput,
  ruleset: Ruleset,
  overrides: LeftoverOverrides = {},
): LeftoverResult {
  const laid = layCase(input, ruleset, overrides);
  const findings = findIn(laid);
  const counted = ruleset.rules.leftover.capCounted.value;
  const capPlots = findings.map(({ kind, atLimit, wouldBe }, place) => ({
    parts: laid.plots[place]?.parts ?? [],
    kind,
    atLimit,
    wouldBe,
  }));
  return {
    findings,
    cap: sumAgainstCap(laid.park, capPlots, counted, laid.settings),
    parameters: laid.parameters,
    ruleset: ruleset.id,
  };
}

function findIn(laid: LaidCase): LeftoverOutcome[] {
  return laid.plots.map((plot, place) =>
    findingOn(plot, gatherEvidence(plot, place, laid.estate, laid.edges, laid.settings), laid),
  );
}

/** The finding that some evidence on a plot leads to. */
export function findingOn(
  { id, parts }: AskedPlot,
  evidence: Evidence,
  { settings, edgesKnown }: Pick<LaidCase, 'settings' | 'edgesKnown'>,
): LeftoverOutcome {
  const areaSquareMetres = sum(parts.map(ellipsoidalArea));
  const basis = settings.areaBasis === 'planar' ? sum(parts.map(ownZoneArea)) : areaSquareMetres;
  const measures = measuresOf(evidence);
  const classified = classify({ measures, isAdjacent: evidence.isAdjacent }, muOf(basis), edgesKnown, settings);
  return { plot: id, areaSquareMetres, areaMu: muOf(areaSquareMetres), measures, ...classified };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
