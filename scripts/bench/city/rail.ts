import type { Random } from '../../sample-city/random';
import { fabricShares } from './recipe';
import type { Point } from './streets';

/** A line through a block from its west to its east side, along which lots stand; places on it run from 0 to 1. */
export interface Rail {
  readonly ts: readonly number[];
  readonly points: readonly Point[];
  readonly lengthMetres: number;
  /** Whether the lots of both sides know each other's corners. */
  readonly noded: boolean;
}

const bendsAtMost = 3;

/** A line between two rows of lots, bent at up to three places by at most `bendMetres`. */
export function drawRail(from: Point, to: Point, bendMetres: number, random: Random): Rail {
  const noded = random.chance(fabricShares.nodedLine);
  const bends = random.chance(fabricShares.bentLine) ? random.whole(1, bendsAtMost) : 0;
  return rail(from, to, noded, bends, () => random.between(-bendMetres, bendMetres));
}

/** The front along a street: straight, now and then with a surveyed point in the middle. */
export function drawFront(from: Point, to: Point, random: Random): Rail {
  return rail(from, to, false, random.chance(fabricShares.surveyedFront) ? 1 : 0, () => 0);
}

function rail(from: Point, to: Point, noded: boolean, bends: number, aside: () => number): Rail {
  const lengthMetres = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const nx = -(to[1] - from[1]) / lengthMetres;
  const ny = (to[0] - from[0]) / lengthMetres;
  const ts = [0];
  const points: Point[] = [from];
  for (let i = 1; i <= bends; i++) {
    const t = i / (bends + 1);
    const off = aside();
    ts.push(t);
    points.push([from[0] + (to[0] - from[0]) * t + nx * off, from[1] + (to[1] - from[1]) * t + ny * off]);
  }
  return { ts: [...ts, 1], points: [...points, to], lengthMetres, noded };
}

/** The point at a place of a rail: on its straight pieces, so that what stands at either side meets exactly. */
export function pointAt({ ts, points }: Rail, t: number): Point {
  let i = 1;
  while (i < ts.length - 1 && (ts[i] as number) < t) i++;
  const a = points[i - 1] as Point;
  const b = points[i] as Point;
  const share = (t - (ts[i - 1] as number)) / ((ts[i] as number) - (ts[i - 1] as number));
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
