/** A stretch of a line or of the full turn, from low to high. */
export type Interval = readonly [low: number, high: number];

/** Sorts and merges intervals; those no more than `slack` apart become one. */
export function unite(intervals: readonly Interval[], slack = 1e-9): Interval[] {
  if (intervals.length < 2) return [...intervals];
  const sorted = [...intervals].sort(byLow);
  const united: Interval[] = [];
  let low = sorted[0]?.[0] as number;
  let high = sorted[0]?.[1] as number;
  for (const interval of sorted) {
    if (interval[0] <= high + slack) high = Math.max(high, interval[1]);
    else {
      united.push([low, high]);
      low = interval[0];
      high = interval[1];
    }
  }
  united.push([low, high]);
  return united;
}

function byLow(a: Interval, b: Interval): number {
  return a[0] - b[0];
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
  if (left.length === 0) return left;
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
  let sum = 0;
  for (const interval of intervals) sum += interval[1] - interval[0];
  return sum;
}
