import type { Areal } from '../../../data/contract/geojson';
import type { LeftoverInput } from '../../../server/core/leftover';
import { at, line, type Pair, polygon } from './drawn';

/** A scene drawn in metres: parts of a park, one plot, corridors with their width. */
export interface Scene {
  readonly park: readonly (readonly Pair[])[];
  /** Where in the grid each part of the park stands, and where the plot. */
  readonly cells: readonly Pair[];
  readonly place: Pair;
  readonly plot: readonly Pair[];
  readonly roads: readonly { readonly widthMetres: number; readonly path: readonly Pair[] }[];
  readonly redLine: readonly Pair[] | null;
}

const COLUMNS = 5;
const WIDTH = 32;
const HEIGHT = 24;

/** Numbers from 0 to 1 that are the same for the same seed (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A plot in a grid of cells with crooked corners, of which some belong to the park; a road along the south of it, which
 * some red lines take in.
 */
export function randomScene(seed: number): Scene {
  const random = seeded(seed);
  const corner: Pair[][] = Array.from({ length: COLUMNS + 1 }, (_, i) =>
    Array.from({ length: COLUMNS + 1 }, (_, j): Pair => {
      const crooked = j > 0 ? 7 : 0;
      return [i * WIDTH + (random() - 0.5) * 7, j * HEIGHT + (random() - 0.5) * crooked];
    }),
  );
  const cell = (i: number, j: number): Pair[] => [
    corner[i]?.[j] as Pair,
    corner[i + 1]?.[j] as Pair,
    corner[i + 1]?.[j + 1] as Pair,
    corner[i]?.[j + 1] as Pair,
  ];
  const [column, row] = [1 + Math.floor(random() * 3), random() < 0.5 ? 0 : 2];
  const cells: Pair[] = [];
  for (let i = 0; i < COLUMNS; i++)
    for (let j = 0; j < COLUMNS; j++) if ((i !== column || j !== row) && random() < 0.6) cells.push([i, j]);
  const road = { widthMetres: 10, path: [[-60, -5.2] as Pair, [COLUMNS * WIDTH + 60, -5.2] as Pair] };
  const red: Pair[] = [
    [-20, -16],
    [COLUMNS * WIDTH + 20, -16],
    [COLUMNS * WIDTH + 20, COLUMNS * HEIGHT + 20],
    [-20, COLUMNS * HEIGHT + 20],
  ];
  return {
    park: cells.map(([i, j]) => cell(i, j)),
    cells,
    place: [column, row],
    plot: cell(column, row),
    roads: [road],
    redLine: random() < 0.5 ? red : null,
  };
}

/** A scene as it is asked, its spots moved first. */
export function inputOf(
  { park, plot, roads, redLine }: Scene,
  moved: (spot: Pair) => Pair = (spot) => spot,
): LeftoverInput {
  const drawn = (ring: readonly Pair[]): Areal => polygon(ring.map(moved));
  return {
    park: park.map((ring, i) => ({ id: `k${i}`, geometry: drawn(ring) })),
    plots: [{ id: 'p', geometry: drawn(plot) }],
    edges: roads.map(({ widthMetres, path }, i) => ({
      id: `r${i}`,
      kind: 'road' as const,
      widthMetres,
      geometry: line(...path.map(moved)),
    })),
    redLine: redLine && drawn(redLine),
  };
}

/** Every position of an input, in metres from the middle of the drawn city, moved and drawn again. */
export function redrawn<T>(value: T, change: (position: readonly [number, number]) => [number, number]): T {
  if (Array.isArray(value)) {
    const [x, y] = value as readonly unknown[];
    if (typeof x === 'number' && typeof y === 'number') return change([x, y]) as T;
    return value.map((one) => redrawn(one, change)) as T;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redrawn(one, change)])) as T;
}

/** Moves degrees as a movement in metres would. */
export function byMetres(
  toMetres: (position: readonly [number, number]) => Pair,
  move: (spot: Pair) => Pair,
): (position: readonly [number, number]) => [number, number] {
  return (position) => at(move(toMetres(position)));
}
