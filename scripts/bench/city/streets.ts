import type { SurroundingKind } from '../../../data/contract/vocabulary';
import { openRandom } from '../../sample-city/random';
import { barriers, blocks, blocksPerStreet, type CityRecipe, cityCentre } from './recipe';

export type Point = readonly [number, number];
/** Corners of a block: south-west, south-east, north-east, north-west, in city metres. */
export type Corners = readonly [Point, Point, Point, Point];

interface Street {
  readonly kind: SurroundingKind;
  readonly widthMetres: number;
}
/** The net of streets: column c of blocks lies between the streets `across[c]` and `across[c + 1]`. */
export interface Streets {
  readonly columns: number;
  readonly rows: number;
  readonly across: readonly Street[];
  readonly up: readonly Street[];
  /** Where two streets cross. */
  readonly node: (column: number, row: number) => Point;
}
/** A stretch of street as a line with a width. */
export interface StreetLine extends Street {
  readonly line: Point[];
}

/** Room for streets and blocks that turn out small. */
const spare = 1.03;

/** Lays out as many blocks as the parcels asked for need. */
export function layStreets({ parcels, seed }: CityRecipe): Streets {
  const random = openRandom(seed).fork('streets');
  const needed = (parcels / blocks.meanLots) * spare + 8;
  const columns = Math.ceil(Math.sqrt(needed));
  const rows = Math.ceil(needed / columns);
  const across = Array.from({ length: columns + 1 }, (_, i) => streetAt('column', i, random.pick(widths)));
  const up = Array.from({ length: rows + 1 }, (_, i) => streetAt('row', i, random.pick(widths)));
  const xs = sumUp(columns, () => random.between(...blocks.widthMetres), across);
  const ys = sumUp(rows, () => random.between(...blocks.depthMetres), up);
  const left = cityCentre.x - (xs[columns] as number) / 2;
  const bottom = cityCentre.y - (ys[rows] as number) / 2;
  const bends = new Float64Array((columns + 1) * (rows + 1) * 2);
  for (let i = 0; i < bends.length; i++) bends[i] = random.between(-blocks.bendMetres, blocks.bendMetres);
  const node = (column: number, row: number): Point => {
    const at = (row * (columns + 1) + column) * 2;
    return [
      left + (xs[column] as number) + (bends[at] as number),
      bottom + (ys[row] as number) + (bends[at + 1] as number),
    ];
  };
  return { columns, rows, across, up, node };
}

const widths = blocks.streetWidthsMetres;

function streetAt(along: 'column' | 'row', place: number, widthMetres: number): Street {
  const barrier = barriers.find((line) => line.along === along && place % line.every === line.first);
  return barrier ? { kind: barrier.kind, widthMetres: barrier.widthMetres } : { kind: 'road', widthMetres };
}

/** Where each street's middle lies, counted from the first. */
function sumUp(count: number, size: () => number, streets: readonly Street[]): Float64Array {
  const places = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    const halves = ((streets[i]?.widthMetres ?? 0) + (streets[i + 1]?.widthMetres ?? 0)) / 2;
    places[i + 1] = (places[i] as number) + size() + halves;
  }
  return places;
}

/** The ground of a block: where the sides of its four streets cross. */
export function blockCorners({ node, across, up }: Streets, column: number, row: number): Corners {
  const [sw, se, ne, nw] = [node(column, row), node(column + 1, row), node(column + 1, row + 1), node(column, row + 1)];
  const south = aside(sw, se, halfOf(up[row]));
  const east = aside(se, ne, halfOf(across[column + 1]));
  const north = aside(ne, nw, halfOf(up[row + 1]));
  const west = aside(nw, sw, halfOf(across[column]));
  return [crossing(west, south), crossing(south, east), crossing(east, north), crossing(north, west)];
}

/** Every street, cut into records of a few blocks. */
export function streetLines({ columns, rows, across, up, node }: Streets): StreetLine[] {
  const along = (street: Street, length: number, at: (i: number) => Point): StreetLine[] =>
    Array.from({ length: Math.ceil(length / blocksPerStreet) }, (_, record) => {
      const from = record * blocksPerStreet;
      const to = Math.min(length, from + blocksPerStreet);
      return { ...street, line: Array.from({ length: to - from + 1 }, (_, i) => at(from + i)) };
    });
  return [
    ...across.flatMap((street, column) => along(street, rows, (row) => node(column, row))),
    ...up.flatMap((street, row) => along(street, columns, (column) => node(column, row))),
  ];
}

const halfOf = (street: Street | undefined): number => (street?.widthMetres ?? 0) / 2;
type Line = readonly [Point, Point];

/** The line `metres` to the left of a to b. */
function aside(a: Point, b: Point, metres: number): Line {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const dx = (-(b[1] - a[1]) / length) * metres;
  const dy = ((b[0] - a[0]) / length) * metres;
  return [
    [a[0] + dx, a[1] + dy],
    [b[0] + dx, b[1] + dy],
  ];
}

function crossing([a, b]: Line, [c, d]: Line): Point {
  const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  const share = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross;
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
