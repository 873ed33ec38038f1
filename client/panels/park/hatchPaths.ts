import type { Areal, Position } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { polygonsOf } from './pieceOf';

const STROKES = 14;

/**
 * Strokes of a diagonal hatch over a ground, in degrees: straight at every zoom, since they lie on the ground. Ground
 * is filled by the even-odd rule, so that holes stay free.
 */
export function hatchPaths(ground: Areal): [Position, Position][] {
  const rings = polygonsOf(ground).flat();
  const [, south, , north] = boxAround(rings.flat());
  // Longitude is drawn shorter than latitude by this much: without it the strokes would not stand at 45°.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const edges = rings.flatMap((ring) =>
    ring.slice(1).map((end, index) => [turned(ring[index] ?? end, narrow), turned(end, narrow)] as const),
  );
  const heights = edges.flatMap(([a, b]) => [a[1], b[1]]);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  if (!(high > low)) return [];
  return Array.from({ length: STROKES }, (_, index) => low + ((index + 0.5) / STROKES) * (high - low)).flatMap(
    (height) =>
      inPairs(crossings(edges, height)).map(([from, to]): [Position, Position] => [
        turnedBack([from, height], narrow),
        turnedBack([to, height], narrow),
      ]),
  );
}

type Pair = readonly [number, number];

/** Turns the plane so that strokes at 45° lie level. */
const turned = ([lon = 0, lat = 0]: Position, narrow: number): Pair => [lon * narrow + lat, lat - lon * narrow];
const turnedBack = ([along, height]: Pair, narrow: number): Position => [
  (along - height) / 2 / narrow,
  (along + height) / 2,
];

function crossings(edges: readonly (readonly [Pair, Pair])[], height: number): number[] {
  return edges
    .flatMap(([[ax, ay], [bx, by]]) =>
      ay <= height === by <= height ? [] : [ax + ((height - ay) / (by - ay)) * (bx - ax)],
    )
    .sort((a, b) => a - b);
}

function inPairs(values: readonly number[]): Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) pairs.push([values[at] ?? 0, values[at + 1] ?? 0]);
  return pairs;
}
