import type { Position } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';

/** How far down the ground a sign stands, of the height at its middle: clear of the parcel's own number there. */
const DOWN = 0.22;

/** Where a sign stands on a ground: on the line through its middle, near the top, and on the ground itself. */
export function labelSpot(ring: readonly Position[]): [number, number] {
  const [west, south, east, north] = boxAround(ring);
  const x = (west + east) / 2;
  const heights = ring
    .slice(1)
    .flatMap((end, index) => crossing(ring[index] ?? end, end, x))
    .sort((a, b) => b - a);
  let best: readonly [number, number] = [north, south];
  let most = 0;
  for (let at = 0; at + 1 < heights.length; at += 2) {
    const [top = 0, foot = 0] = heights.slice(at, at + 2);
    if (top - foot > most) [best, most] = [[top, foot], top - foot];
  }
  return [x, best[0] - DOWN * (best[0] - best[1])];
}

function crossing([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, x: number): number[] {
  return ax <= x === bx <= x ? [] : [ay + ((x - ax) / (bx - ax)) * (by - ay)];
}
