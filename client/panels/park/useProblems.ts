import { useMemo, useState } from 'react';
import type { ContiguityAnswer, Gap } from '../../../data/contract';
import { useKey } from '../../keys/useKey';
import { boxAround } from '../../map/boxAround';
import { useMapHand } from '../../map/hand';
import { type Fault, gapKey, listProblems, type Standing, stepProblem } from './problems';

const GAP_ZOOM = 18;

/** What is looked at: a gap, in the way or not, or a fault. */
export type Looked =
  | { readonly kind: 'gap'; readonly key: string; readonly gap: Gap }
  | { readonly kind: 'fault'; readonly key: string; readonly fault: Fault };

/** The way through the problems of an answer, by button and by N and B; remembers how many there were before a mend. */
export function useProblems(contiguity: ContiguityAnswer | undefined) {
  const hand = useMapHand();
  const problems = useMemo(() => (contiguity ? listProblems(contiguity) : []), [contiguity]);
  const [at, setAt] = useState<Standing | null>(null);
  const [before, setBefore] = useState<{ count: number; maxGapMetres: unknown } | null>(null);
  const maxGapMetres = contiguity?.parameters.maxGapMetres?.value;
  const looked = useMemo(() => lookedAt(problems, contiguity?.gaps ?? [], at?.key), [problems, contiguity, at]);
  const stand = (standing: Standing) => {
    const next = lookedAt(problems, contiguity?.gaps ?? [], standing.key);
    if (next?.kind === 'gap') hand.fit(boxAround(next.gap.line.coordinates), GAP_ZOOM);
    setAt(standing);
    setBefore(null);
  };
  const step = (by: 1 | -1) => {
    const next = stepProblem(problems, at, by);
    if (next) stand(next);
    return next !== null;
  };
  useKey('next', () => step(1));
  useKey('previous', () => step(-1));
  const place = problems.findIndex(({ key }) => key === at?.key);
  return {
    problems,
    looked,
    /** From 0; null where what is looked at is no problem. */
    place: place < 0 ? null : place,
    step,
    look: (gap: Gap) => stand({ key: gapKey(gap), place: at?.place ?? 0 }),
    /** To be called before a problem is set about, so that the count can be told once it is solved. */
    mending: () => setBefore({ count: problems.length, maxGapMetres }),
    /** How many are left, once one has been solved; null otherwise. */
    left: before !== null && isSolved(before) ? problems.length : null,
  };

  /** Fewer problems under another tolerance are not solved. */
  function isSolved({ count, maxGapMetres: then }: { count: number; maxGapMetres: unknown }): boolean {
    return problems.length < count && then === maxGapMetres;
  }
}
export type Problems = ReturnType<typeof useProblems>;

function lookedAt(
  problems: ReturnType<typeof listProblems>,
  gaps: readonly Gap[],
  key: string | undefined,
): Looked | null {
  const gap = gaps.find((one) => gapKey(one) === key);
  if (gap && key) return { kind: 'gap', key, gap };
  return problems.find((problem) => problem.key === key) ?? null;
}
