import type { ParkVerdict } from '../../data/contract';
import { officesOf } from '../core/findings';
import { sayTitle } from '../core/title';
import type { Judged } from '../engine/ops/judge';
import type { Lang } from '../lang';
import { callByName } from './call-by-name';
import type { Judging } from './judge-park';

/** The verdict on a park as the contract has it, in the reader's language: no figure of any firm is in it. */
export function tellVerdict({ finding, members, inputVersion }: Judged, judging: Judging, lang: Lang): ParkVerdict {
  const { ruleset, asOf } = judging;
  return {
    asOf,
    outputYear: finding.outputYear,
    title: sayTitle(callByName(finding, namesOf(members, judging, lang)), ruleset, lang),
    contiguity: finding.contiguity,
    members: [...members],
    responsible: officesOf(ruleset.rules.title.specializedFirms, ruleset, lang),
    inputVersion,
  };
}

/** What readers call the plots and units that notes speak of: the parcel's number, the unit's name. */
function namesOf(members: Judged['members'], { zones }: Judging, lang: Lang): ReadonlyMap<string, string> {
  return new Map([
    ...members.map(({ id, number }) => [id, number] as const),
    ...zones.map(({ id, name }) => [id, name[lang]] as const),
  ]);
}
