/** A point in city metres. */
export type Spot = readonly [x: number, y: number];

/** The convex hull of points, counter-clockwise; fewer than three corners where the points span no ground. */
export function hullOf(points: readonly Spot[]): Spot[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const lower = chain(sorted);
  const upper = chain(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

/** Half of the hull: keeps turning left. */
function chain(sorted: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const point of sorted) {
    while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), point) <= 0) kept.pop();
    kept.push(point);
  }
  return kept;
}

function turn(a: Spot | undefined, b: Spot | undefined, c: Spot): number {
  if (!a || !b) return 1;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
