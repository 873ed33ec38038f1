import type { LandUse } from '../../data/contract/vocabulary';
import {
  type Cell,
  convexHull,
  type Facing,
  type Line,
  middle,
  openGround,
  type Point,
  ringArea,
  rotated,
} from './cell';
import { type Cut, cutOnce, cutUp, type Grain } from './ground';
import type { Random } from './random';
import type { DistrictRecipe } from './recipe';

export type Zone = 'industrial' | 'homes' | 'centre' | 'fields';

/** One plot while the city is being made, in the district's straight frame. */
export interface Plot {
  ring: readonly Point[];
  /** Present while the plot is convex, so that it can still be cut. */
  facing: readonly Facing[] | null;
  use: LandUse;
  /** Index of the park that it is a member of. */
  park: number | null;
  /** What was planted here and how. */
  planted: { kind: 'corner' | 'scattered' | 'enclosed'; how: string; park: number } | null;
}
export interface Block {
  readonly cell: Cell;
  plots: Plot[];
}
/** The ground between main roads: one kind of town. */
export interface Quarter {
  readonly cell: Cell;
  zone: Zone;
  /** Index of the park that has taken it. */
  park: number | null;
  blocks: Block[];
}
export interface District {
  readonly recipe: DistrictRecipe;
  readonly boundary: readonly Point[];
  readonly cuts: Cut[];
  readonly planningEdges: [Point, Point][];
  readonly quarters: Quarter[];
}

const mainRoads: Grain = {
  areaSquareMetres: 125_000,
  kind: 'road',
  widthMetres: (random, longMetres) => (longMetres > 900 ? random.whole(30, 38) : random.whole(20, 28)),
  lean: 0.09,
  slender: 1,
};
const streets: Record<Zone, Grain> = {
  industrial: {
    areaSquareMetres: 36_000,
    kind: 'road',
    widthMetres: (random) => random.whole(12, 18),
    lean: 0.04,
    slender: 1,
  },
  homes: {
    areaSquareMetres: 22_000,
    kind: 'road',
    widthMetres: (random) => random.whole(7, 12),
    lean: 0.13,
    slender: 1,
  },
  centre: {
    areaSquareMetres: 18_000,
    kind: 'road',
    widthMetres: (random) => random.whole(12, 18),
    lean: 0.06,
    slender: 1,
  },
  fields: {
    areaSquareMetres: 52_000,
    kind: 'ditch',
    widthMetres: (random) => random.whole(3, 6),
    lean: 0.3,
    slender: 1.6,
  },
};
const lots: Record<Zone, Grain> = {
  industrial: { areaSquareMetres: 7600, kind: 'road', widthMetres: () => 0, lean: 0.03, slender: 1 },
  homes: { areaSquareMetres: 3000, kind: 'road', widthMetres: () => 0, lean: 0.06, slender: 1 },
  centre: { areaSquareMetres: 3600, kind: 'road', widthMetres: () => 0, lean: 0.05, slender: 1 },
  fields: { areaSquareMetres: 5200, kind: 'road', widthMetres: () => 0, lean: 0.28, slender: 3.4 },
};
const uses: Record<Zone, Partial<Record<LandUse, number>>> = {
  industrial: { industrial: 80, logistics: 8, research: 5, commercial: 2, green: 5 },
  homes: { residential: 80, public: 7, commercial: 7, green: 6 },
  centre: { commercial: 38, residential: 32, public: 20, green: 10 },
  fields: { farmland: 86, other: 9, water: 5 },
};

/** Lays out a district: its edge, what cuts through it, its main roads and what kind of town each quarter is. */
export function layOut(recipe: DistrictRecipe, random: Random): District {
  const boundary = outline(recipe.radiusMetres, random);
  const cuts: Cut[] = [];
  let pieces: Cell[] = [{ ring: boundary, facing: boundary.map(() => openGround) }];
  for (const barrier of recipe.barriers) {
    const normal = rotated([0, 1], (barrier.angleDegrees * Math.PI) / 180);
    const off = barrier.offset * recipe.radiusMetres;
    const line: Line = { at: [normal[0] * off, normal[1] * off], normal };
    pieces = pieces.flatMap((piece) => cutOnce(piece, line, barrier.kind, barrier.widthMetres, cuts));
  }
  const turn = random.between(0, 2 * Math.PI);
  const quarters = pieces
    .flatMap((piece) => cutUp(piece, mainRoads, random, cuts))
    .map((cell): Quarter => ({ cell, zone: zoneOf(cell, recipe, turn, random), park: null, blocks: [] }));
  return { recipe, boundary, cuts, planningEdges: [], quarters };
}

/** Cuts a quarter into blocks and plots; a quarter that a park has taken is all works. */
export function fillQuarter(quarter: Quarter, cuts: Cut[], random: Random): void {
  quarter.blocks = cutUp(quarter.cell, streets[quarter.zone], random, cuts).map((cell) => ({
    cell,
    plots: fillBlock(cell, quarter, random),
  }));
}

/** Cuts one block into plots that share their lines. */
export function fillBlock(cell: Cell, quarter: Quarter, random: Random): Plot[] {
  return cutUp(cell, lots[quarter.zone], random, []).map((lot) => {
    const use = quarter.park === null ? random.weigh<LandUse>(uses[quarter.zone]) : 'industrial';
    return newPlot(lot.ring, lot.facing, use);
  });
}

/** A plot that nothing is known of yet but its ground and use. */
export function newPlot(ring: readonly Point[], facing: readonly Facing[] | null, use: LandUse): Plot {
  return { ring, facing, use, park: null, planted: null };
}

function outline(radiusMetres: number, random: Random): Point[] {
  const corners = Array.from({ length: 11 }, (_, i): Point => {
    const angle = ((i + random.between(-0.3, 0.3)) / 11) * 2 * Math.PI;
    return rotated([radiusMetres * random.between(0.86, 1.08), 0], angle);
  });
  return convexHull(corners);
}

function zoneOf(cell: Cell, recipe: DistrictRecipe, turn: number, random: Random): Zone {
  const [x, y] = middle(cell.ring);
  const out = Math.sqrt(x * x + y * y) / recipe.radiusMetres;
  const side = (x * Math.cos(turn) + y * Math.sin(turn)) / recipe.radiusMetres;
  if (out > 1 - recipe.rural + random.between(-0.08, 0.08)) return 'fields';
  if (side > 0.35 - recipe.works + random.between(-0.08, 0.08)) return 'industrial';
  return out < 0.3 ? 'centre' : 'homes';
}

/** Whether a quarter can carry works: big enough and not cut to a sliver. */
export const isRoomy = (quarter: Quarter): boolean => ringArea(quarter.cell.ring) > 60_000 && quarter.park === null;
