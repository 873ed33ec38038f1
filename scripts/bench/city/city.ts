import type { PlotStatus, SurroundingKind, Tenure } from '../../../data/contract/vocabulary';
import { cityCrs } from '../../sample-city/place';
import { openRandom, type Random } from '../../sample-city/random';
import { cutBlock, type LotPlace } from './block';
import { type Laid, layerOf } from './lay';
import { type CityRecipe, parkShares, statusWeights, tenureWeights } from './recipe';
import { type BlockRange, chooseSites, type ParkSite } from './sites';
import { blockCorners, layStreets, type Point, type Streets, streetLines } from './streets';

type LonLat = [number, number];
/** One parcel of the city, invented. */
export interface BenchParcel extends Laid {
  readonly id: number;
  readonly number: string;
  readonly status: PlotStatus;
  readonly tenure: Tenure;
  /** In units of 10,000 yuan; null where no price is known. */
  readonly priceTenThousandCny: number | null;
  /** The park that the parcel is a plot of; null for none. */
  readonly park: number | null;
}
export interface BenchCorridor {
  readonly kind: SurroundingKind;
  readonly widthMetres: number;
  readonly line: readonly LonLat[];
}
export interface BenchPark extends Pick<ParkSite, 'id' | 'kind' | 'surveyed'> {
  readonly name: string;
  readonly redLine: readonly (readonly LonLat[])[] | null;
}
/** A whole city; parcels are made as they are asked for, block by block, and never stand in memory together. */
export interface BenchCity {
  readonly parks: readonly BenchPark[];
  readonly corridors: readonly BenchCorridor[];
  /** The ground whose corridors are known to be complete. */
  readonly coverage: readonly LonLat[];
  blocks(): Generator<readonly BenchParcel[]>;
}

/** Invents a city by a recipe; the same recipe gives the same city, to the last digit. */
export function inventCity(recipe: CityRecipe): BenchCity {
  const streets = layStreets(recipe);
  const sites = chooseSites(recipe, streets);
  const whole = { column: 0, row: 0, columns: streets.columns, rows: streets.rows };
  return {
    parks: sites.map((site) => ({
      id: site.id,
      kind: site.kind,
      surveyed: site.surveyed,
      name: `样例园 · 测速 ${site.id}`,
      redLine: redLineOf(site, streets),
    })),
    corridors: streetLines(streets).map(({ kind, widthMetres, line }) => ({
      kind,
      widthMetres,
      line: line.map((point) => cityCrs.toDegrees(point)),
    })),
    coverage: outlineOf(whole, streets, coverageMarginMetres),
    blocks: () => cutBlocks(recipe, streets, sites),
  };
}

const coverageMarginMetres = 500;
const redLineMarginMetres = 0;
const pricedShare = 0.8;
const thousandCnyPerSquareMetre = [0.38, 0.78] as const;

function* cutBlocks(recipe: CityRecipe, streets: Streets, sites: readonly ParkSite[]): Generator<BenchParcel[]> {
  const roomOfBlock = assignBlocks(sites, streets);
  let id = 0;
  for (let block = 0; id < recipe.parcels; block++) {
    const [column, row] = [block % streets.columns, Math.floor(block / streets.columns)];
    if (row === streets.rows) throw new Error(`the city has room for ${id} of ${recipe.parcels} parcels only`);
    const random = openRandom(recipe.seed).fork(`block/${block}`);
    const jitter = random.fork('jitter');
    const corners = blockCorners(streets, column, row);
    const lay = layerOf(corners);
    const room = roomOfBlock.get(block);
    const parcels: BenchParcel[] = [];
    for (const [lot, cut] of cutBlock(corners, random).entries()) {
      if (id === recipe.parcels) break;
      const laid = lay(cut, recipe.jitterShare, jitter);
      const isPlot = room !== undefined && isTakenIn(room, cut.place, laid, random);
      if (isPlot) room.left--;
      parcels.push({
        ...laid,
        id: ++id,
        number: `BENCH-${block}-${lot}`,
        status: random.weigh(statusWeights),
        tenure: random.weigh(tenureWeights),
        priceTenThousandCny: priceOf(laid.areaSquareMetres, random),
        park: isPlot ? room.park : null,
      });
    }
    yield parcels;
  }
}

/** One piece of a park, and how many plots it still takes. */
interface Room extends Pick<ParkSite, 'leavesOut'> {
  readonly park: number;
  left: number;
}

/** Plots of a park are the lots of its blocks until each piece has enough, but for small ones that stayed with others. */
function isTakenIn({ left, leavesOut }: Room, place: LotPlace, { areaSquareMetres }: Laid, random: Random): boolean {
  const isLeftOut = random.chance(parkShares.leftOut[place]) && areaSquareMetres < parkShares.leftOutBelowSquareMetres;
  return left > 0 && !(leavesOut && isLeftOut);
}

function priceOf(areaSquareMetres: number, random: Random): number | null {
  const thousands = areaSquareMetres * random.between(...thousandCnyPerSquareMetre);
  return random.chance(pricedShare) ? Math.max(1, Math.round(thousands / 10)) : null;
}

function assignBlocks(sites: readonly ParkSite[], { columns }: Streets): Map<number, Room> {
  const roomOfBlock = new Map<number, Room>();
  for (const { id, pieces, plots, leavesOut } of sites)
    for (const range of pieces) {
      const room = { park: id, leavesOut, left: Math.ceil(plots / pieces.length) };
      for (let row = range.row; row < range.row + range.rows; row++)
        for (let column = range.column; column < range.column + range.columns; column++)
          roomOfBlock.set(row * columns + column, room);
    }
  return roomOfBlock;
}

function redLineOf({ redLine, pieces }: ParkSite, streets: Streets): LonLat[][] | null {
  if (redLine === null) return null;
  const ranges = redLine === 'around-each' ? pieces : [aroundAll(pieces)];
  return ranges.map((range) => outlineOf(range, streets, redLineMarginMetres));
}

function aroundAll(ranges: readonly BlockRange[]): BlockRange {
  const column = Math.min(...ranges.map((range) => range.column));
  const row = Math.min(...ranges.map((range) => range.row));
  const columns = Math.max(...ranges.map((range) => range.column + range.columns)) - column;
  const rows = Math.max(...ranges.map((range) => range.row + range.rows)) - row;
  return { column, row, columns, rows };
}

/** A closed ring around blocks, along the middles of the streets about them or so many metres outside. */
function outlineOf({ column, row, columns, rows }: BlockRange, { node }: Streets, metres: number): LonLat[] {
  const corners: [Point, number, number][] = [
    [node(column, row), -1, -1],
    [node(column + columns, row), 1, -1],
    [node(column + columns, row + rows), 1, 1],
    [node(column, row + rows), -1, 1],
    [node(column, row), -1, -1],
  ];
  return corners.map(([[x, y], east, north]) => cityCrs.toDegrees([x + east * metres, y + north * metres]));
}
