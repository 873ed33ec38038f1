import { crossingShare, segmentsCross } from './segments';
import { boxesMeet, type Shape } from './shape';

interface Edge {
  owner: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * Measures ground in m² by who covers it: the answer holds, at index mask, the planar area covered by exactly the
 * groups whose bits are set (bit g = group g). A group's shapes may overlap: ground is counted once.
 * Exact for straight edges: the plane is cut into level strips at every vertex and crossing, and in a strip
 * edges do not cross, so that widths can be added up. Keep to a dozen groups, and to shapes that meet.
 */
export function coveredGround(groups: readonly (readonly Shape[])[]): Float64Array {
  const shapes = groups.flatMap((group, g) => group.map((shape) => ({ shape, bit: g })));
  const edges = shapes.flatMap(({ shape }, owner) => risingEdges(shape, owner));
  const levels = levelsOf(edges);
  const areas = new Float64Array(2 ** groups.length);
  const odd = new Uint8Array(shapes.length);
  const depth = new Int32Array(groups.length);
  edges.sort((a, b) => a.y0 - b.y0);
  const tally: Tally = { areas, odd, depth, bits: shapes.map(({ bit }) => bit) };
  let active: Edge[] = [];
  let entering = 0;
  for (let i = 0; i + 1 < levels.length; i++) {
    const low = levels[i] as number;
    const high = levels[i + 1] as number;
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) continue;
    active = active.filter((edge) => edge.y1 > middle);
    for (let edge = edges[entering]; edge && edge.y0 < middle; edge = edges[++entering]) {
      if (edge.y1 > middle) active.push(edge);
    }
    if (active.length > 1) addStrip(active, middle, high - low, tally);
  }
  return areas;
}

/** Planar area of the ground that two sets of shapes have in common, in m²; each set's own ground counted once. */
export function commonGround(a: readonly Shape[], b: readonly Shape[]): number {
  const nearA = a.filter((shape) => b.some((other) => boxesMeet(shape.box, other.box)));
  const nearB = b.filter((shape) => a.some((other) => boxesMeet(shape.box, other.box)));
  if (nearA.length === 0 || nearB.length === 0) return 0;
  return coveredGround([nearA, nearB])[3] as number;
}

/** Planar area in m² of the union of shapes. */
export function unionGround(shapes: readonly Shape[]): number {
  return coveredGround([shapes])[1] as number;
}

interface Tally {
  areas: Float64Array;
  odd: Uint8Array;
  depth: Int32Array;
  bits: number[];
}

function addStrip(active: Edge[], y: number, height: number, tally: Tally): void {
  const crossings = active
    .map((edge) => ({ x: edge.x0 + ((edge.x1 - edge.x0) * (y - edge.y0)) / (edge.y1 - edge.y0), owner: edge.owner }))
    .sort((a, b) => a.x - b.x);
  let mask = 0;
  let from = 0;
  tally.odd.fill(0);
  tally.depth.fill(0);
  for (const { x, owner } of crossings) {
    if (mask !== 0) tally.areas[mask] = (tally.areas[mask] as number) + (x - from) * height;
    from = x;
    const bit = tally.bits[owner] as number;
    tally.odd[owner] = 1 - (tally.odd[owner] as number);
    tally.depth[bit] = (tally.depth[bit] as number) + (tally.odd[owner] === 1 ? 1 : -1);
    mask = tally.depth[bit] === 0 ? mask & ~(1 << bit) : mask | (1 << bit);
  }
}

function risingEdges({ edges }: Shape, owner: number): Edge[] {
  const rising: Edge[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i] as number;
    const ay = edges[i + 1] as number;
    const bx = edges[i + 2] as number;
    const by = edges[i + 3] as number;
    if (ay < by) rising.push({ owner, x0: ax, y0: ay, x1: bx, y1: by });
    else if (ay > by) rising.push({ owner, x0: bx, y0: by, x1: ax, y1: ay });
  }
  return rising;
}

/** Every height at which an edge begins, ends or crosses another. */
function levelsOf(edges: Edge[]): Float64Array {
  const heights = edges.flatMap((edge) => [edge.y0, edge.y1]);
  const byWest = edges
    .map((edge) => ({ edge, west: Math.min(edge.x0, edge.x1), east: Math.max(edge.x0, edge.x1) }))
    .sort((a, b) => a.west - b.west);
  for (let i = 0; i < byWest.length; i++) {
    const { edge: a, east } = byWest[i] as (typeof byWest)[number];
    for (let j = i + 1; j < byWest.length; j++) {
      const { edge: b, west } = byWest[j] as (typeof byWest)[number];
      if (west > east) break;
      if (a.y0 >= b.y1 || b.y0 >= a.y1) continue;
      if (!segmentsCross(a.x0, a.y0, a.x1, a.y1, b.x0, b.y0, b.x1, b.y1)) continue;
      const share = crossingShare(a.x0, a.y0, a.x1, a.y1, b.x0, b.y0, b.x1, b.y1);
      if (share !== null) heights.push(a.y0 + (a.y1 - a.y0) * share);
    }
  }
  return Float64Array.from(new Set(heights)).sort();
}
