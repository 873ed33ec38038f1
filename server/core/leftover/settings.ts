import type { LeftoverAnswer } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';

/** What a request may set otherwise than the ruleset. */
export interface LeftoverOverrides {
  readonly snapMetres?: number | undefined;
  readonly maxGapMetres?: number | undefined;
  readonly reachMetres?: number | undefined;
  readonly limitMu?: number | undefined;
  readonly limitInclusive?: boolean | undefined;
  readonly capShare?: number | undefined;
}

const fromMeasure = ['areaBasis', 'atLimitShare', 'surveySquareMetres'] as const;
const fromContiguity = [
  'snapMetres',
  'parallelDegrees',
  'maxGapMetres',
  'overlapSquareMetres',
  'overlapThicknessMetres',
  'minSharedMetres',
  'sharedPerimeterShare',
] as const;
const fromLeftover = [
  'limitMu',
  'limitInclusive',
  'capShare',
  'capDenominator',
  'reachMetres',
  'runSnaps',
  'lookMetres',
  'lookFactor',
  'viewpointShare',
  'scatteredParkIntoPlot',
  'scatteredPlotIntoPark',
  'scatteredContactBelow',
  'enclosedContact',
  'enclosedEnclosure',
  'enclosedRuns',
  'enclosedPlotIntoPark',
  'enclosedRunsContact',
  'cornerEdge',
  'cornerContact',
  'cornerSum',
] as const;

type Parameters = LeftoverAnswer['parameters'];
type Rules = Ruleset['rules'];
type Values<Group, Name extends keyof Group> = {
  readonly [N in Name]: Group[N] extends { value: infer Value } ? Value : never;
};

/** Every number the finding of leftover plots uses, as it stands after the request. */
export type LeftoverSettings = Values<Rules['measure'], (typeof fromMeasure)[number]> &
  Values<Rules['contiguity'], (typeof fromContiguity)[number]> &
  Values<Rules['leftover'], (typeof fromLeftover)[number]>;

/**
 * Reads the settings from a ruleset and lets a request override some of them; `parameters` says for each where it
 * comes from. Reach follows an overridden snap where the ruleset holds the two equal, since reach is the snap by default.
 */
export function readSettings(
  { rules }: Ruleset,
  overrides: LeftoverOverrides,
): { settings: LeftoverSettings; parameters: Parameters } {
  const { measure, contiguity, leftover } = rules;
  const stated = {
    ...pick(measure, fromMeasure),
    ...pick(contiguity, fromContiguity),
    ...pick(leftover, fromLeftover),
  };
  const parameters: Parameters = {};
  for (const [name, rule] of Object.entries(stated)) parameters[name] = { value: rule.value, origin: rule.origin };
  for (const [name, value] of Object.entries(withReach(stated, overrides))) {
    if (value !== undefined) parameters[name] = { value, origin: 'request' };
  }
  const settings = Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
  return { settings: settings as LeftoverSettings, parameters };
}

function withReach(
  stated: { readonly snapMetres: { value: number }; readonly reachMetres: { value: number } },
  overrides: LeftoverOverrides,
): LeftoverOverrides {
  const follows = stated.snapMetres.value === stated.reachMetres.value;
  return follows ? { ...overrides, reachMetres: overrides.reachMetres ?? overrides.snapMetres } : overrides;
}

function pick<T, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
