import type { Random } from '../../sample-city/random';
import { drawFront, drawRail, pointAt, type Rail } from './rail';
import { blocks, fabricShares } from './recipe';
import type { Corners, Point } from './streets';

/** Where a lot stands in its block: at a street corner, along a street, in a row without a street, in another lot. */
export type LotPlace = 'corner' | 'side' | 'inner' | 'hole';
/** One lot on the plane of the city CRS: an outer ring and perhaps a hole, without closing points. */
export interface Lot {
  readonly place: LotPlace;
  readonly rings: readonly (readonly Point[])[];
}

/** A wall between two lots of a row: where it stands on the rails below and above, for the lot to either side of it. */
interface Wall {
  readonly west: readonly [below: number, above: number];
  readonly east: readonly [below: number, above: number];
  /** How far the middle of the wall is bent to the east. */
  readonly kinkMetres: number;
  /** Whether the strip between the two sides of the wall is a parcel of its own. */
  readonly sliver: boolean;
}

const mostVertices = 12;
/** Points on a rail closer together than this are one. */
const leastMetres = 0.5;
/** Lots this deep and wide may have another in their middle. */
const donutMetres = 34;
const donutShare = 0.36;

/** Cuts a block into rows and lots. */
export function cutBlock([sw, se, ne, nw]: Corners, random: Random): Lot[] {
  const rows = Number(random.weigh(blocks.rows));
  const depth = Math.hypot(nw[0] - sw[0], nw[1] - sw[1]) / rows;
  const rails = Array.from({ length: rows + 1 }, (_, i) => {
    if (i === 0) return drawFront(sw, se, random);
    if (i === rows) return drawFront(nw, ne, random);
    const share = (i + random.between(-0.12, 0.12)) / rows;
    return drawRail(between(sw, nw, share), between(se, ne, share), depth * 0.07, random);
  });
  const slant = random.chance(fabricShares.slantedBlock) ? 0.34 : 0.03;
  const walls = Array.from({ length: rows }, (_, i) => standWalls(rails[i] as Rail, slant, random));
  return walls.flatMap((row, i) => {
    const below: Side = { rail: rails[i] as Rail, cuts: walls[i - 1]?.map((wall) => wall.west[1]) ?? [] };
    const above: Side = { rail: rails[i + 1] as Rail, cuts: walls[i + 1]?.map((wall) => wall.west[0]) ?? [] };
    const hasStreet = i === 0 || i === rows - 1;
    return rowOfLots(row, below, above, hasStreet, depth, random);
  });
}

const straight = (t: number): Wall => ({ west: [t, t], east: [t, t], kinkMetres: 0, sliver: false });

function standWalls(rail: Rail, slant: number, random: Random): Wall[] {
  const lots = Number(random.weigh(blocks.lotsPerRow));
  const sizes = Array.from({ length: lots }, () => random.between(0.55, 1.75));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const walls = [straight(0)];
  let t = 0;
  for (let i = 0; i + 1 < lots; i++) {
    const size = (sizes[i] as number) / total;
    t += size;
    const room = Math.min(size, (sizes[i + 1] as number) / total);
    walls.push(standWall(t, room, rail.lengthMetres, slant, random));
  }
  return [...walls, straight(1)];
}

function standWall(t: number, room: number, lengthMetres: number, slant: number, random: Random): Wall {
  const above = t + room * random.between(-slant, slant);
  const kinkMetres = random.chance(fabricShares.kinkedWall) ? room * lengthMetres * random.between(-0.13, 0.13) : 0;
  const [sliver, gap, overlap] = [fabricShares.sliverParcel, fabricShares.gapWall, fabricShares.overlapWall];
  const drawn = random.next();
  const metres = apart(drawn, [sliver, gap, overlap], random);
  const shift = metres / lengthMetres;
  return {
    west: [t, above],
    east: [t + shift, above + shift],
    kinkMetres,
    sliver: drawn < sliver,
  };
}

/** How far the eastern lot's side of a wall stands east of the western one's: apart for a sliver or a gap, less than nothing where they overlap. */
function apart(drawn: number, [sliver, gap, overlap]: [number, number, number], random: Random): number {
  if (drawn < sliver) return random.between(0.4, 1);
  if (drawn < sliver + gap) return random.between(0.15, 0.9);
  return drawn < sliver + gap + overlap ? -random.between(0.2, 2) : 0;
}

interface Side {
  readonly rail: Rail;
  /** Where the lots across the rail have their corners. */
  readonly cuts: readonly number[];
}

function rowOfLots(
  walls: readonly Wall[],
  below: Side,
  above: Side,
  hasStreet: boolean,
  depth: number,
  random: Random,
): Lot[] {
  const lots: Lot[] = [];
  for (let i = 0; i + 1 < walls.length; i++) {
    const west = walls[i] as Wall;
    const east = walls[i + 1] as Wall;
    if (west.sliver) lots.push({ place: 'inner', rings: [ringBetween(west, west, below, above, true)] });
    const ring = ringBetween(west, east, below, above, false);
    const isEnd = i === 0 || i === walls.length - 2;
    const place = hasStreet ? (isEnd ? 'corner' : 'side') : 'inner';
    const narrow = Math.min(east.west[0] - west.east[0], east.west[1] - west.east[1]) * below.rail.lengthMetres;
    if (narrow > donutMetres && depth > donutMetres && random.chance(fabricShares.donut)) {
      const hole = holeOf(west, east, below, above);
      lots.push({ place, rings: [ring, hole] }, { place: 'hole', rings: [hole] });
    } else lots.push({ place, rings: [ring] });
  }
  return lots;
}

/** The ring from the eastern side of one wall to the western side of the next; of a sliver, between the two sides of one. */
function ringBetween(west: Wall, east: Wall, below: Side, above: Side, sliver: boolean): Point[] {
  const [fromBelow, fromAbove] = sliver ? west.west : west.east;
  const [toBelow, toAbove] = sliver ? west.east : east.west;
  const corners = 4 + (west.kinkMetres === 0 ? 0 : 1) + (east.kinkMetres === 0 ? 0 : 1);
  const bends = (side: Side, from: number, to: number) => stations(side.rail.ts, from, to, side.rail.lengthMetres);
  const known = (side: Side, from: number, to: number) =>
    side.rail.noded ? stations([...side.rail.ts, ...side.cuts], from, to, side.rail.lengthMetres) : null;
  let south = known(below, fromBelow, toBelow) ?? bends(below, fromBelow, toBelow);
  let north = known(above, fromAbove, toAbove) ?? bends(above, fromAbove, toAbove);
  if (corners + south.length + north.length > mostVertices) {
    south = bends(below, fromBelow, toBelow);
    north = bends(above, fromAbove, toAbove);
  }
  return [
    ...[fromBelow, ...south, toBelow].map((t) => pointAt(below.rail, t)),
    ...kink(east, toBelow, toAbove, below, above),
    ...[toAbove, ...north.reverse(), fromAbove].map((t) => pointAt(above.rail, t)),
    ...kink(west, fromBelow, fromAbove, below, above),
  ];
}

/** Places strictly between two others, in order, none too near another. */
function stations(ts: readonly number[], from: number, to: number, lengthMetres: number): number[] {
  const least = leastMetres / lengthMetres;
  const inside = ts.filter((t) => t > from + least && t < to - least).sort((a, b) => a - b);
  return inside.filter((t, i) => i === 0 || t - (inside[i - 1] as number) > least);
}

function kink({ kinkMetres }: Wall, onBelow: number, onAbove: number, below: Side, above: Side): Point[] {
  if (kinkMetres === 0) return [];
  const [x, y] = between(pointAt(below.rail, onBelow), pointAt(above.rail, onAbove), 0.5);
  return [[x + kinkMetres, y]];
}

/** A four-cornered hole around the middle of a lot. */
function holeOf(west: Wall, east: Wall, below: Side, above: Side): Point[] {
  const corners = [
    pointAt(below.rail, west.east[0]),
    pointAt(below.rail, east.west[0]),
    pointAt(above.rail, east.west[1]),
    pointAt(above.rail, west.east[1]),
  ];
  const x = corners.reduce((sum, point) => sum + point[0], 0) / corners.length;
  const y = corners.reduce((sum, point) => sum + point[1], 0) / corners.length;
  return corners.map(([px, py]) => [x + (px - x) * donutShare, y + (py - y) * donutShare]);
}

function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
