import type { Position } from '../../../../data/contract';

/** Dashes over the whole of a path; a record is small on the map, so that their length follows its own. */
const DASHES = 60;
const SHARE_DRAWN = 0.6;

/** Cuts a path into dashes of equal length in degrees, each a path of its own. */
export function dashed(path: readonly Position[]): Position[][] {
  const length = lengthOf(path);
  if (length === 0) return [];
  const period = length / DASHES;
  const dashes: Position[][] = [];
  let along = 0;
  for (let i = 1; i < path.length; i++) {
    const [ax = 0, ay = 0] = path[i - 1] ?? [];
    const [bx = 0, by = 0] = path[i] ?? [];
    const step = Math.hypot(bx - ax, by - ay);
    const at = (share: number): Position => [ax + share * (bx - ax), ay + share * (by - ay)];
    for (let index = Math.floor(along / period); step > 0 && index * period < along + step; index++) {
      const from = Math.max(along, index * period);
      const to = Math.min(along + step, (index + SHARE_DRAWN) * period);
      if (to > from) dashes.push([at((from - along) / step), at((to - along) / step)]);
    }
    along += step;
  }
  return dashes;
}

function lengthOf(path: readonly Position[]): number {
  let length = 0;
  for (let i = 1; i < path.length; i++) {
    const [ax = 0, ay = 0] = path[i - 1] ?? [];
    const [bx = 0, by = 0] = path[i] ?? [];
    length += Math.hypot(bx - ax, by - ay);
  }
  return length;
}
