import { openRandom, type Random } from '../../sample-city/random';
import { type CityRecipe, parkShares } from './recipe';
import type { Streets } from './streets';

/** Blocks from a column and a row on, so many across and up. */
export interface BlockRange {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}
/** Where a park is to stand and how many plots it takes. */
export interface ParkSite {
  /** From 1, in order. */
  readonly id: number;
  readonly pieces: readonly BlockRange[];
  readonly plots: number;
  /** Whether small lots among its plots may have stayed with others. */
  readonly leavesOut: boolean;
  readonly redLine: 'around-all' | 'around-each' | null;
  readonly surveyed: boolean;
  readonly kind: 'draft' | 'official';
}

const { site, plots, piecesWeight } = parkShares;
/** Parks in several pieces stand in slots of two by two blocks, with one block of others between. */
const slot = { step: 3, size: 2, columns: 4, rows: 3 };
/** A little less than the lots of a block, so that a park finds its plots in the blocks given to it. */
const lotsCountedOn = 7.5;
/** The last rows of blocks may stay empty. */
const builtShare = 0.95;
/** The first parks are those the measurements name: one of the most plots in one piece, one of five and one of ten pieces. */
const named: readonly Story[] = [
  { pieces: 1, plots: plots[1] },
  { pieces: 5, plots: 180 },
  { pieces: 10, plots: 280 },
];
interface Story {
  readonly pieces: number;
  readonly plots: number;
}

/** Chooses ground for the parks, no two side by side, spread over the whole city. */
export function chooseSites({ seed }: CityRecipe, streets: Streets): ParkSite[] {
  return spreadOut(streets).map((corner, i): ParkSite => {
    const random = openRandom(seed).fork(`park/${i}`);
    const story = named[i] ?? invent(random);
    return {
      id: i + 1,
      plots: story.plots,
      leavesOut: i >= named.length,
      pieces: story.pieces === 1 ? [oneRange(corner, story.plots)] : slots(corner, story.pieces),
      redLine: random.chance(parkShares.redLine) ? random.pick(['around-all', 'around-each'] as const) : null,
      surveyed: i < named.length || random.chance(parkShares.surveyed),
      kind: i >= named.length && random.chance(parkShares.draft) ? 'draft' : 'official',
    };
  });
}

interface Corner {
  readonly column: number;
  readonly row: number;
}

/** South-western corners of the sites: for the parks named above those that no barrier crosses, then some of all others. */
function spreadOut(streets: Streets): Corner[] {
  const across = Math.floor(streets.columns / site.columns);
  const up = Math.floor((streets.rows * builtShare) / site.rows);
  const all = Array.from({ length: across * up }, (_, place): Corner => {
    return { column: (place % across) * site.columns, row: Math.floor(place / across) * site.rows };
  });
  const clear = all.filter((corner) => !isCrossed(corner, streets)).slice(0, named.length);
  const rest = all.filter((corner) => !clear.includes(corner));
  const count = Math.min(parkShares.most, all.length) - clear.length;
  return [...clear, ...Array.from({ length: count }, (_, i) => rest[Math.floor((i * rest.length) / count)] as Corner)];
}

function isCrossed({ column, row }: Corner, { across, up }: Streets): boolean {
  const inside = [...across.slice(column + 1, column + site.columns), ...up.slice(row + 1, row + site.rows)];
  return inside.some(({ kind }) => kind !== 'road');
}

function invent(random: Random): Story {
  const pieces = Number(random.weigh(piecesWeight));
  const room = pieces === 1 ? plots[1] : Math.min(plots[1], Math.floor(pieces * slot.size ** 2 * lotsCountedOn));
  return { pieces, plots: random.whole(Math.min(plots[0], room), room) };
}

function oneRange({ column, row }: Corner, plotCount: number): BlockRange {
  const needed = Math.ceil(plotCount / lotsCountedOn);
  const wide = Math.min(site.columns - 2, Math.max(2, Math.round(Math.sqrt(needed))));
  return { column, row, columns: wide, rows: Math.min(site.rows - 1, Math.ceil(needed / wide)) };
}

/** Slots one after the other, to and fro. */
function slots({ column, row }: Corner, pieces: number): BlockRange[] {
  return Array.from({ length: pieces }, (_, i) => {
    const up = Math.floor(i / slot.columns);
    const across = up % 2 === 0 ? i % slot.columns : slot.columns - 1 - (i % slot.columns);
    return { column: column + across * slot.step, row: row + up * slot.step, columns: slot.size, rows: slot.size };
  });
}
