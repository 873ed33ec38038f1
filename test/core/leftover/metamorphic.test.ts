import { describe, expect, test } from 'vitest';
import type { Areal, Position } from '../../../data/contract/geojson';
import { openCityCrs } from '../../../server/core/fabric/city-crs';
import type { PlotInput } from '../../../server/core/fabric/fabric';
import { findLeftover, type LeftoverInput } from '../../../server/core/leftover';
import { clipped } from '../../../server/core/leftover/plane/clip';
import type { Convex } from '../../../server/core/leftover/plane/convex';
import { at, type Pair, polygon, ruleset } from './drawn';
import { byMetres, inputOf, randomScene, redrawn, seeded } from './scenes';
import { drawn } from './shapes';

const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
const [originX, originY] = crs.toMetres(at([0, 0]));
const toMetres = (position: readonly [number, number]): Pair => {
  const [x, y] = crs.toMetres([...position]);
  return [x - originX, y - originY];
};

const inputs: { name: string; input: LeftoverInput }[] = [
  ...drawn.map(({ name, park, plot, edges }) => ({
    name,
    input: {
      park: park.map((geometry, i) => ({ id: `k${i}`, geometry })),
      plots: [{ id: 'p', geometry: plot }],
      ...(edges && { edges }),
    },
  })),
  ...Array.from({ length: 12 }, (_, seed) => ({ name: `scene ${seed}`, input: inputOf(randomScene(seed)) })),
];

const turned = (degrees: number) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return ([x, y]: Pair): Pair => [x * cos - y * sin, x * sin + y * cos];
};

type Ring = readonly Position[];
const reshaped = (input: LeftoverInput, change: (ring: Ring, place: number) => Position[]): LeftoverInput => {
  const geometryOf = (geometry: Areal): Areal =>
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: geometry.coordinates.map(change) }
      : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(change)) };
  const plotOf = (plot: PlotInput): PlotInput => ({ ...plot, geometry: geometryOf(plot.geometry) });
  return { ...input, park: input.park.map(plotOf), plots: input.plots.map(plotOf) };
};
const startedElsewhere = (ring: Ring): Position[] => {
  const open = ring.slice(0, -1);
  const half = Math.floor(open.length / 2);
  return [...open.slice(half), ...open.slice(0, half), open[half] as Position];
};
const halfWay = (ring: Ring): Position[] =>
  ring.flatMap((position, i) => {
    const next = ring[i + 1];
    if (!next) return [[...position]];
    const [ax, ay] = toMetres(position as [number, number]);
    const [bx, by] = toMetres(next as [number, number]);
    return [[...position], at([(ax + bx) / 2, (ay + by) / 2])];
  });
const shuffled = <T>(list: readonly T[]): T[] => {
  const random = seeded(list.length);
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
};

/** Every plot of the park that is one convex ring, cut in two across its longer side. */
const cutInTwo = (input: LeftoverInput): LeftoverInput => ({
  ...input,
  park: input.park.flatMap(({ id, geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : [];
    const ring = (rings[0] ?? []).slice(0, -1).map((position) => toMetres(position as [number, number]));
    if (rings.length !== 1 || ring.length > 4) return [{ id, geometry }];
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const isWide = east - west > north - south;
    const [x, y] = [west + (east - west) * 0.45, south + (north - south) * 0.45];
    const boxes: Convex[] = isWide
      ? [
          Float64Array.of(west, south, x, south, x, north, west, north),
          Float64Array.of(x, south, east, south, east, north, x, north),
        ]
      : [
          Float64Array.of(west, south, east, south, east, y, west, y),
          Float64Array.of(west, y, east, y, east, north, west, north),
        ];
    return boxes.map((half, i) => {
      const kept = clipped(ring.flat(), half);
      const corners = Array.from(
        { length: kept.length / 2 },
        (_, k): Pair => [kept[k * 2] as number, kept[k * 2 + 1] as number],
      );
      return { id: `${id}-${i}`, geometry: polygon(corners) };
    });
  }),
});

const changes: { change: string; of: (input: LeftoverInput) => LeftoverInput; digits?: number }[] = [
  {
    change: 'moved three kilometres',
    of: (input) =>
      redrawn(
        input,
        byMetres(toMetres, ([x, y]) => [x + 3000, y - 2000]),
      ),
  },
  ...[17, 90, 180, 233].map((degrees) => ({
    change: `turned by ${degrees} degrees`,
    of: (input: LeftoverInput) => redrawn(input, byMetres(toMetres, turned(degrees))),
  })),
  { change: 'rings run the other way', of: (input) => reshaped(input, (ring) => [...ring].reverse()) },
  { change: 'rings start elsewhere', of: (input) => reshaped(input, startedElsewhere) },
  {
    change: 'vertices repeated',
    of: (input) => reshaped(input, (ring) => ring.flatMap((one) => [[...one], [...one]])),
  },
  { change: 'vertices added within edges', of: (input) => reshaped(input, halfWay) },
  {
    change: 'shuffled',
    of: (input) => ({
      ...input,
      park: shuffled(input.park),
      ...(input.edges && { edges: shuffled(input.edges) }),
    }),
  },
  { change: 'park plots cut in two', of: cutInTwo },
];

describe.each(changes)('$change', ({ of }) => {
  test.each(inputs)('$name is measured as before', ({ input }) => {
    const [before] = findLeftover(input, ruleset);
    const [after] = findLeftover(of(input), ruleset);
    expect(after?.kind).toBe(before?.kind);
    for (const [name, value] of Object.entries(before?.measures ?? {}))
      expect(after?.measures[name as keyof typeof after.measures], name).toBeCloseTo(value, 5);
  });
});
