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
  return shapes.reduce<Box>(
    (box, shape) => [
      Math.min(box[0], shape.box[0]),
      Math.min(box[1], shape.box[1]),
      Math.max(box[2], shape.box[2]),
      Math.max(box[3], shape.box[3]),
    ],
    emptyBox,
  );
}

/** Whether two boxes come within `metres` of each other. */
export function boxesMeet(a: Box, b: Box, metres = 0): boolean {
  return a[0] - metres <= b[2] && b[0] - metres <= a[2] && a[1] - metres <= b[3] && b[1] - metres <= a[3];
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
    sum += Math.hypot(
      (edges[i + 2] as number) - (edges[i] as number),
      (edges[i + 3] as number) - (edges[i + 1] as number),
    );
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
    for (let i = 0; i < last; i++) {
      const [ax, ay] = path[i] as [number, number];
      const [bx, by] = path[(i + 1) % path.length] as [number, number];
      edges.set([ax, ay, bx, by], edge * 4);
      next[edge] = i < last - 1 ? edge + 1 : closed ? first : -1;
      edge++;
    }
    for (const [x, y] of path) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  return { edges, next, box: [west, south, east, north] };
}

function withoutRepeats(path: Path, closed: boolean): Path {
  const kept = path.filter(([x, y], i) => i === 0 || x !== path[i - 1]?.[0] || y !== path[i - 1]?.[1]);
  const first = kept[0];
  const last = kept[kept.length - 1];
  const closes = closed && kept.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closes ? kept.slice(0, -1) : kept;
}
