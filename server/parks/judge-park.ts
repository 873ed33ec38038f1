import type { Ruleset } from '../../data/contract/ruleset';
import type { ContiguityOverrides } from '../core/pieces/settings';
import { type TitleFinding, title } from '../core/title';
import type { ParkCase } from './park-case';
import type { NamedZone } from './zones';

/** Under which rules, on which day and with which tolerances a case is judged. */
export interface Judging {
  ruleset: Ruleset;
  asOf: string;
  outputYear?: number | undefined;
  overrides?: ContiguityOverrides | undefined;
  zones: readonly NamedZone[];
}

/** Judges one park, its contiguity within its title, by the same core that answers the stateless endpoints. */
export function judgePark(parkCase: ParkCase, judging: Judging): TitleFinding {
  const { members, between, redLine, rulings, firms } = parkCase;
  const { ruleset, asOf, outputYear, overrides, zones } = judging;
  const input = {
    park: members,
    between: between ?? undefined,
    redLine: redLine ?? undefined,
    rulings,
    firms,
    asOf,
    outputYear,
    zones,
  };
  return title(input, ruleset, overrides);
}
