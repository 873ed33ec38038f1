import type { Position } from '../../../data/contract';

/** Cuts a straight line into `count` dashes with gaps of the same length between, so that it reads dashed at any zoom. */
export function cutDashes(line: readonly Position[], count = 5): Position[][] {
  const [a, b] = [line[0], line.at(-1)];
  if (!a || !b) return [];
  const steps = count * 2 - 1;
  const at = (n: number): Position => [along(a[0], b[0], n / steps), along(a[1], b[1], n / steps)];
  return Array.from({ length: count }, (_, i) => [at(i * 2), at(i * 2 + 1)]);
}

const along = (from = 0, to = 0, share: number): number => from + (to - from) * share;
