import { distanceToEdges, isInside } from '../fabric/distance';
import { crossingShare, segmentsCross } from '../fabric/segments';
import type { Shape } from '../fabric/shape';
import { gapLine, type PieceGap } from './gaps';
import type { GapKnowledge } from './judge-gap';

type Point = readonly [number, number];

/**
 * Whether a gap certainly cannot be bridged because something that forbids it lies across its shortest line, which is
 * ground of the gap. False says nothing: then the gap has to be judged. Spares judging, where a barrier runs between two
 * sides of a park, every gap from one side to the other.
 */
export function isPlainlyBlocked(gap: PieceGap, { between, redLine, rulings, roles }: GapKnowledge): boolean {
  if (!between || rulings.length > 0) return false;
  const [from, to] = gapLine(gap);
  const blocking = new Set(redLine.length > 0 ? ['barrier'] : ['barrier', 'occupied']);
  const box = [
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ] as const;
  return between
    .near(box)
    .some(
      ({ object, shape, isGround }) =>
        blocking.has(roles[object.kind] ?? 'undetermined') &&
        liesAcross(from, to, shape, isGround, object.edgeErrorMetres ?? 0),
    );
}

/** Whether a line meets a shape: its outline, or ground at least so deep within it. */
function liesAcross(from: Point, to: Point, shape: Shape, isGround: boolean, depthMetres: number): boolean {
  const cuts = [0, 1];
  const { edges } = shape;
  for (let i = 0; i < edges.length; i += 4) {
    const [cx, cy, dx, dy] = [
      edges[i] as number,
      edges[i + 1] as number,
      edges[i + 2] as number,
      edges[i + 3] as number,
    ];
    if (!segmentsCross(from[0], from[1], to[0], to[1], cx, cy, dx, dy)) continue;
    if (depthMetres === 0) return true;
    const share = crossingShare(from[0], from[1], to[0], to[1], cx, cy, dx, dy);
    if (share !== null) cuts.push(share);
  }
  if (!isGround) return false;
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).some((cut, i) => {
    const share = (cut + (cuts[i] as number)) / 2;
    const x = from[0] + (to[0] - from[0]) * share;
    const y = from[1] + (to[1] - from[1]) * share;
    return isInside(x, y, shape) && (depthMetres === 0 || distanceToEdges(x, y, shape) >= depthMetres);
  });
}
