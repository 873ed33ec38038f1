import type { TilePoint } from './read-wkb';

/** What became of a polygon when its corners were rounded to whole tile units. */
export type Rounded = { state: 'sound'; rings: TilePoint[][] } | { state: 'gone' } | { state: 'broken' };

/**
 * Cleans the rounded polygons of one feature and judges them together: sound (simple rings wound as tiles want, each
 * outer ring before its holes), gone (no ground left at this scale), or broken (rings that now touch or cross, to be
 * mended by the database). Rings that merely touch at a point are called broken too, which is strict but safe.
 */
export function judgeRounded(polygons: readonly TilePoint[][][]): Rounded {
  const cleaned = clean(polygons);
  if (cleaned.length === 0) return { state: 'gone' };
  if (meets(cleaned.flat())) return { state: 'broken' };
  return { state: 'sound', rings: cleaned.flatMap(windPolygon) };
}

/** Cleans and winds polygons that are known to be valid. */
export function windRings(polygons: readonly TilePoint[][][]): TilePoint[][] {
  return clean(polygons).flatMap(windPolygon);
}

function clean(polygons: readonly TilePoint[][][]): TilePoint[][][] {
  return polygons
    .map((rings) => rings.map(cleanRing))
    .filter(([outer]) => outer && outer.length >= 3)
    .map((rings) => rings.filter((ring) => ring.length >= 3));
}

function windPolygon(rings: readonly TilePoint[][]): TilePoint[][] {
  return rings.map((ring, index) => wound(ring, index === 0));
}

/** Twice the signed area; positive when the ring runs clockwise on the screen, where y grows downwards. */
export function doubleArea(ring: readonly TilePoint[]): number {
  let sum = 0;
  for (let index = 0; index < ring.length; index++) {
    const [ax, ay] = ring[index] as TilePoint;
    const [bx, by] = ring[(index + 1) % ring.length] as TilePoint;
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** Open ring without repeated points, points on a straight line, or spikes: none of these changes its ground. */
function cleanRing(ring: readonly TilePoint[]): TilePoint[] {
  const points = [...ring];
  let index = 0;
  let steady = 0;
  while (points.length >= 3 && steady < points.length) {
    const count = points.length;
    const before = points[(index + count - 1) % count] as TilePoint;
    const here = points[index % count] as TilePoint;
    const after = points[(index + 1) % count] as TilePoint;
    if (turn(before, here, after) === 0) {
      points.splice(index % count, 1);
      steady = 0;
      index = Math.max(0, (index % count) - 1);
    } else {
      index = (index + 1) % count;
      steady++;
    }
  }
  return points.length >= 3 ? points : [];
}

/** A closed ring in the direction tiles want: the outer one clockwise on the screen, holes the other way. */
function wound(ring: TilePoint[], outer: boolean): TilePoint[] {
  const directed = doubleArea(ring) > 0 === outer ? ring : ring.toReversed();
  return [...directed, directed[0] as TilePoint];
}

interface Edge {
  a: TilePoint;
  b: TilePoint;
  ring: number;
  place: number;
  west: number;
  east: number;
}

/** Whether any two edges that are not neighbours share a point, by a sweep from west to east. */
function meets(rings: readonly TilePoint[][]): boolean {
  const edges = rings.flatMap((points, ring) =>
    points.map((a, place): Edge => {
      const b = points[(place + 1) % points.length] as TilePoint;
      return { a, b, ring, place, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) };
    }),
  );
  edges.sort((one, other) => one.west - other.west);
  let open: Edge[] = [];
  for (const edge of edges) {
    open = open.filter((other) => other.east >= edge.west);
    for (const other of open) {
      const count = rings[edge.ring]?.length ?? 0;
      const apart = Math.abs(edge.place - other.place);
      const neighbours = edge.ring === other.ring && (apart === 1 || apart === count - 1);
      if (!neighbours && share(edge, other)) return true;
    }
    open.push(edge);
  }
  return false;
}

/** Whole tile units keep these products exact. */
function turn(a: TilePoint, b: TilePoint, c: TilePoint): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function share({ a, b }: Edge, { a: c, b: d }: Edge): boolean {
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false;
  const c1 = Math.sign(turn(a, b, c));
  const c2 = Math.sign(turn(a, b, d));
  const c3 = Math.sign(turn(c, d, a));
  const c4 = Math.sign(turn(c, d, b));
  if (c1 !== c2 && c3 !== c4) return true;
  return (
    (c1 === 0 && onEdge(a, b, c)) ||
    (c2 === 0 && onEdge(a, b, d)) ||
    (c3 === 0 && onEdge(c, d, a)) ||
    (c4 === 0 && onEdge(c, d, b))
  );
}

function onEdge(a: TilePoint, b: TilePoint, p: TilePoint): boolean {
  return (
    p[0] >= Math.min(a[0], b[0]) &&
    p[0] <= Math.max(a[0], b[0]) &&
    p[1] >= Math.min(a[1], b[1]) &&
    p[1] <= Math.max(a[1], b[1])
  );
}
