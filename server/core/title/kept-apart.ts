import type { ContiguityAnswer, Gap } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { FindingMessage } from '../../../data/words/findings';
import { ROUNDING_METRES } from '../fabric/rounding';

type Cause = 'barrier' | 'occupied' | 'too-wide' | 'unknown';

/** The gaps that part two different pieces of the normal reading; those inside one piece keep nothing apart. */
export function partingGaps({ gaps, readings }: ContiguityAnswer): Gap[] {
  const { pieces } = readings.normal;
  const placesOf = new Map<string, number[]>();
  for (const [place, { plots }] of pieces.entries()) {
    for (const plot of plots) placesOf.set(plot, [...(placesOf.get(plot) ?? []), place]);
  }
  return gaps.filter(({ from, to, bridged }) => {
    if (bridged === true) return false;
    const [a, b] = [placesOf.get(from) ?? [], placesOf.get(to) ?? []];
    // The parts of one plot can stand in several pieces, so that a gap is inside one only if both plots are in no other.
    return !(a.length === 1 && b.length === 1 && a[0] === b[0]);
  });
}

/** Says the one cause that keeps the pieces apart; nothing where there are several, or where there is one piece. */
export function keptApart(answer: ContiguityAnswer, ruleset: Ruleset): FindingMessage[] {
  const maxGapMetres = Number(answer.parameters.maxGapMetres?.value);
  const causes = new Set(partingGaps(answer).map((gap) => causeOf(gap, maxGapMetres, ruleset)));
  const [cause] = causes;
  if (!cause || causes.size > 1) return [];
  return [{ code: `kept-apart-${cause}`, ...(cause === 'too-wide' && { args: { maxGapMetres } }) }];
}

function causeOf({ widthMetres, holds, bridged }: Gap, maxGapMetres: number, ruleset: Ruleset): Cause {
  if (bridged === null) return 'unknown';
  if (widthMetres > maxGapMetres + ROUNDING_METRES) return 'too-wide';
  const roles = ruleset.rules.contiguity.gapRoles.value;
  return holds.some(({ kind }) => roles[kind] === 'barrier') ? 'barrier' : 'occupied';
}
