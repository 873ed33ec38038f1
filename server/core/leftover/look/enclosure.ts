import { isInside } from '../../fabric/distance';
import { boxesMeet, type Shape } from '../../fabric/shape';
import type { EstatePart } from '../estate';
import type { Patch } from '../estate/patch';
import { type Disc, discBox, edgeInDisc, liesInDisc } from '../plane/disc';
import { type Interval, lengthOfIntervals, unite } from '../plane/intervals';

const FULL_TURN = 2 * Math.PI;
const ALL_AROUND: Interval[] = [[-Math.PI, Math.PI]];

/**
 * The directions, in radians from -π to π, in which a park is met within a disc round the spot that a plot is looked
 * out from: the exact union of the angles under which its edges are seen, without rays and so without a step. From a
 * spot on a park's own plot it is met all around; land that is taken in ends where the plot begins.
 */
export function directionsMet(parts: readonly EstatePart[], patches: readonly Patch[], disc: Disc): Interval[] {
  const box = discBox(disc);
  const met: Interval[] = [];
  for (const { shape } of parts) {
    if (!boxesMeet(shape.box, box)) continue;
    if (isInside(...disc.spot, shape)) return ALL_AROUND;
    addArcs(shape, disc, met);
  }
  for (const patch of patches) if (boxesMeet(patch.box, box)) addArcs(patch.outline, disc, met);
  return unite(met);
}

/** The share that directions are of a full turn. */
export function shareOfTurn(directions: readonly Interval[]): number {
  return Math.min(1, lengthOfIntervals(directions) / FULL_TURN);
}

/** Adds the angles under which the edges of a shape are seen, as far as they lie in the disc. */
function addArcs(shape: Shape, disc: Disc, met: Interval[]): void {
  if (!liesInDisc(shape, disc)) {
    addArcsOfEdges(shape, disc, met);
    return;
  }
  const { edges, next } = shape;
  const [x, y] = disc.spot;
  for (let edge = 0; edge < next.length; ) {
    // Seen along a ring or line, the angle goes to and fro between two ends.
    let from = Math.atan2((edges[edge * 4 + 1] as number) - y, (edges[edge * 4] as number) - x);
    let angle = from;
    let least = angle;
    let most = angle;
    for (let goesOn = true; goesOn; edge++) {
      const to = Math.atan2((edges[edge * 4 + 3] as number) - y, (edges[edge * 4 + 2] as number) - x);
      angle += turnBetween(from, to);
      from = to;
      if (angle < least) least = angle;
      if (angle > most) most = angle;
      goesOn = next[edge] === edge + 1;
    }
    addTurn(least, most, met);
  }
}

function addArcsOfEdges({ edges }: Shape, disc: Disc, met: Interval[]): void {
  const [x, y] = disc.spot;
  for (let i = 0; i < edges.length; i += 4) {
    const inside = edgeInDisc(edges, i, disc);
    if (!inside) continue;
    const ax = (edges[i] as number) - x;
    const ay = (edges[i + 1] as number) - y;
    const dx = (edges[i + 2] as number) - (edges[i] as number);
    const dy = (edges[i + 3] as number) - (edges[i + 1] as number);
    const from = Math.atan2(ay + dy * inside[0], ax + dx * inside[0]);
    const turn = turnBetween(from, Math.atan2(ay + dy * inside[1], ax + dx * inside[1]));
    addTurn(Math.min(from, from + turn), Math.max(from, from + turn), met);
  }
}

/** The shorter way from one direction to another, counter-clockwise positive: an edge is seen under less than half a turn. */
function turnBetween(from: number, to: number): number {
  const turn = to - from;
  return turn > Math.PI ? turn - FULL_TURN : turn < -Math.PI ? turn + FULL_TURN : turn;
}

/** Adds the directions between two, brought to within -π and π; over the seam there they come as two. */
function addTurn(from: number, to: number, met: Interval[]): void {
  if (to - from >= FULL_TURN) {
    met.push(...ALL_AROUND);
    return;
  }
  const seam = FULL_TURN * Math.floor((from + Math.PI) / FULL_TURN);
  const low = from - seam;
  const high = to - seam;
  if (high <= Math.PI) met.push([low, high]);
  else met.push([low, Math.PI], [-Math.PI, high - FULL_TURN]);
}
