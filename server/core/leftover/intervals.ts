/** A stretch of a line or of the full turn, from low to high. */
export type Interval = readonly [low: number, high: number];

/** Sorts and merges intervals; those no more than `slack` apart become one. */
export function unite(intervals: readonly Interval[], slack = 1e-9): Interval[] {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0]);
  const united: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = united.at(-1);
    if (last && low <= last[1] + slack) last[1] = Math.max(last[1], high);
    else united.push([low, high]);
  }
  return united;
}

/** What two united lists have in common. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const shared: Interval[] = [];
  for (const [lowA, highA] of a) {
    for (const [lowB, highB] of b) {
      const low = Math.max(lowA, lowB);
      const high = Math.min(highA, highB);
      if (high > low) shared.push([low, high]);
    }
  }
  return shared;
}

/** What of a united list no interval of another united list covers. */
export function without(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  let left: Interval[] = [...a];
  for (const [low, high] of b) {
    left = left.flatMap<Interval>((interval) => {
      if (interval[1] <= low || interval[0] >= high) return [interval];
      const pieces: Interval[] = [
        [interval[0], low],
        [high, interval[1]],
      ];
      return pieces.filter(([from, to]) => to > from);
    });
  }
  return left;
}

/** Total length of a united list. */
export function lengthOfIntervals(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, [low, high]) => sum + high - low, 0);
}
