import type { TitleAnswer } from '../../data/contract';
import { openJoining } from '../core/join';
import type { TitleFinding } from '../core/title';
import { type Judging, judgePark } from './judge-park';
import type { ParkCase } from './park-case';

/** Judges a park and names the lightest free plots beside it that would make it whole. */
export function judgeWithJoin(parkCase: ParkCase, judging: Judging): TitleFinding {
  const finding = judgePark(parkCase, judging);
  const join = finding.contiguity.verdict === 'contiguous' ? nothingToJoin(parkCase) : proposeJoin(parkCase, judging);
  return { ...finding, whatIf: { ...finding.whatIf, join } };
}

/**
 * Plots that a verdict may propose: those beside the park that no official park has, which are kept with the verdict so
 * that it replays. Farther ones are looked for where somebody asks for a joining set.
 */
export function joinCandidates({ beside }: Pick<ParkCase, 'beside'>): ParkCase['beside'] {
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
  const set = openJoining(input, ruleset, overrides).lightest();
  return set.possible ? { plots: set.plots, areaMu: set.areaMu ?? 0 } : null;
}
