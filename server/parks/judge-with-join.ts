import type { TitleAnswer } from '../../data/contract';
import { joinPark } from '../core/join';
import type { TitleFinding } from '../core/title';
import { type Judging, judgePark } from './judge-park';
import type { ParkCase } from './park-case';

/**
 * Each proposal of the search is put to the contiguity of the whole park, hundreds of times: beyond this many plots
 * that is no answer to a click, and a park of such size is being drawn, not completed.
 */
export const MOST_MEMBERS_TO_JOIN = 500;

/** Judges a park and names the lightest free plots beside it that would make it whole. */
export function judgeWithJoin(parkCase: ParkCase, judging: Judging): TitleFinding {
  const finding = judgePark(parkCase, judging);
  const members = parkCase.members.length;
  if (members > MOST_MEMBERS_TO_JOIN && finding.contiguity.verdict !== 'contiguous') {
    const joinSkipped = { code: 'join-skipped', args: { members, limit: MOST_MEMBERS_TO_JOIN } } as const;
    return { ...finding, whatIf: { ...finding.whatIf, joinSkipped } };
  }
  const join = finding.contiguity.verdict === 'contiguous' ? nothingToJoin(parkCase) : proposeJoin(parkCase, judging);
  return { ...finding, whatIf: { ...finding.whatIf, join } };
}

/** Plots that may be proposed: those beside the park that no official park has. */
export function joinCandidates({ beside }: ParkCase): ParkCase['beside'] {
  return beside.filter(({ free }) => free);
}

function nothingToJoin(parkCase: ParkCase): TitleAnswer['whatIf']['join'] {
  return joinCandidates(parkCase).length > 0 ? { plots: [], areaMu: 0 } : null;
}

function proposeJoin(parkCase: ParkCase, { ruleset, overrides }: Judging): TitleAnswer['whatIf']['join'] {
  const plots = joinCandidates(parkCase);
  if (plots.length === 0) return null;
  const { members, between, redLine, rulings } = parkCase;
  const input = { park: members, plots, between: between ?? undefined, redLine, rulings };
  const joined = joinPark(input, ruleset, overrides);
  return joined.possible ? { plots: joined.plots, areaMu: joined.areaMu ?? 0 } : null;
}
