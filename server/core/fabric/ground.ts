import { areasByCover, beginStrips, costOfStrips, layEdge } from './level-strips';
import { EdgeList, edgesNear } from './near-edges';
import { type Box, boxesMeet, boxOf, type Shape } from './shape';

/** Above this many edges in all strips another direction of the strips is looked for. */
const DEAR = 200_000;
/** Of how many directions the cheapest is taken. */
const DIRECTIONS = 18;

const near = new EdgeList();

/**
 * Measures ground in m² by who covers it: the answer holds, at index mask, the planar area covered by exactly the
 * groups whose bits are set (bit g = group g). A group's shapes may overlap: ground is counted once.
 * Exact for straight edges: the plane is cut into level strips at every vertex and crossing, and in a strip
 * edges do not cross, so that widths can be added up. Keep to a dozen groups, and to shapes that meet.
 */
export function coveredGround(groups: readonly (readonly Shape[])[]): Float64Array {
  const groupOf: number[] = [];
  beginStrips();
  for (const [group, shapes] of groups.entries()) {
    for (const shape of shapes) {
      layAll(shape.edges, groupOf.length);
      groupOf.push(group);
    }
  }
  if (costOfStrips() > DEAR) layTurned(groups.flat());
  return areasByCover(groupOf, groups.length).slice(0, 2 ** groups.length);
}

/** Planar area of the ground that two sets of shapes have in common, in m²; each set's own ground counted once. */
export function commonGround(a: readonly Shape[], b: readonly Shape[]): number {
  const nearA = a.filter((shape) => b.some((other) => boxesMeet(shape.box, other.box)));
  const nearB = b.filter((shape) => a.some((other) => boxesMeet(shape.box, other.box)));
  if (nearA.length === 0 || nearB.length === 0) return 0;
  const shapes = [...nearA, ...nearB];
  layWithin(shapes, commonBox(boxOf(nearA), boxOf(nearB)));
  return areasByCover(
    shapes.map((_, place) => (place < nearA.length ? 0 : 1)),
    2,
  )[3] as number;
}

const twoGroups = [0, 1];

/** Planar area in m² of the ground that two shapes have in common, all of which lies within a box. */
export function groundOfTwoWithin(a: Shape, b: Shape, box: Box): number {
  layWithin([a, b], box);
  return areasByCover(twoGroups, 2)[3] as number;
}

/** Planar area in m² of the union of shapes. */
export function unionGround(shapes: readonly Shape[]): number {
  return coveredGround([shapes])[1] as number;
}

/** The box that two boxes have in common; empty (west > east) if they do not meet. */
export function commonBox(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function layWithin(shapes: readonly Shape[], box: Box): void {
  beginStrips(box);
  for (let owner = 0; owner < shapes.length; owner++) {
    const { edges } = shapes[owner] as Shape;
    // What lies to the west tells inside from outside.
    edgesNear(edges, [-Infinity, box[1], box[2], box[3]], 0, near);
    for (let k = 0; k < near.count; k++) layEdge(edges, near.places[k] as number, owner);
  }
  if (costOfStrips() > DEAR) layTurned(shapes);
}

/** Lays shapes out anew, turned so that their edges rise as little as they can: then few stand in each strip. */
function layTurned(shapes: readonly Shape[]): void {
  let best = Infinity;
  let turn = 0;
  for (let step = 0; step < DIRECTIONS; step++) {
    const angle = (step * Math.PI) / DIRECTIONS;
    const rise = riseOf(shapes, Math.cos(angle), Math.sin(angle));
    if (rise >= best) continue;
    best = rise;
    turn = angle;
  }
  beginStrips();
  for (const [owner, { edges }] of shapes.entries()) layAll(turned(edges, Math.cos(turn), Math.sin(turn)), owner);
}

function riseOf(shapes: readonly Shape[], cos: number, sin: number): number {
  let sum = 0;
  for (const { edges } of shapes) {
    for (let i = 0; i < edges.length; i += 4) {
      const dx = (edges[i + 2] as number) - (edges[i] as number);
      const dy = (edges[i + 3] as number) - (edges[i + 1] as number);
      sum += Math.abs(dy * cos - dx * sin);
    }
  }
  return sum;
}

function turned(edges: Float64Array, cos: number, sin: number): Float64Array {
  const points = new Float64Array(edges.length);
  for (let i = 0; i < edges.length; i += 2) {
    const [x, y] = [edges[i] as number, edges[i + 1] as number];
    points[i] = x * cos + y * sin;
    points[i + 1] = y * cos - x * sin;
  }
  return points;
}

function layAll(edges: Float64Array, owner: number): void {
  for (let i = 0; i < edges.length; i += 4) layEdge(edges, i, owner);
}
