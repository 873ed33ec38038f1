import type { ContiguityAnswer, ContiguityRequest } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';

/** The thresholds of contiguity as numbers, from the ruleset or from who asks. */
export interface ContiguitySettings {
  readonly snapMetres: number;
  readonly minSharedMetres: number;
  readonly sharedPerimeterShare: number;
  readonly parallelDegrees: number;
  readonly overlapSquareMetres: number;
  readonly overlapThicknessMetres: number;
  readonly maxGapMetres: number;
  readonly looseGapMetres: number;
  readonly nearlyShare: number;
  readonly ownParcelShare: number;
}

/** Thresholds that a request may replace. */
export type ContiguityOverrides = NonNullable<ContiguityRequest['parameters']>;

/** Thresholds in use, and each with its origin as answers show it. */
export function contiguitySettings(
  ruleset: Ruleset,
  overrides: ContiguityOverrides = {},
): { settings: ContiguitySettings; parameters: ContiguityAnswer['parameters'] } {
  const parameters: ContiguityAnswer['parameters'] = {};
  const take = (name: keyof ContiguitySettings, asked?: number): number => {
    const rule = ruleset.rules.contiguity[name];
    parameters[name] =
      asked === undefined ? { value: rule.value, origin: rule.origin } : { value: asked, origin: 'request' };
    return asked ?? rule.value;
  };
  const settings = {
    snapMetres: take('snapMetres', overrides.snapMetres),
    minSharedMetres: take('minSharedMetres', overrides.minSharedMetres),
    maxGapMetres: take('maxGapMetres', overrides.maxGapMetres),
    looseGapMetres: take('looseGapMetres', overrides.looseGapMetres),
    sharedPerimeterShare: take('sharedPerimeterShare'),
    parallelDegrees: take('parallelDegrees'),
    overlapSquareMetres: take('overlapSquareMetres'),
    overlapThicknessMetres: take('overlapThicknessMetres'),
    nearlyShare: take('nearlyShare'),
    ownParcelShare: take('ownParcelShare'),
  };
  return { settings, parameters };
}
