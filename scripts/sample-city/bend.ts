import type { Point } from './cell';
import { rotated } from './cell';
import type { Random } from './random';

/** Takes a point of the district's straight frame to its bent place in the city CRS (metres). */
export type Bend = (point: Point) => Point;

/** A gentle bend made of a few waves, then a turn and a move, so that straight cuts become streets as they are found. */
export function openBend(random: Random, strengthMetres: number, turnRadians: number, centre: Point): Bend {
  const waves = Array.from({ length: 5 }, () => {
    const wavelengthMetres = random.between(1500, 4200);
    return {
      along: rotated([(2 * Math.PI) / wavelengthMetres, 0], random.between(0, 2 * Math.PI)),
      push: rotated([(strengthMetres * wavelengthMetres) / 3000, 0], random.between(0, 2 * Math.PI)),
      phase: random.between(0, 2 * Math.PI),
    };
  });
  return (point) => {
    let [x, y] = point;
    for (const { along, push, phase } of waves) {
      const swing = Math.sin(point[0] * along[0] + point[1] * along[1] + phase);
      x += push[0] * swing;
      y += push[1] * swing;
    }
    const [turnedX, turnedY] = rotated([x, y], turnRadians);
    return [turnedX + centre[0], turnedY + centre[1]];
  };
}

/** Bends a ring: walks each edge in steps of at most 20 m and drops again what lies within 2 cm of the straight. */
export function bendRing(ring: readonly Point[], bend: Bend): Point[] {
  const bent: Point[] = [];
  ring.forEach((point, i) => {
    const edge = bendLine([point, ring[(i + 1) % ring.length] as Point], bend);
    bent.push(...edge.slice(0, -1));
  });
  return bent;
}

/** Bends a line the same way; its ends stay. */
export function bendLine(line: readonly Point[], bend: Bend): Point[] {
  const out: Point[] = [];
  for (let i = 0; i + 1 < line.length; i++) {
    const [from, to] = [line[i] as Point, line[i + 1] as Point];
    const steps = Math.max(1, Math.ceil(lengthOf(from, to) / 20));
    const walked = Array.from({ length: steps + 1 }, (_, step): Point => {
      const share = step / steps;
      return bend([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    });
    const kept = straighten(walked, 0.02);
    out.push(...(i === 0 ? kept : kept.slice(1)));
  }
  return out;
}

/** Distance in metres. */
export const lengthOf = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);

/** Drops points within a tolerance of the line between those kept (Douglas and Peucker 1973). */
function straighten(points: readonly Point[], toleranceMetres: number): Point[] {
  if (points.length < 3) return [...points];
  const [first, last] = [points[0] as Point, points[points.length - 1] as Point];
  const length = lengthOf(first, last) || 1;
  let [farthest, depth] = [0, 0];
  points.forEach((point, i) => {
    const off =
      Math.abs((last[0] - first[0]) * (first[1] - point[1]) - (first[0] - point[0]) * (last[1] - first[1])) / length;
    if (off > depth) [farthest, depth] = [i, off];
  });
  if (depth <= toleranceMetres) return [first, last];
  return [
    ...straighten(points.slice(0, farthest + 1), toleranceMetres).slice(0, -1),
    ...straighten(points.slice(farthest), toleranceMetres),
  ];
}
