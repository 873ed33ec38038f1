import { beyond, type Cell, type Line, middle, openGround, type Point, ringArea, tightBox, turned } from './cell';
import type { Random } from './random';

/** Stands for a line that a carving draws itself. */
export const markedCut = -9;

/** The longest edge that looks out of the park onto a road or another corridor, with its inward normal. */
export function outerSide(
  cell: Cell,
  outerCuts: ReadonlySet<number>,
): { from: Point; to: Point; inward: Point; metres: number } | null {
  const sides = cell.ring.map((from, i) => {
    const to = cell.ring[(i + 1) % cell.ring.length] as Point;
    const metres = Math.sqrt((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2);
    const inward: Point = [-(to[1] - from[1]) / metres, (to[0] - from[0]) / metres];
    return { from, to, inward, metres, isOuter: outerCuts.has(cell.facing[i]?.cut ?? -1) };
  });
  const [longest] = sides.filter((side) => side.isOuter).sort((a, b) => b.metres - a.metres);
  return longest && longest.metres > 45 ? longest : null;
}

/** The line through two points whose normal looks towards a direction. */
export const lineThrough = (a: Point, b: Point, towards: Point): Line => {
  const length = Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2);
  const normal: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  return { at: a, normal: normal[0] * towards[0] + normal[1] * towards[1] > 0 ? normal : [-normal[0], -normal[1]] };
};
/** A point moved along a unit direction. */
export const moved = (point: Point, along: Point, metres: number): Point => [
  point[0] + along[0] * metres,
  point[1] + along[1] * metres,
];

/** The wall runs straight where the street does not: a narrow wedge is left between the two. */
export function cutVerge(
  cell: Cell,
  outerCuts: ReadonlySet<number>,
  random: Random,
): { rest: Cell; verge: Cell } | null {
  const side = outerSide(cell, outerCuts);
  if (!side) return null;
  const [near, deep] = [random.chance(0.5) ? 0 : random.between(2, 6), random.between(9, 19)];
  const [a, b] = random.chance(0.5) ? [near, deep] : [deep, near];
  const wall = lineThrough(moved(side.from, side.inward, a), moved(side.to, side.inward, b), side.inward);
  const [rest, verge] = [beyond(cell, wall, 0, openGround), beyond(cell, turned(wall), 0, openGround)];
  return rest && verge ? { rest, verge } : null;
}

/** Cuts a box around a point out of a cell: four pieces round it, each convex. */
function cutBox(cell: Cell, centre: Point, along: Point, halves: [number, number], rim: number) {
  const up: Point = [-along[1], along[0]];
  const facing = rim > 0 ? { halfMetres: rim / 2, cut: -1 } : openGround;
  const line = (direction: Point, metres: number): Line => ({
    at: moved(centre, direction, metres),
    normal: direction,
  });
  const back = (direction: Point): Point => [-direction[0], -direction[1]];
  const [long, short] = halves;
  const kept: (Cell | null)[] = [];
  let core: Cell | null = cell;
  for (const [direction, metres] of [
    [along, long],
    [back(along), long],
    [up, short],
    [back(up), short],
  ] as const) {
    if (!core) return null;
    const outer = line(direction, metres);
    kept.push(beyond(core, outer, 0, facing));
    core = beyond(core, turned(outer), 0, facing);
  }
  if (!core || kept.some((piece) => !piece)) return null;
  const ring = (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([u, v]) => moved(moved(centre, along, u * (long - rim)), up, v * (short - rim)));
  const middleOfStreet = (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([u, v]) => moved(moved(centre, along, u * (long - rim / 2)), up, v * (short - rim / 2)));
  return { kept: kept.filter((piece) => piece !== null), ring, middleOfStreet };
}

/** Cuts a near-square core of about twice `half` metres out of a cell's middle, with a street of `rim` metres round it. */
export function cutCore(cell: Cell, half: number, rim: number, random: Random) {
  const box = tightBox(cell.ring);
  const halves: [number, number] = [half * random.between(0.95, 1.3) + rim, half * random.between(0.8, 1) + rim];
  if (box.longMetres / 2 < halves[0] + 8 || box.shortMetres / 2 < halves[1] + 8) return null;
  return cutBox(cell, middle(cell.ring), box.along, halves, rim);
}

/** A comb along the line that parts a strip from the rest: `count` teeth that reach into the rest. */
export function cutComb(
  cell: Cell,
  outerCuts: ReadonlySet<number>,
  count: number,
  random: Random,
): { rest: Point[]; comb: Point[] } | null {
  const side = outerSide(cell, outerCuts);
  if (!side || side.metres < 55) return null;
  const [depth, reach] = [random.between(7, 11), random.between(11, 16)];
  const edge = lineThrough(moved(side.from, side.inward, depth), moved(side.to, side.inward, depth), side.inward);
  const mark = { halfMetres: 0, cut: markedCut };
  const [rest, strip] = [beyond(cell, edge, 0, mark), beyond(cell, turned(edge), 0, mark)];
  const at = rest?.facing.findIndex((facing) => facing.cut === markedCut) ?? -1;
  const under = strip?.facing.findIndex((facing) => facing.cut === markedCut) ?? -1;
  if (!rest || !strip || at < 0 || under < 0 || ringArea(rest.ring) < 2000) return null;
  const [from, to] = [rest.ring[at] as Point, rest.ring[(at + 1) % rest.ring.length] as Point];
  const along: Point = [(to[0] - from[0]) / side.metres, (to[1] - from[1]) / side.metres];
  const teeth = Array.from({ length: count }, (_, i): Point[] => {
    const [start, end] = [(i + 0.3) / count, (i + 0.72) / count];
    const a = moved(from, along, start * side.metres);
    const b = moved(from, along, end * side.metres);
    return [a, moved(a, side.inward, reach), moved(b, side.inward, reach * random.between(0.9, 1.1)), b];
  }).flat();
  const kept = [...rest.ring.slice(0, at + 1), ...teeth, ...rest.ring.slice(at + 1)];
  const left = [...strip.ring.slice(0, under + 1), ...teeth.reverse(), ...strip.ring.slice(under + 1)];
  return { rest: kept, comb: left };
}

/** The unit direction from one point to another. */
export const direction = (from: Point, to: Point): Point => {
  const length = Math.sqrt((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2);
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
};
