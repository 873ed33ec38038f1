import type { Candidate } from '../../../server/core/join';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { at, type Pair, polygon } from '../leftover/drawn';
import { seeded } from './seeded';

/** How a yard is made. */
interface YardPlan {
  readonly seed: number;
  readonly pieces: number;
  readonly candidates: number;
  /** `nothing` = nobody said what lies between; `streets` = streets and parcels of others; `register` = and every parcel. */
  readonly known: 'nothing' | 'streets' | 'register';
}

/** A park in pieces strewn over a fabric of free plots, as the join is asked. */
interface MadeYard {
  readonly park: Candidate[];
  readonly plots: Candidate[];
  readonly between?: Surrounding[];
  readonly redLine: null;
}

const PLOTS_IN_ROW = 12;
const OTHERS_SHARE = 0.08;
const JITTER_METRES = 0.05;
/** Surveys may disagree by this much along an edge, so that parcels around are handed over without that strip. */
const SURVEY_STRIP_METRES = 1;
const ROOM_BETWEEN_PIECES_METRES = 130;

interface Cell {
  readonly block: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/**
 * Makes a park of so many pieces of 5 to 30 plots each among about so many free plots of 20 to 60 m: blocks of two rows
 * back to back, T-junctions between the rows, streets of 0 to 12 m, corners off by up to 5 cm, some parcels of others.
 */
export function makeYard({ seed, pieces, candidates, known }: YardPlan): MadeYard {
  const random = seeded(seed);
  const wanted = Math.ceil((candidates + pieces * 17) / (1 - OTHERS_SHARE));
  const { cells, streets } = layBlocks(wanted, random);
  const pieceOf = growPieces(cells, pieces, random);
  const park: Candidate[] = [];
  const plots: Candidate[] = [];
  const parcels: Surrounding[] = [];
  for (const [place, { box }] of cells.entries()) {
    const price = 1 + Math.floor(random() * 900) / 100;
    const isOthers = random() < OTHERS_SHARE;
    const geometry = polygon(jittered(cornersOf(box, 0), random));
    const parcel: Surrounding = {
      id: `r${place}`,
      kind: 'parcel',
      geometry: polygon(cornersOf(box, SURVEY_STRIP_METRES)),
    };
    if (pieceOf[place] !== -1) park.push({ id: `k${place}`, geometry });
    else if (!isOthers && plots.length < candidates) plots.push({ id: `c${place}`, geometry, price });
    else parcels.push(parcel);
    if (known === 'register' && (pieceOf[place] !== -1 || !isOthers)) parcels.push(parcel);
  }
  return { park, plots, redLine: null, ...(known !== 'nothing' && { between: [...streets, ...parcels] }) };
}

function layBlocks(wanted: number, random: () => number): { cells: Cell[]; streets: Surrounding[] } {
  const blocks = Math.ceil(wanted / (2 * PLOTS_IN_ROW));
  const columns = Math.max(1, Math.round(Math.sqrt(blocks / 5)));
  const cells: Cell[] = [];
  const streets: Surrounding[] = [];
  const widths = [0, 4, 8, 12];
  const street = () => widths[Math.floor(random() * widths.length)] ?? 0;
  const size = () => 20 + random() * 40;
  const columnWest = [0];
  for (let column = 0; column < columns; column++)
    columnWest.push((columnWest[column] ?? 0) + PLOTS_IN_ROW * 40 + street());
  let south = 0;
  for (let row = 0; row * columns < blocks; row++) {
    const [front, back] = [size(), size()];
    for (let column = 0; column < columns; column++) {
      const west = columnWest[column] ?? 0;
      const east = west + PLOTS_IN_ROW * 40;
      const block = row * columns + column;
      for (const [from, to] of [
        [south, south + front],
        [south + front, south + front + back],
      ] as const) {
        for (let x = west; x < east; ) {
          const next = east - x < 60 ? east : Math.min(x + size(), east - 20);
          cells.push({ block, box: [x, from, next, to] });
          x = next;
        }
      }
      const wide = (columnWest[column + 1] ?? 0) - east;
      const middle = east + wide / 2;
      if (wide > 0) streets.push(roadAlong(streets.length, wide, [middle, south], [middle, south + front + back]));
    }
    south += front + back;
    const wide = street();
    const end = (columnWest[columns] ?? 0) + 20;
    if (wide > 0) streets.push(roadAlong(streets.length, wide, [-20, south + wide / 2], [end, south + wide / 2]));
    south += wide;
  }
  return { cells, streets };
}

function roadAlong(place: number, widthMetres: number, from: Pair, to: Pair): Surrounding {
  const geometry = { type: 'LineString' as const, coordinates: [at(from), at(to)] };
  return { id: `street-${place}`, kind: 'road', widthMetres, geometry };
}

/** Seeds pieces with room between them and grows each over plots that share a side, within its block. */
function growPieces(cells: readonly Cell[], pieces: number, random: () => number): Int32Array {
  const pieceOf = new Int32Array(cells.length).fill(-1);
  const taken: Cell[] = [];
  for (let piece = 0, tries = 0; piece < pieces && tries < 10_000; tries++) {
    const start = Math.floor(random() * cells.length);
    const size = 5 + Math.floor(random() * 26);
    const grown = new Set<number>();
    const border = [start];
    while (border.length > 0 && grown.size < size) {
      const [next] = border.splice(Math.floor(random() * border.length), 1);
      const cell = next === undefined ? undefined : cells[next];
      if (
        next === undefined ||
        !cell ||
        grown.has(next) ||
        taken.some((own) => apart(own, cell) < ROOM_BETWEEN_PIECES_METRES)
      )
        continue;
      grown.add(next);
      for (const [other, near] of cells.entries())
        if (near.block === cell.block && sharesSide(cell, near)) border.push(other);
    }
    if (grown.size < 5) continue;
    for (const place of grown) {
      pieceOf[place] = piece;
      taken.push(cells[place] as Cell);
    }
    piece++;
  }
  return pieceOf;
}

function apart({ box: a }: Cell, { box: b }: Cell): number {
  return Math.hypot(Math.max(a[0] - b[2], b[0] - a[2], 0), Math.max(a[1] - b[3], b[1] - a[3], 0));
}

function sharesSide(a: Cell, b: Cell): boolean {
  if (a === b || apart(a, b) > 1e-6) return false;
  const alongX = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]);
  const alongY = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  return Math.max(alongX, alongY) > 8;
}

function cornersOf([west, south, east, north]: Cell['box'], inset: number): Pair[] {
  return [
    [west + inset, south + inset],
    [east - inset, south + inset],
    [east - inset, north - inset],
    [west + inset, north - inset],
  ];
}

function jittered(pairs: readonly Pair[], random: () => number): Pair[] {
  const off = () => (random() - 0.5) * Math.SQRT2 * JITTER_METRES;
  return pairs.map(([x, y]) => [x + off(), y + off()]);
}
