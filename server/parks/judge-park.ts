import type { ContiguityAnswer } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import { contiguity } from '../core/contiguity';
import type { ContiguityOverrides } from '../core/pieces/settings';
import type { LaidZone } from '../core/pieces/units';
import type { ParkCase } from './park-case';

/** Under which rules, on which day and with which tolerances a case is judged. */
export interface Judging {
  ruleset: Ruleset;
  asOf: string;
  outputYear?: number | undefined;
  overrides?: ContiguityOverrides | undefined;
  zones: readonly LaidZone[];
}
export interface Judged {
  contiguity: ContiguityAnswer;
}

/** Judges one park by the same core that answers the stateless endpoints. */
export function judgePark(parkCase: ParkCase, { ruleset, overrides, zones }: Judging): Judged {
  const ground = {
    plots: parkCase.members,
    between: parkCase.between ?? undefined,
    redLine: parkCase.redLine ?? undefined,
    rulings: parkCase.rulings,
    zones,
  };
  return { contiguity: contiguity(ground, ruleset, overrides) };
}
