import type { Ruleset } from '../../../data/contract/ruleset';
import { caseVersion, type ParkCase } from '../../parks/park-case';

/** Names the inputs of a park's case without judging anything: what was kept under the same name still holds. */
export function version(parkCase: ParkCase, { ruleset }: { ruleset: Ruleset }): string {
  return caseVersion(parkCase, ruleset);
}
