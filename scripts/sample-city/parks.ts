import { lengthOf } from './bend';
import { beyond, type Cell, type Line, middle, openGround, type Point, ringArea, tightBox, turned } from './cell';
import { type Block, type District, fillBlock, isRoomy, newPlot, type Plot, type Quarter } from './district';
import { cutOnce } from './ground';
import type { Random } from './random';
import type { ParkRecipe } from './recipe';

/** Takes the quarters that a park of this shape needs, before they are cut into blocks. The most roomy come first. */
export function takeQuarters(district: District, park: ParkRecipe, index: number): Quarter[] {
  const free = district.quarters.filter(isRoomy).sort((a, b) => rank(b) - rank(a));
  // A district on a unit line has its park in the middle, on the line too.
  const central = [...free].sort((a, b) => offCentre(a) - offCentre(b)).slice(0, 4);
  const taken = choose(district, park, district.recipe.straddles ? central : free);
  if (!taken) throw new Error(`no ground for park ${park.name} (${park.shape})`);
  for (const quarter of taken) {
    quarter.park = index;
    quarter.zone = 'industrial';
  }
  return taken;
}

/** Marks the plots that belong to the park once its quarters are filled. */
export function gatherMembers(
  district: District,
  park: ParkRecipe,
  index: number,
  quarters: Quarter[],
  random: Random,
) {
  const [first, second] = quarters as [Quarter, Quarter | undefined];
  const all = (quarter: Quarter) => quarter.blocks.flatMap((block) => block.plots);
  const members = (plots: readonly Plot[]) => {
    for (const plot of plots) plot.park = index;
  };
  switch (park.shape) {
    case 'whole':
      return members(largestBlock(first).plots);
    case 'strip':
    case 'ditch':
    case 'belt':
      return members(partOnPurpose(district, largestBlock(first), first, park.shape, random));
    case 'nearly':
      members(all(first));
      return members(second ? outlier(second, first) : []);
    default:
      return members(quarters.flatMap(all));
  }
}

const offCentre = (quarter: Quarter) => lengthOf(middle(quarter.cell.ring), [0, 0]);
const rank = (quarter: Quarter) => (quarter.zone === 'industrial' ? 1e6 : 0) + ringArea(quarter.cell.ring);

function choose(district: District, park: ParkRecipe, free: readonly Quarter[]): Quarter[] | null {
  const pairs = free.flatMap((a, i) => free.slice(i + 1).map((b): [Quarter, Quarter] => [a, b]));
  const facing = (kind: string) => {
    const cuts = district.cuts.filter((cut) => cut.kind === kind);
    const shared = ([a, b]: [Quarter, Quarter]) => Math.max(0, ...cuts.map((cut) => sharedMetres(a.cell, b.cell, cut)));
    return best(pairs, (pair) => (shared(pair) > 120 ? rank(pair[0]) + rank(pair[1]) + shared(pair) * 1000 : 0));
  };
  if (park.shape === 'twin') return facing('road');
  if (park.shape === 'across' || park.shape === 'nearly') return facing(park.barrier ?? 'river');
  if (park.shape === 'apart') {
    const far = ([a, b]: [Quarter, Quarter]) => nearestMetres(a.cell, b.cell) > 130;
    return best(pairs, (pair) => (far(pair) ? rank(pair[0]) + rank(pair[1]) : 0));
  }
  const [first] = free;
  return first ? [first] : null;
}

function best<T>(items: readonly T[], score: (item: T) => number): T | null {
  const scored = items.map((item) => ({ item, value: score(item) })).filter(({ value }) => value > 0);
  return scored.sort((a, b) => b.value - a.value)[0]?.item ?? null;
}

/** Metres of a cut along which two cells look at each other. */
function sharedMetres(a: Cell, b: Cell, cut: { id: number; from: Point; to: Point }): number {
  const length = lengthOf(cut.from, cut.to);
  const along: Point = [(cut.to[0] - cut.from[0]) / length, (cut.to[1] - cut.from[1]) / length];
  const span = (cell: Cell) => {
    const at = cell.facing.findIndex((facing) => facing.cut === cut.id);
    if (at < 0) return null;
    const ends = [cell.ring[at] as Point, cell.ring[(at + 1) % cell.ring.length] as Point];
    const reach = ends.map(([x, y]) => x * along[0] + y * along[1]);
    return [Math.min(...reach), Math.max(...reach)] as const;
  };
  const [left, right] = [span(a), span(b)];
  return left && right ? Math.min(left[1], right[1]) - Math.max(left[0], right[0]) : 0;
}

function nearestMetres(a: Cell, b: Cell): number {
  return Math.min(...a.ring.flatMap((p) => b.ring.map((q) => lengthOf(p, q))));
}

const largestBlock = (quarter: Quarter): Block =>
  [...quarter.blocks].sort((a, b) => ringArea(b.cell.ring) - ringArea(a.cell.ring))[0] as Block;

/** A few plots of the quarter across the barrier: those nearest to the park's main body, about an eighth of its ground. */
function outlier(quarter: Quarter, body: Quarter): Plot[] {
  const goal = middle(body.cell.ring);
  const away = (plot: Plot) => lengthOf(middle(plot.ring), goal);
  const nearest = quarter.blocks.flatMap((block) => block.plots).sort((a, b) => away(a) - away(b));
  const room = ringArea(body.cell.ring) / 8;
  let sum = 0;
  return nearest.filter((plot, i) => {
    sum += ringArea(plot.ring);
    return i === 0 || sum < room;
  });
}

/** The cuts that a park looks out on: those of its outline, not those between its own parts. */
export function outerCuts(park: ParkRecipe, quarters: readonly Quarter[]): Set<number> {
  const oneBlock = park.shape === 'whole' || park.shape === 'strip' || park.shape === 'ditch' || park.shape === 'belt';
  const cells = oneBlock
    ? quarters.map((quarter) => largestBlock(quarter).cell)
    : quarters.map((quarter) => quarter.cell);
  const cuts = cells.flatMap((cell) => [...new Set(cell.facing.map((facing) => facing.cut))]);
  return new Set(cuts.filter((cut) => cut >= 0 && cuts.indexOf(cut) === cuts.lastIndexOf(cut)));
}

/** Parts the park's block: by other people's ground, by a ditch or by a green belt; answers the plots on both sides. */
function partOnPurpose(
  district: District,
  block: Block,
  quarter: Quarter,
  by: 'strip' | 'ditch' | 'belt',
  random: Random,
): Plot[] {
  const box = tightBox(block.cell.ring);
  const line: Line = { at: box.centre, normal: box.along };
  const widthMetres =
    by === 'ditch' ? random.between(5, 9) : by === 'belt' ? random.between(22, 30) : random.between(32, 40);
  const before = district.cuts.length;
  const kind = by === 'belt' ? 'green-belt' : 'ditch';
  const sides = cutOnce(block.cell, line, kind, widthMetres, district.cuts);
  if (by !== 'strip') {
    block.plots = sides.flatMap((side) => fillBlock(side, quarter, random));
    return block.plots;
  }
  district.cuts.length = before;
  const plots = sides.flatMap((side) => fillBlock(shutOff(side, before), quarter, random));
  const between = stripBetween(block.cell, line, widthMetres);
  block.plots = between ? [...plots, newPlot(between.ring, between.facing, 'residential')] : plots;
  return plots;
}

/** The cell with one of its streets taken for a neighbour's plot. */
const shutOff = (cell: Cell, cut: number): Cell => ({
  ring: cell.ring,
  facing: cell.facing.map((facing) => (facing.cut === cut ? openGround : facing)),
});

function stripBetween(cell: Cell, line: Line, widthMetres: number): Cell | null {
  const upper = beyond(cell, line, -widthMetres / 2, openGround);
  return upper && beyond(upper, turned(line), -widthMetres / 2, openGround);
}
