import type { ParkVerdict } from '../../data/contract';
import { officesOf } from '../core/findings';
import { sayTitle, type TitleFinding } from '../core/title';
import type { Lang } from '../lang';
import { callByName } from './call-by-name';
import type { Judging } from './judge-park';
import { caseVersion, type ParkCase } from './park-case';

/** The verdict on a park as the contract has it, in the reader's language: no figure of any firm is in it. */
export function tellVerdict(parkCase: ParkCase, finding: TitleFinding, judging: Judging, lang: Lang): ParkVerdict {
  const { ruleset, asOf } = judging;
  return {
    asOf,
    outputYear: finding.outputYear,
    title: sayTitle(callByName(finding, namesOf(parkCase, judging, lang)), ruleset, lang),
    contiguity: finding.contiguity,
    members: parkCase.members.map(({ id, number, geometry }) => ({ id, number, geometry })),
    responsible: officesOf(ruleset.rules.title.specializedFirms, ruleset, lang),
    inputVersion: caseVersion(parkCase, ruleset),
  };
}

/** What readers call the plots and units that notes speak of: the parcel's number, the unit's name. */
function namesOf({ members }: ParkCase, { zones }: Judging, lang: Lang): ReadonlyMap<string, string> {
  return new Map([
    ...members.map(({ id, number }) => [id, number] as const),
    ...zones.map(({ id, name }) => [id, name[lang]] as const),
  ]);
}
