import type { Shape } from '../../fabric/shape';
import { edgeLength, edgeOf } from '../plane/along-edge';
import type { Interval } from '../plane/intervals';

/** What of a run lies on one edge, in metres from the edge's start. */
export interface EdgeStretch {
  readonly edge: number;
  readonly stretch: Interval;
}

/** A stretch of a part's boundary, over corners or over a ring's start where it goes on there, edge by edge in order. */
export interface Run {
  readonly on: readonly EdgeStretch[];
  /** Whether it is long enough to count. */
  readonly counts: boolean;
}

/** Where on its ring a stretch stands. */
interface Laid extends EdgeStretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Joins stretches by edge to runs along the rings of one part, one that passes a ring's start into one. A break shorter
 * than `leastMetres` does not part two runs, since corners are never drawn to the point; only longer runs count.
 */
export function runsOf(part: Shape, stretches: readonly (readonly Interval[])[], leastMetres: number): Run[] {
  const runs: Run[] = [];
  let ring: Laid[] = [];
  let length = 0;
  for (const [edge, list] of stretches.entries()) {
    for (const stretch of list) ring.push({ edge, stretch, from: length + stretch[0], to: length + stretch[1] });
    length += edgeLength(edgeOf(part, edge));
    if ((part.next[edge] ?? -1) === edge + 1) continue;
    runs.push(...runsOnRing(ring, length, leastMetres));
    ring = [];
    length = 0;
  }
  return runs;
}

function runsOnRing(laid: readonly Laid[], length: number, leastMetres: number): Run[] {
  const runs: Laid[][] = [];
  for (const one of laid) {
    const last = runs.at(-1)?.at(-1);
    if (last && one.from - last.to <= leastMetres) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  const first = runs[0]?.[0];
  const last = runs.at(-1)?.at(-1);
  if (runs.length > 1 && first && last && first.from + length - last.to <= leastMetres) {
    runs[0] = [...(runs.pop() ?? []), ...(runs[0] ?? [])];
  }
  return runs.map((on) => ({ on, counts: spanOf(on, length) >= leastMetres }));
}

/** Metres from where a run begins to where it ends, breaks in it counted. */
function spanOf(run: readonly Laid[], length: number): number {
  const from = run[0]?.from ?? 0;
  const to = run.at(-1)?.to ?? 0;
  return to < from ? to + length - from : to - from;
}
