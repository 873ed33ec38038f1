import { edgesSquared, isInside } from './distance';
import { commonBox } from './ground';
import { EdgeList, edgesBeside, edgesNear } from './near-edges';
import { nearestEdgeSquared } from './point-to-edges';
import type { Box, Shape } from './shape';

/** A circle counts as larger than another by this share; half of it is left for rounding. */
const LARGER = 1e-6;

const ofA = new EdgeList();
const ofB = new EdgeList();
const beside = new EdgeList();

/** What is asked: whether a circle round a point lies on the ground of both shapes. */
interface Question {
  readonly a: Shape;
  readonly b: Shape;
  readonly box: Box;
  readonly radius: number;
  /** Square of how far the outlines must keep off. */
  readonly clear: number;
}

/**
 * Whether a circle of more than this radius fits into the ground that two shapes have in common. Exact: if any fits,
 * the one farthest to the west touches the outlines in two places, so it is enough to try the circles of that radius
 * that touch two edges, and only edges within a diameter of each other have any.
 */
export function holdsCircle(a: Shape, b: Shape, radius: number): boolean {
  const box = commonBox(a.box, b.box);
  const [west, south, east, north] = box;
  if (Math.min(east - west, north - south) <= radius * 2) return false;
  const larger = radius * (1 + LARGER);
  const question = { a, b, box, radius: larger, clear: (radius * (1 + LARGER / 2)) ** 2 };
  edgesNear(a.edges, box, 0, ofA);
  edgesNear(b.edges, box, 0, ofB);
  return (
    anyTouching(a.edges, ofA, b.edges, ofB, question) ||
    anyTouching(a.edges, ofA, a.edges, ofA, question) ||
    anyTouching(b.edges, ofB, b.edges, ofB, question)
  );
}

function anyTouching(
  ea: Float64Array,
  listA: EdgeList,
  eb: Float64Array,
  listB: EdgeList,
  question: Question,
): boolean {
  const diameter = question.radius * 2;
  for (let k = 0; k < listA.count; k++) {
    const i = listA.places[k] as number;
    const near = edgesBeside(ea, i, eb, listB, diameter, beside);
    for (let l = 0; l < near.count; l++) {
      const j = near.places[l] as number;
      if (ea === eb && j <= i) continue;
      if (edgesSquared(ea, i, eb, j) <= diameter * diameter && fitsBetween(ea, i, eb, j, question)) return true;
    }
  }
  return false;
}

/** Tries the circles that touch both edges: along their sides, round their ends, or one of each. */
function fitsBetween(ea: Float64Array, i: number, eb: Float64Array, j: number, question: Question): boolean {
  for (const side of [1, -1]) {
    for (const other of [1, -1]) if (fitsBesideBoth(ea, i, side, eb, j, other, question)) return true;
    for (const end of [0, 2]) {
      if (fitsBesideEnd(ea, i, side, eb[j + end] as number, eb[j + end + 1] as number, question)) return true;
      if (fitsBesideEnd(eb, j, side, ea[i + end] as number, ea[i + end + 1] as number, question)) return true;
    }
  }
  for (const end of [0, 2]) {
    for (const other of [0, 2]) {
      const [px, py] = [ea[i + end] as number, ea[i + end + 1] as number];
      const [qx, qy] = [eb[j + other] as number, eb[j + other + 1] as number];
      if (fitsBetweenEnds(px, py, qx, qy, question)) return true;
    }
  }
  return false;
}

function fitsBesideBoth(
  ea: Float64Array,
  i: number,
  sideA: number,
  eb: Float64Array,
  j: number,
  sideB: number,
  question: Question,
): boolean {
  const [ax, ay] = [ea[i] as number, ea[i + 1] as number];
  const [bx, by] = [eb[j] as number, eb[j + 1] as number];
  const ux = (ea[i + 2] as number) - ax;
  const uy = (ea[i + 3] as number) - ay;
  const vx = (eb[j + 2] as number) - bx;
  const vy = (eb[j + 3] as number) - by;
  const sizeA = Math.sqrt(ux * ux + uy * uy);
  const sizeB = Math.sqrt(vx * vx + vy * vy);
  const across = ux * vy - uy * vx;
  if (Math.abs(across) < 1e-12 * sizeA * sizeB) return false;
  // Along a from its start, moved aside by the radius, to where b moved aside meets it.
  const dx = bx - (vy / sizeB) * question.radius * sideB - ax + (uy / sizeA) * question.radius * sideA;
  const dy = by + (vx / sizeB) * question.radius * sideB - ay - (ux / sizeA) * question.radius * sideA;
  const t = (dx * vy - dy * vx) / across;
  const x = ax + ux * t - (uy / sizeA) * question.radius * sideA;
  const y = ay + uy * t + (ux / sizeA) * question.radius * sideA;
  return fits(x, y, question);
}

function fitsBesideEnd(
  edges: Float64Array,
  i: number,
  side: number,
  qx: number,
  qy: number,
  question: Question,
): boolean {
  const [ax, ay] = [edges[i] as number, edges[i + 1] as number];
  let ux = (edges[i + 2] as number) - ax;
  let uy = (edges[i + 3] as number) - ay;
  const size = Math.sqrt(ux * ux + uy * uy);
  ux /= size;
  uy /= size;
  const { radius } = question;
  const [px, py] = [ax - uy * radius * side, ay + ux * radius * side];
  const t = (qx - px) * ux + (qy - py) * uy;
  const off = (qx - px) * uy - (qy - py) * ux;
  const squared = radius * radius - off * off;
  if (squared < 0) return false;
  const half = Math.sqrt(squared);
  return (
    fits(px + ux * (t - half), py + uy * (t - half), question) ||
    fits(px + ux * (t + half), py + uy * (t + half), question)
  );
}

function fitsBetweenEnds(px: number, py: number, qx: number, qy: number, question: Question): boolean {
  const dx = qx - px;
  const dy = qy - py;
  const squared = dx * dx + dy * dy;
  const off = question.radius * question.radius - squared / 4;
  if (squared === 0 || off < 0) return false;
  const share = Math.sqrt(off / squared);
  const [x, y] = [px + dx / 2, py + dy / 2];
  return fits(x - dy * share, y + dx * share, question) || fits(x + dy * share, y - dx * share, question);
}

function fits(x: number, y: number, { a, b, box, clear }: Question): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  if (nearestEdgeSquared(x, y, a.edges) < clear || nearestEdgeSquared(x, y, b.edges) < clear) return false;
  return isInside(x, y, a) && isInside(x, y, b);
}
