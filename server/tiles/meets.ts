import type { TileLine } from './read-wkb';

/** With no more edges than this, every pair is looked at; with more, a sweep from west to east saves most of them. */
const FEW_EDGES = 40;

/** Edges of several rings, side by side in arrays. */
interface Edges {
  count: number;
  /** ax, ay, bx, by of each edge. */
  ends: Int32Array;
  /** Which ring an edge belongs to, its place in it, and how many edges the ring has. */
  ring: Int32Array;
  place: Int32Array;
  length: Int32Array;
}

/** Whether any two edges of open rings that are not neighbours share a point. Whole units keep the arithmetic exact. */
export function meets(rings: readonly TileLine[]): boolean {
  const edges = edgesOf(rings);
  return edges.count <= FEW_EDGES ? meetsAnywhere(edges) : meetsInSweep(edges);
}

function edgesOf(rings: readonly TileLine[]): Edges {
  let count = 0;
  for (const points of rings) count += points.length / 2;
  const edges: Edges = {
    count,
    ends: new Int32Array(count * 4),
    ring: new Int32Array(count),
    place: new Int32Array(count),
    length: new Int32Array(count),
  };
  let edge = 0;
  for (let ring = 0; ring < rings.length; ring++) {
    const points = rings[ring] as TileLine;
    for (let i = 0; i < points.length; i += 2) {
      const next = i + 2 === points.length ? 0 : i + 2;
      edges.ends[edge * 4] = points[i] as number;
      edges.ends[edge * 4 + 1] = points[i + 1] as number;
      edges.ends[edge * 4 + 2] = points[next] as number;
      edges.ends[edge * 4 + 3] = points[next + 1] as number;
      edges.ring[edge] = ring;
      edges.place[edge] = i / 2;
      edges.length[edge] = points.length / 2;
      edge++;
    }
  }
  return edges;
}

function meetsAnywhere(edges: Edges): boolean {
  for (let i = 1; i < edges.count; i++) for (let j = 0; j < i; j++) if (isFault(edges, i, j)) return true;
  return false;
}

function meetsInSweep(edges: Edges): boolean {
  const { ends, count } = edges;
  const west = (edge: number): number => Math.min(ends[edge * 4] as number, ends[edge * 4 + 2] as number);
  const east = (edge: number): number => Math.max(ends[edge * 4] as number, ends[edge * 4 + 2] as number);
  const order = Array.from({ length: count }, (_, edge) => edge).sort((a, b) => west(a) - west(b));
  let open: number[] = [];
  for (const edge of order) {
    const from = west(edge);
    open = open.filter((other) => east(other) >= from);
    for (const other of open) if (isFault(edges, edge, other)) return true;
    open.push(edge);
  }
  return false;
}

function isFault({ ends, ring, place, length }: Edges, i: number, j: number): boolean {
  if (ring[i] === ring[j]) {
    const apart = Math.abs((place[i] as number) - (place[j] as number));
    if (apart === 1 || apart === (length[i] as number) - 1) return false;
  }
  const ax = ends[i * 4] as number;
  const ay = ends[i * 4 + 1] as number;
  const bx = ends[i * 4 + 2] as number;
  const by = ends[i * 4 + 3] as number;
  const cx = ends[j * 4] as number;
  const cy = ends[j * 4 + 1] as number;
  const dx = ends[j * 4 + 2] as number;
  const dy = ends[j * 4 + 3] as number;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  // Their boxes meet, so the edges share a point exactly when neither lies wholly on one side of the other.
  const c = turn(ax, ay, bx, by, cx, cy);
  const d = turn(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = turn(cx, cy, dx, dy, ax, ay);
  const b = turn(cx, cy, dx, dy, bx, by);
  return !((a > 0 && b > 0) || (a < 0 && b < 0));
}

function turn(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}
