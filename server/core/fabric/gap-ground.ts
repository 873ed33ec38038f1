import { edgesSquared, edgeToEdgeBoxSquared, isInside } from './distance';
import { EdgeList, edgesBeside, edgesFacing, edgesNear } from './near-edges';
import { type Box, boxesMeet, boxOf, type Shape } from './shape';
import { findLine } from './shortest-line';
import { leastSum, reachesGround } from './stretch-in-gap';

/** Of one piece, the shapes that come within reach of the other, and their edges that do: x0, y0, x1, y1 of each. */
interface Side {
  readonly shapes: readonly Shape[];
  readonly edges: Float64Array;
}

/**
 * The ground of a gap between two pieces: the points whose distances to the two sum to at most `reachMetres`
 * (the gap's width and the snap). Prepared once per gap, asked once per object.
 */
export interface GapGround {
  readonly box: Box;
  readonly reachMetres: number;
  /** Edges within reach of each other, as places in the edges of either side: two numbers each. */
  readonly pairs: Int32Array;
  /** The middle of the shortest line of each pair: x, y of each. */
  readonly middles: Float64Array;
  readonly sides: readonly [Side, Side];
}

const ofA = new EdgeList();
const ofB = new EdgeList();
const beside = new EdgeList();
const ofObject = new EdgeList();
const line: [number, number, number, number] = [0.5, 0.5, 0.5, 0.5];

/** Prepares the ground of a gap; only edges that face each other within reach matter. */
export function gapGround(a: readonly Shape[], b: readonly Shape[], reachMetres: number): GapGround {
  const sideA = collector();
  const sideB = collector();
  const pairs: number[] = [];
  const middles: number[] = [];
  const squared = reachMetres * reachMetres;
  for (const p of a) {
    for (const q of b) {
      if (!boxesMeet(p.box, q.box, reachMetres) || !edgesFacing(p, q, reachMetres, ofA, ofB)) continue;
      for (let k = 0; k < ofA.count; k++) {
        const i = ofA.places[k] as number;
        const near = edgesBeside(p.edges, i, q.edges, ofB, reachMetres, beside);
        for (let l = 0; l < near.count; l++) {
          const j = near.places[l] as number;
          if (edgeToEdgeBoxSquared(p.edges, i, q.edges, j) > squared) continue;
          if (edgesSquared(p.edges, i, q.edges, j) > squared) continue;
          pairs.push(sideA.placeOf(p, i), sideB.placeOf(q, j));
          findLine(p.edges, i, q.edges, j, line);
          middles.push((line[0] + line[2]) / 2, (line[1] + line[3]) / 2);
        }
      }
    }
  }
  const sides = [sideA.side(), sideB.side()] as const;
  return {
    box: meet(boxOfEdges(sides[0].edges), boxOfEdges(sides[1].edges), reachMetres),
    reachMetres,
    pairs: Int32Array.from(pairs),
    middles: Float64Array.from(middles),
    sides,
  };
}

/** Whether an object meets the ground of a gap: exact for its outline, and true where it covers the middle of the gap. */
export function meetsGap(object: Shape, ground: GapGround, isGround: boolean): boolean {
  if (!boxesMeet(object.box, ground.box)) return false;
  if (isGround && coversMiddle(object, ground)) return true;
  const { edges } = object;
  edgesNear(edges, ground.box, 0, ofObject);
  for (let k = 0; k < ofObject.count; k++) if (edgeMeets(edges, ofObject.places[k] as number, ground)) return true;
  return false;
}

function coversMiddle(object: Shape, { middles }: GapGround): boolean {
  for (let k = 0; k < middles.length; k += 2)
    if (isInside(middles[k] as number, middles[k + 1] as number, object)) return true;
  return false;
}

let toA = new Float64Array(64);
let toB = new Float64Array(64);

function edgeMeets(edges: Float64Array, i: number, ground: GapGround): boolean {
  const { sides, pairs, reachMetres } = ground;
  const [a, b] = sides;
  if (toA.length < a.edges.length / 4) toA = new Float64Array(a.edges.length / 2);
  if (toB.length < b.edges.length / 4) toB = new Float64Array(b.edges.length / 2);
  const nearestA = measureTo(a.edges, edges, i, toA);
  const nearestB = measureTo(b.edges, edges, i, toB);
  if (nearestA + nearestB <= reachMetres) {
    for (let k = 0; k < pairs.length; k += 2) {
      const p = pairs[k] as number;
      const q = pairs[k + 1] as number;
      if ((toA[p >> 2] as number) + (toB[q >> 2] as number) > reachMetres) continue;
      if (leastSum(edges, i, a.edges, p, b.edges, q, reachMetres) <= reachMetres) return true;
    }
  }
  return (
    (nearestB <= reachMetres && reachesGround(edges, i, a.shapes, b.edges, toB, reachMetres)) ||
    (nearestA <= reachMetres && reachesGround(edges, i, b.shapes, a.edges, toA, reachMetres))
  );
}

/** Measures how far, in metres, edge i stands from each edge of a side; answers the least. */
function measureTo(side: Float64Array, edges: Float64Array, i: number, metres: Float64Array): number {
  let least = Infinity;
  for (let k = 0; k < side.length; k += 4) {
    const apart = Math.sqrt(edgesSquared(edges, i, side, k));
    metres[k >> 2] = apart;
    if (apart < least) least = apart;
  }
  return least;
}

/** Collects the edges of one side, each once. */
function collector() {
  const places = new Map<Shape, Map<number, number>>();
  const edges: number[] = [];
  return {
    placeOf(shape: Shape, i: number): number {
      const known = places.get(shape) ?? new Map<number, number>();
      if (known.size === 0) places.set(shape, known);
      const before = known.get(i);
      if (before !== undefined) return before;
      const place = edges.length;
      for (let k = i; k < i + 4; k++) edges.push(shape.edges[k] as number);
      known.set(i, place);
      return place;
    },
    side: (): Side => ({ shapes: [...places.keys()], edges: Float64Array.from(edges) }),
  };
}

function boxOfEdges(edges: Float64Array): Box {
  let [west, south, east, north] = boxOf([]);
  for (let i = 0; i < edges.length; i += 2) {
    west = Math.min(west, edges[i] as number);
    south = Math.min(south, edges[i + 1] as number);
    east = Math.max(east, edges[i] as number);
    north = Math.max(north, edges[i + 1] as number);
  }
  return [west, south, east, north];
}

function meet(a: Box, b: Box, margin: number): Box {
  return [
    Math.max(a[0], b[0]) - margin,
    Math.max(a[1], b[1]) - margin,
    Math.min(a[2], b[2]) + margin,
    Math.min(a[3], b[3]) + margin,
  ];
}
