/** West, south, east, north, in city metres. */
export type Box = readonly [number, number, number, number];

/**
 * Outlines on the plane of the city CRS, in metres. `edges` holds x0, y0, x1, y1 of every edge in ring order;
 * `next[i]` is the edge that follows edge i on its ring (-1 where an open line ends). Ground is told from
 * holes by the even-odd rule, so that neither ring order nor direction matters.
 */
export interface Shape {
  readonly edges: Float64Array;
  readonly next: Int32Array;
  readonly box: Box;
}

/** A closed ring or an open line as x, y pairs in city metres. */
export type Path = readonly (readonly [number, number])[];

const emptyBox: Box = [Infinity, Infinity, -Infinity, -Infinity];

/** Makes a shape of closed rings (the closing point may be given or not; repeated points are dropped). */
export function shapeOfRings(rings: readonly Path[]): Shape {
  return shapeOf(rings, true);
}

/** Makes a shape of open lines: edges without ground. */
export function shapeOfLines(lines: readonly Path[]): Shape {
  return shapeOf(lines, false);
}

/** Box of several shapes; empty (west > east) of none. */
export function boxOf(shapes: readonly { readonly box: Box }[]): Box {
  let [west, south, east, north] = emptyBox;
  for (const { box } of shapes) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return [west, south, east, north];
}

/** Whether two boxes come within `metres` of each other. */
export function boxesMeet(a: Box, b: Box, metres = 0): boolean {
  return a[0] - metres <= b[2] && b[0] - metres <= a[2] && a[1] - metres <= b[3] && b[1] - metres <= a[3];
}

/** A lower bound, in metres, of how far apart what lies in two boxes can be. */
export function boxesApart(a: Box, b: Box): number {
  const dx = Math.max(a[0] - b[2], b[0] - a[2], 0);
  const dy = Math.max(a[1] - b[3], b[1] - a[3], 0);
  return dx === 0 ? dy : Math.sqrt(dx * dx + dy * dy);
}

/** Planar area of a shape's ground in m², from the even-odd reading of rings that do not cross. */
export function planarArea(rings: readonly Path[]): number {
  const areas = rings.map((ring) => Math.abs(ringArea(ring)));
  return areas.reduce((sum, area, index) => (index === 0 ? area : sum - area), 0);
}

/** Length of all edges in metres. */
export function perimeterMetres(shape: Shape): number {
  const { edges } = shape;
  let sum = 0;
  for (let i = 0; i < edges.length; i += 4) {
    const dx = (edges[i + 2] as number) - (edges[i] as number);
    const dy = (edges[i + 3] as number) - (edges[i + 1] as number);
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}

function ringArea(ring: Path): number {
  const [ox, oy] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[(i + 1) % ring.length] as [number, number];
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum / 2;
}

function shapeOf(paths: readonly Path[], closed: boolean): Shape {
  const cleaned = paths.map((path) => withoutRepeats(path, closed)).filter((path) => path.length > 1);
  const count = cleaned.reduce((sum, path) => sum + path.length - (closed ? 0 : 1), 0);
  const edges = new Float64Array(count * 4);
  const next = new Int32Array(count);
  let edge = 0;
  let [west, south, east, north] = emptyBox;
  for (const path of cleaned) {
    const first = edge;
    const last = closed ? path.length : path.length - 1;
    for (let i = 0; i < path.length; i++) {
      const [x, y] = path[i] as [number, number];
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
      if (i === last) continue;
      const after = path[i + 1 === path.length ? 0 : i + 1] as [number, number];
      edges[edge * 4] = x;
      edges[edge * 4 + 1] = y;
      edges[edge * 4 + 2] = after[0];
      edges[edge * 4 + 3] = after[1];
      next[edge] = i < last - 1 ? edge + 1 : closed ? first : -1;
      edge++;
    }
  }
  return { edges, next, box: [west, south, east, north] };
}

function withoutRepeats(path: Path, closed: boolean): Path {
  const first = path[0];
  let hasRepeats = false;
  for (let i = 1; i < path.length && !hasRepeats; i++) hasRepeats = isSame(path[i], path[i - 1]);
  const kept = hasRepeats ? path.filter((point, i) => i === 0 || !isSame(point, path[i - 1])) : path;
  const closes = closed && kept.length > 1 && isSame(first, kept[kept.length - 1]);
  return closes ? kept.slice(0, -1) : kept;
}

function isSame(p: Path[number] | undefined, q: Path[number] | undefined): boolean {
  return p?.[0] === q?.[0] && p?.[1] === q?.[1];
}
