import { edgesSquared, edgeToBoxSquared, isInside } from './distance';
import { alongSegment, crossingShare, pointToSegmentSquared, segmentToSegmentSquared, shortestLine } from './segments';
import { type Box, boxesMeet, boxOf, type Shape } from './shape';

type Edge = readonly [number, number, number, number];

interface Side {
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
}

/**
 * The ground of a gap between two pieces: the points whose distances to the two sum to at most `reachMetres`
 * (the gap's width and the snap). Prepared once per gap, asked once per object.
 */
export interface GapGround {
  readonly box: Box;
  readonly reachMetres: number;
  readonly near: readonly (readonly [Edge, Edge])[];
  /** The middle of the shortest line of each pair of near edges. */
  readonly middles: readonly (readonly [number, number])[];
  /** Of each piece, the shapes and the edges that come within reach of the other. */
  readonly sides: readonly [Side, Side];
}

/** Prepares the ground of a gap; only edges that face each other within reach matter. */
export function gapGround(a: readonly Shape[], b: readonly Shape[], reachMetres: number): GapGround {
  const near: [Edge, Edge][] = [];
  const sides: [Set<Shape>, Set<Shape>] = [new Set(), new Set()];
  const squared = reachMetres * reachMetres;
  for (const p of a) {
    for (const q of b) {
      if (!boxesMeet(p.box, q.box, reachMetres)) continue;
      for (let i = 0; i < p.edges.length; i += 4) {
        if (edgeToBoxSquared(p.edges, i, q.box) > squared) continue;
        for (let j = 0; j < q.edges.length; j += 4) {
          if (edgesSquared(p.edges, i, q.edges, j) > squared) continue;
          near.push([edgeAt(p.edges, i), edgeAt(q.edges, j)]);
          sides[0].add(p);
          sides[1].add(q);
        }
      }
    }
  }
  near.sort((m, n) => segmentToSegmentSquared(...m[0], ...m[1]) - segmentToSegmentSquared(...n[0], ...n[1]));
  const edges = [distinct(near.map(([edge]) => edge)), distinct(near.map(([, edge]) => edge))] as const;
  return {
    box: meet(boxOfEdges(edges[0]), boxOfEdges(edges[1]), reachMetres),
    reachMetres,
    near,
    middles: near.map(([p, q]) => {
      const [x0, y0, x1, y1] = shortestLine(...p, ...q).line;
      return [(x0 + x1) / 2, (y0 + y1) / 2] as const;
    }),
    sides: [
      { shapes: [...sides[0]], edges: edges[0] },
      { shapes: [...sides[1]], edges: edges[1] },
    ],
  };
}

/** Whether an object meets the ground of a gap: exact for its outline, and true where it covers the middle of the gap. */
export function meetsGap(object: Shape, ground: GapGround, isGround: boolean): boolean {
  if (!boxesMeet(object.box, ground.box)) return false;
  const { edges } = object;
  const { reachMetres, middles } = ground;
  if (isGround && middles.some(([x, y]) => isInside(x, y, object))) return true;
  for (let i = 0; i < edges.length; i += 4) {
    if (edgeToBoxSquared(edges, i, ground.box) > reachMetres * reachMetres) continue;
    if (edgeMeets(edgeAt(edges, i), ground)) return true;
  }
  return false;
}

function edgeMeets(s: Edge, ground: GapGround): boolean {
  return (
    ground.near.some(([p, q]) => leastSum(s, p, q, ground.reachMetres) <= ground.reachMetres) ||
    liesWithin(s, ground.sides[0].shapes, ground.sides[1].edges, ground.reachMetres) ||
    liesWithin(s, ground.sides[1].shapes, ground.sides[0].edges, ground.reachMetres)
  );
}

/**
 * The least sum of distances to edges p and q along s, or some bound above `enough` once it cannot come down to it.
 * A sum of convex functions, so thirds close in on it; it changes at most twice as fast as one moves.
 */
function leastSum(s: Edge, p: Edge, q: Edge, enough: number): number {
  const bound = Math.sqrt(segmentToSegmentSquared(...s, ...p)) + Math.sqrt(segmentToSegmentSquared(...s, ...q));
  if (bound > enough) return bound;
  const sum = (t: number): number => {
    const x = s[0] + (s[2] - s[0]) * t;
    const y = s[1] + (s[3] - s[1]) * t;
    return Math.sqrt(pointToSegmentSquared(x, y, ...p)) + Math.sqrt(pointToSegmentSquared(x, y, ...q));
  };
  let low = 0;
  let high = 1;
  let best = Math.min(sum(0), sum(1));
  const length = Math.hypot(s[2] - s[0], s[3] - s[1]);
  for (let step = 0; step < 60 && best > enough && best - 2 * length * (high - low) <= enough; step++) {
    const third = (high - low) / 3;
    const left = sum(low + third);
    const right = sum(high - third);
    best = Math.min(best, left, right);
    if (left < right) high -= third;
    else low += third;
  }
  return best;
}

/** Whether some point of s stands on one side's own ground and within reach of an edge of the other. */
function liesWithin(s: Edge, side: readonly Shape[], across: readonly Edge[], reach: number): boolean {
  const box = boxOfEdges([s]);
  const under = side.filter((shape) => boxesMeet(shape.box, box));
  if (under.length === 0) return false;
  return across.some((edge) => {
    if (segmentToSegmentSquared(...s, ...edge) > reach * reach) return false;
    const [low, high] = stretchWithin(s, edge, reach);
    return under.some((shape) => entersGround(s, low, high, shape));
  });
}

/** The part of s, in shares, within reach of an edge; that is one stretch because both are straight. */
function stretchWithin(s: Edge, edge: Edge, reach: number): [number, number] {
  const [x, y] = shortestLine(...s, ...edge).line;
  const nearest = alongSegment(x, y, ...s);
  return [lastWithin(s, edge, reach, nearest, 0), lastWithin(s, edge, reach, nearest, 1)];
}

function lastWithin(s: Edge, edge: Edge, reach: number, from: number, to: number): number {
  const within = (t: number): boolean =>
    pointToSegmentSquared(s[0] + (s[2] - s[0]) * t, s[1] + (s[3] - s[1]) * t, ...edge) <= reach * reach;
  if (within(to)) return to;
  let inside = from;
  let outside = to;
  for (let step = 0; step < 50; step++) {
    const middle = (inside + outside) / 2;
    if (within(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function entersGround(s: Edge, low: number, high: number, shape: Shape): boolean {
  const cuts = [low, high];
  for (let i = 0; i < shape.edges.length; i += 4) {
    const share = crossingShare(...s, ...edgeAt(shape.edges, i));
    if (share !== null && share > low && share < high) cuts.push(share);
  }
  cuts.sort((a, b) => a - b);
  return cuts.some((cut, i) => {
    const t = (cut + (cuts[i + 1] ?? cut)) / 2;
    return isInside(s[0] + (s[2] - s[0]) * t, s[1] + (s[3] - s[1]) * t, shape);
  });
}

/** Edges without repeats; an edge is told by its numbers. */
function distinct(edges: readonly Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [edge.join(), edge])).values()];
}

function edgeAt(edges: Float64Array, i: number): Edge {
  return [edges[i] as number, edges[i + 1] as number, edges[i + 2] as number, edges[i + 3] as number];
}

function boxOfEdges(edges: readonly Edge[]): Box {
  return boxOf(
    edges.map(([ax, ay, bx, by]) => ({
      box: [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as Box,
    })),
  );
}

function meet(a: Box, b: Box, margin: number): Box {
  return [
    Math.max(a[0], b[0]) - margin,
    Math.max(a[1], b[1]) - margin,
    Math.min(a[2], b[2]) + margin,
    Math.min(a[3], b[3]) + margin,
  ];
}
