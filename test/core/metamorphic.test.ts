import { describe, expect, it } from 'vitest';
import type { ContiguityAnswer } from '../../data/contract/analysis';
import type { Areal, Position } from '../../data/contract/geojson';
import { openCityCrs } from '../../server/core/fabric/city-crs';
import type { PlotInput } from '../../server/core/fabric/fabric';
import { layFabric } from '../../server/core/fabric/fabric';
import { layZones, unitsCrossed } from '../../server/core/pieces/units';
import { box, line, object, plot, polygon, read, ruleset } from './drawing';

/** A small city: neighbours, a T-junction, a donut with its filling, an overlap, a far piece, a gap with a road. */
const city = (dx = 0, dy = 0): PlotInput[] => [
  plot('a', dx, dy, 100, 100),
  plot('b', dx + 100.02, dy, 60, 50),
  plot('c', dx + 100, dy + 50, 90, 50),
  { id: 'd', geometry: polygon(box(dx, dy + 112, 190, 100), box(dx + 40, dy + 140, 30, 30)) },
  plot('e', dx + 40, dy + 140, 30, 30),
  plot('f', dx + 185, dy + 150, 80, 80),
  plot('g', dx + 340, dy, 50, 50),
];
const roads = (dx = 0, dy = 0) => [
  object('road', line([dx - 50, dy + 106], [dx + 300, dy + 106]), 'r'),
  object('railway', line([dx + 310, dy - 100], [dx + 310, dy + 300]), 't'),
];
const original = read(city(), { between: roads() });

/** What must not change, with plots in a fixed order. */
const gist = (answer: ContiguityAnswer) => ({
  verdict: answer.verdict,
  readings: Object.values(answer.readings).map(({ verdict, pieces }) => [
    verdict,
    pieces.map(({ plots, share }) => [[...plots].sort(), Number(share.toFixed(6))]),
  ]),
  gaps: answer.gaps.map(({ from, to, widthMetres, bridged, holds }) => [
    [from, to].sort(),
    Number(widthMetres.toFixed(3)),
    bridged,
    holds.map(({ id }) => id).sort(),
  ]),
  joins: Number(answer.joinsAtMetres.toFixed(3)),
  flips: answer.flipsAtMetres,
  faults: answer.faults.map(({ plots, areaSquareMetres }) => [[...plots].sort(), areaSquareMetres?.toFixed(0)]),
});

const changeRings = (plots: PlotInput[], change: (ring: Position[]) => Position[]): PlotInput[] =>
  plots.map(({ id, geometry }) => ({
    id,
    geometry: { ...geometry, coordinates: (geometry.coordinates as Position[][]).map(change) } as Areal,
  }));
const turnStart = (ring: Position[]): Position[] => {
  const open = ring.slice(0, -1);
  return [...open.slice(2), ...open.slice(0, 2), open[2] as Position];
};

describe('what must not change the reading', () => {
  it.each([
    ['shuffled plots', [...city()].reverse()],
    ['rings run the other way', changeRings(city(), (ring) => [...ring].reverse())],
    ['rings start elsewhere', changeRings(city(), turnStart)],
    ['vertices repeated', changeRings(city(), (ring) => ring.flatMap((position) => [position, position]))],
    ['vertices added within edges', changeRings(city(), halved)],
    ['a third coordinate', changeRings(city(), (ring) => ring.map(([x, y]) => [x as number, y as number, 12]))],
    ['polygons as multipolygons', city().map(asMulti)],
  ])('%s', (_, plots) => {
    expect(gist(read(plots, { between: roads() }))).toEqual(gist(original));
  });

  it('moved three kilometres', () => {
    expect(gist(read(city(3000, -2000), { between: roads(3000, -2000) }))).toEqual(gist(original));
  });

  it('shuffled surroundings', () => {
    expect(gist(read(city(), { between: [...roads()].reverse() }))).toEqual(gist(original));
  });
});

describe('units a park crosses', () => {
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const zones = layZones(
    [
      { id: 'zone', geometry: polygon(box(-50, 500, 300, 300)) },
      { id: 'west', geometry: polygon(box(-5000, -5000, 5000, 10_000)) },
      { id: 'east', geometry: polygon(box(0, -5000, 5000, 10_000)) },
    ],
    crs,
  );
  const crossed = (...plots: PlotInput[]) => unitsCrossed(layFabric(plots, crs).parts, zones, 0.5);

  it.each([
    ['within one', [plot('a', 10, 0, 50, 50)], []],
    ['across the line', [plot('a', -20, 0, 50, 50)], ['west', 'east']],
    ['plots on either side', [plot('a', -60, 0, 50, 50), plot('b', 10, 0, 50, 50)], ['west', 'east']],
    ['up to the line', [plot('a', 0, 0, 50, 50)], []],
    ['within the zone laid over both', [plot('a', -20, 600, 50, 50)], []],
    ['out of the zone', [plot('a', 100, 780, 50, 50)], ['zone', 'east']],
    ['out of all', [plot('a', 9000, 0, 50, 50)], []],
  ])('%s', (_, plots, units) => {
    expect(crossed(...plots)).toEqual(units);
  });

  it('is told in the answer', () => {
    expect(read([plot('a', -20, 0, 50, 50)], { zones }).crossesUnit).toEqual(['west', 'east']);
  });
});

function halved(ring: Position[]): Position[] {
  return ring.flatMap((position, i) => {
    const after = ring[i + 1];
    if (!after) return [position];
    return [
      position,
      [((position[0] as number) + (after[0] as number)) / 2, ((position[1] as number) + (after[1] as number)) / 2],
    ];
  });
}
function asMulti({ id, geometry }: PlotInput): PlotInput {
  return { id, geometry: { type: 'MultiPolygon', coordinates: [geometry.coordinates as Position[][]] } };
}
