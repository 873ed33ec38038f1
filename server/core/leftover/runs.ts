import type { Shape } from '../fabric/shape';
import { edgeLength, edgeOf } from './along-edge';
import { type Interval, unite } from './intervals';

/**
 * Counts the separate runs of contact of at least `leastMetres` along the rings of one part, one that passes a
 * ring's start counted once. A break shorter than that does not part two runs: corners are never drawn to the point.
 */
export function countRuns(part: Shape, stretches: readonly (readonly Interval[])[], leastMetres: number): number {
  let runs = 0;
  let ring: Interval[] = [];
  let length = 0;
  for (const [index, list] of stretches.entries()) {
    ring.push(...list.map(([low, high]): Interval => [length + low, length + high]));
    length += edgeLength(edgeOf(part, index));
    if ((part.next[index] ?? -1) === index + 1) continue;
    runs += runsOnRing(ring, length, leastMetres);
    ring = [];
    length = 0;
  }
  return runs;
}

function runsOnRing(stretches: readonly Interval[], length: number, leastMetres: number): number {
  const united = unite(stretches, leastMetres);
  const first = united[0];
  const last = united.at(-1);
  if (first && last && first !== last && first[0] + length - last[1] <= leastMetres) {
    united[0] = [last[0] - length, first[1]];
    united.pop();
  }
  return united.filter(([low, high]) => high - low >= leastMetres).length;
}
