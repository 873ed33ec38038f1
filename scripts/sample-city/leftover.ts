import { cutComb, cutCore, cutVerge, direction, lineThrough, markedCut, moved, outerSide } from './carve';
import { beyond, type Cell, openGround, type Point, ringArea, turned } from './cell';
import { type District, newPlot, type Plot } from './district';
import type { Random } from './random';
import type { LeftoverStory } from './recipe';

type Planted = NonNullable<Plot['planted']>;
/** What becomes of a member plot: what stays of it, and what is left over beside it. */
interface Carved {
  readonly kept: Plot[];
  readonly left: Plot[];
}
type Carve = (plot: Plot & Cell, place: Place, random: Random) => Carved | null;
/** Where a park leaves plots over: its district, and the cuts that part it from others rather than from itself. */
export interface Place {
  readonly district: District;
  readonly outerCuts: ReadonlySet<number>;
}

const kinds: Record<LeftoverStory, Planted['kind']> = {
  verge: 'corner',
  'planning-edge': 'corner',
  'street-corner': 'corner',
  core: 'enclosed',
  ringed: 'enclosed',
  large: 'enclosed',
  teeth: 'scattered',
  hook: 'scattered',
};

/** Leaves one plot over beside a park, by carving it out of a member that has room; false when none has. */
export function plantLeftover(place: Place, park: number, story: LeftoverStory, random: Random): boolean {
  const blocks = place.district.quarters.flatMap((quarter) => quarter.blocks);
  const roomy = blocks
    .flatMap((block) => block.plots.map((plot) => ({ block, plot })))
    .filter(({ plot }) => plot.park === park && plot.facing && ringArea(plot.ring) > 3500)
    .sort((a, b) => ringArea(b.plot.ring) - ringArea(a.plot.ring));
  for (const { block, plot } of roomy) {
    if (!plot.facing) continue;
    const carved = carvings[story]({ ...plot, facing: plot.facing }, place, random);
    if (!carved) continue;
    for (const kept of carved.kept) kept.park = park;
    const [planted] = carved.left;
    if (planted) planted.planted = { kind: kinds[story], how: story, park };
    block.plots = [...block.plots.filter((other) => other !== plot), ...carved.kept, ...carved.left];
    return true;
  }
  return false;
}

const marked: ReadonlySet<number> = new Set([markedCut]);
const works = (cell: Cell | null): Plot[] => (cell ? [newPlot(cell.ring, cell.facing, 'industrial')] : []);
const shaped = (ring: readonly Point[], use: Plot['use']): Plot => newPlot(ring, null, use);
const interlock = (cut: ReturnType<typeof cutComb>): Carved | null =>
  cut && { kept: [shaped(cut.rest, 'industrial')], left: [shaped(cut.comb, 'other')] };

const carvings: Record<LeftoverStory, Carve> = {
  verge: (plot, { outerCuts }, random) => {
    const cut = cutVerge(plot, outerCuts, random);
    return cut && { kept: works(cut.rest), left: [newPlot(cut.verge.ring, cut.verge.facing, 'other')] };
  },
  'planning-edge': (plot, { district, outerCuts }, random) => {
    const side = outerSide(plot, outerCuts);
    if (!side) return null;
    const depth = random.between(16, 24);
    const edge = lineThrough(moved(side.from, side.inward, depth), moved(side.to, side.inward, depth), side.inward);
    const green = beyond(plot, turned(edge), 0, openGround);
    const inner = beyond(plot, edge, 0, { halfMetres: 0, cut: markedCut });
    const cut = inner && cutVerge(inner, marked, random);
    if (!green || !cut) return null;
    const ends = green.ring.filter(
      (point) => Math.abs((point[0] - edge.at[0]) * edge.normal[0] + (point[1] - edge.at[1]) * edge.normal[1]) < 0.01,
    );
    const [first, second] = ends;
    if (first && second) district.planningEdges.push([first, second]);
    return {
      kept: works(cut.rest),
      left: [newPlot(cut.verge.ring, null, 'other'), newPlot(green.ring, null, 'green')],
    };
  },
  'street-corner': (plot, { outerCuts }, random) => {
    const side = outerSide(plot, outerCuts);
    const at = side ? plot.ring.indexOf(side.from) : -1;
    const before = plot.facing[(at + plot.ring.length - 1) % plot.ring.length];
    if (!side || at < 0 || !outerCuts.has(before?.cut ?? -1)) return null;
    const previous = plot.ring[(at + plot.ring.length - 1) % plot.ring.length] as Point;
    const far = moved(side.from, direction(side.from, side.to), random.between(22, 34));
    const high = moved(side.from, direction(side.from, previous), random.between(22, 34));
    const wall = lineThrough(far, high, [
      -(side.from[0] - (far[0] + high[0]) / 2),
      -(side.from[1] - (far[1] + high[1]) / 2),
    ]);
    const [rest, corner] = [beyond(plot, wall, 0, openGround), beyond(plot, turned(wall), 0, openGround)];
    return rest && corner ? { kept: works(rest), left: [newPlot(corner.ring, corner.facing, 'other')] } : null;
  },
  core: (plot, _, random) => {
    const cut = cutCore(plot, random.between(11, 17), 0, random);
    return cut && { kept: cut.kept.flatMap(works), left: [shaped(cut.ring, 'residential')] };
  },
  ringed: (plot, { district }, random) => {
    const rim = random.between(6, 8);
    const cut = cutCore(plot, random.between(11, 15), rim, random);
    if (!cut) return null;
    cut.middleOfStreet.forEach((from, i) => {
      const to = cut.middleOfStreet[(i + 1) % 4] as Point;
      district.cuts.push({ id: district.cuts.length, kind: 'road', widthMetres: rim, from, to });
    });
    return { kept: cut.kept.flatMap(works), left: [shaped(cut.ring, 'other')] };
  },
  large: (plot, _, random) => {
    const cut = cutCore(plot, 25, 0, random);
    return cut && { kept: cut.kept.flatMap(works), left: [shaped(cut.ring, 'residential')] };
  },
  teeth: (plot, { outerCuts }, random) => interlock(cutComb(plot, outerCuts, 3, random)),
  hook: (plot, { outerCuts }, random) => interlock(cutComb(plot, outerCuts, 1, random)),
};
