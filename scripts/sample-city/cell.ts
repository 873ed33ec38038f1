/** A point in metres: of the district's own frame before placing, of the city CRS after. */
export type Point = readonly [number, number];

/** What an edge looks onto: half the corridor's width (0 = a neighbour's plot) and the cut that made it. */
export interface Facing {
  readonly halfMetres: number;
  readonly cut: number;
}

/** A convex piece of ground, counter-clockwise; `facing[i]` belongs to the edge from point i to the next. */
export interface Cell {
  readonly ring: readonly Point[];
  readonly facing: readonly Facing[];
}

/** A straight line by a point and its unit normal. */
export interface Line {
  readonly at: Point;
  readonly normal: Point;
}

export const openGround: Facing = { halfMetres: 0, cut: -1 };

/** Area in m² of a ring that does not repeat its first point; positive when counter-clockwise. */
export function ringArea(ring: readonly Point[]): number {
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Point;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** Mean of the corners. */
export function middle(ring: readonly Point[]): Point {
  const sum = ring.reduce<[number, number]>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** Signed distance of a point from a line, positive on the side of its normal. */
export const sideOf = (line: Line, [x, y]: Point): number =>
  (x - line.at[0]) * line.normal[0] + (y - line.at[1]) * line.normal[1];

/** What of a cell lies at least `insetMetres` beyond a line on the side of its normal; null when nothing does. */
export function beyond(cell: Cell, line: Line, insetMetres: number, facing: Facing): Cell | null {
  const ring: Point[] = [];
  const edges: Facing[] = [];
  const heights = cell.ring.map((point) => sideOf(line, point) - insetMetres);
  cell.ring.forEach((point, i) => {
    const j = (i + 1) % cell.ring.length;
    const [here, there] = [heights[i] as number, heights[j] as number];
    const edge = cell.facing[i] as Facing;
    if (here >= 0) {
      ring.push(point);
      edges.push(here > 0 || there >= 0 ? edge : facing);
    }
    if (here >= 0 !== there >= 0 && here !== 0 && there !== 0) {
      const share = here / (here - there);
      const next = cell.ring[j] as Point;
      ring.push([point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]);
      edges.push(here >= 0 ? facing : edge);
    }
  });
  return ring.length >= 3 && ringArea(ring) > 1 ? { ring, facing: edges } : null;
}

/** The line turned to look the other way. */
export const turned = (line: Line): Line => ({ at: line.at, normal: [-line.normal[0], -line.normal[1]] });

/** Where a line runs through a cell: its two ends, each carried on by what `reach` says of the corridor that the cell faces there. */
export function chord(cell: Cell, line: Line, reach: (facing: Facing) => number): [Point, Point] | null {
  const ends: { along: number; reachMetres: number }[] = [];
  const along: Point = [-line.normal[1], line.normal[0]];
  cell.ring.forEach((point, i) => {
    const next = cell.ring[(i + 1) % cell.ring.length] as Point;
    const [here, there] = [sideOf(line, point), sideOf(line, next)];
    if (here >= 0 === there >= 0) return;
    const share = here / (here - there);
    const x = point[0] + (next[0] - point[0]) * share - line.at[0];
    const y = point[1] + (next[1] - point[1]) * share - line.at[1];
    ends.push({ along: x * along[0] + y * along[1], reachMetres: reach(cell.facing[i] as Facing) });
  });
  const [first, second] = ends.sort((a, b) => a.along - b.along);
  if (!first || !second) return null;
  const at = (distance: number): Point => [line.at[0] + along[0] * distance, line.at[1] + along[1] * distance];
  return [at(first.along - first.reachMetres), at(second.along + second.reachMetres)];
}

/** The tightest box over all edge directions: its middle, its long direction and both lengths in metres. */
export function tightBox(ring: readonly Point[]): {
  centre: Point;
  along: Point;
  longMetres: number;
  shortMetres: number;
} {
  let best: { centre: Point; along: Point; longMetres: number; shortMetres: number } | null = null;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Point;
    const length = Math.sqrt((nextX - x) ** 2 + (nextY - y) ** 2);
    if (length < 1e-6) return;
    const u: Point = [(nextX - x) / length, (nextY - y) / length];
    const us = ring.map((point) => point[0] * u[0] + point[1] * u[1]);
    const vs = ring.map((point) => -point[0] * u[1] + point[1] * u[0]);
    const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
    const [width, height] = [u1 - u0, v1 - v0];
    if (best && best.longMetres * best.shortMetres <= width * height) return;
    const [cu, cv] = [(u0 + u1) / 2, (v0 + v1) / 2];
    const centre: Point = [cu * u[0] - cv * u[1], cu * u[1] + cv * u[0]];
    const along: Point = width >= height ? u : [-u[1], u[0]];
    best = { centre, along, longMetres: Math.max(width, height), shortMetres: Math.min(width, height) };
  });
  if (!best) throw new Error('a ring without edges');
  return best;
}

/** A direction turned by an angle in radians. */
export function rotated([x, y]: Point, angle: number): Point {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [x * c - y * s, x * s + y * c];
}

/** The convex hull, counter-clockwise. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length >= 2 && turn(chain[chain.length - 2] as Point, chain[chain.length - 1] as Point, point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
