import { distanceToEdges, isInside } from '../fabric/distance';
import { crossingShare } from '../fabric/segments';
import type { Shape } from '../fabric/shape';

type Point = readonly [number, number];

/** Whether a line runs inside one part of a red line; running along its edge within snap is inside. */
export function runsInsideOnePart(
  line: readonly [Point, Point],
  redLine: readonly Shape[],
  snapMetres: number,
): boolean {
  return redLine.some((part) => runsInside(line, part, snapMetres));
}

function runsInside([from, to]: readonly [Point, Point], part: Shape, snapMetres: number): boolean {
  const cuts = [0, 1];
  const { edges } = part;
  for (let i = 0; i < edges.length; i += 4) {
    const [cx, cy] = [edges[i] as number, edges[i + 1] as number];
    const [dx, dy] = [edges[i + 2] as number, edges[i + 3] as number];
    const share = crossingShare(from[0], from[1], to[0], to[1], cx, cy, dx, dy);
    if (share !== null && share > 0 && share < 1) cuts.push(share);
  }
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).every((cut, i) => {
    const t = (cut + (cuts[i] as number)) / 2;
    const x = from[0] + (to[0] - from[0]) * t;
    const y = from[1] + (to[1] - from[1]) * t;
    return isInside(x, y, part) || distanceToEdges(x, y, part) <= snapMetres;
  });
}
