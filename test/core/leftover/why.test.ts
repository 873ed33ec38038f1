import { describe, expect, test } from 'vitest';
import type { Polygon, Position } from '../../../data/contract/geojson';
import { whyAnswer } from '../../../data/contract/why';
import { groundOfPark } from '../../../scripts/confusion/park-ground';
import { citySeed, generateCity } from '../../../scripts/sample-city/generate';
import { openCityCrs } from '../../../server/core/fabric/city-crs';
import { planarArea } from '../../../server/core/fabric/shape';
import { findLeftover, type LeftoverInput } from '../../../server/core/leftover';
import { type Explanation, explainPlot } from '../../../server/core/leftover/why/explain-plot';
import { box, polygon, road, ruleset } from './drawn';
import { drawn } from './shapes';

const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
const metresOfLines = (lines: readonly (readonly Position[])[]): number =>
  lines
    .flatMap((line) => line.slice(1).map((to, i) => [crs.toMetres(line[i] as Position), crs.toMetres(to)] as const))
    .reduce((sum, [from, to]) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]), 0);
const groundOf = (polygons: readonly Polygon['coordinates'][] | undefined): number =>
  (polygons ?? []).reduce((sum, rings) => sum + planarArea(rings.map((ring) => ring.map((at) => crs.toMetres(at)))), 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Holds every drawn thing to the measure that it explains. */
function holdToMeasures(why: Explanation, planarSquareMetres: number): void {
  const { finding, contact, edge, rest, perimeterMetres, fan, inscribed } = why;
  const { measures } = finding;
  const runs = contact.runs.map(({ metres, lines }) => [metres, metresOfLines(lines)] as const);
  for (const [told, shown] of runs) expect(shown).toBeCloseTo(told, 5);
  expect(runs.length).toBe(measures.contactRuns);
  expect(sum(runs.map(([metres]) => metres)) + contact.short.metres).toBeCloseTo(contact.metres, 5);
  expect(metresOfLines(contact.short.lines)).toBeCloseTo(contact.short.metres, 5);
  expect(contact.metres / perimeterMetres).toBeCloseTo(measures.contactShare, 9);
  for (const { metres, lines } of edge.along) expect(metresOfLines(lines)).toBeCloseTo(metres, 5);
  expect(sum(edge.along.map(({ metres }) => metres))).toBeCloseTo(edge.metres, 5);
  expect(edge.metres / perimeterMetres).toBeCloseTo(measures.edgeShare, 9);
  expect(metresOfLines(rest.lines)).toBeCloseTo(rest.metres, 5);
  expect(contact.metres + edge.metres + rest.metres).toBeCloseTo(perimeterMetres, 5);
  expect(sum(fan.met.map(([from, to]) => to - from)) / 360).toBeCloseTo(measures.enclosure, 9);
  expect(inscribed.radiusMetres * 2).toBe(measures.inscribedWidthMetres);
  const shareOf = (ground: Explanation['takenIn']) => groundOf(ground?.coordinates) / planarSquareMetres;
  expect(Math.abs(shareOf(why.parkInPlotHull) - measures.parkIntoPlot)).toBeLessThan(1e-6);
  expect(Math.abs(shareOf(why.plotInParkHull) - measures.plotIntoPark)).toBeLessThan(1e-6);
}

function holdAll(input: LeftoverInput): void {
  const findings = findLeftover(input, ruleset);
  for (const [place, { id, geometry }] of input.plots.entries()) {
    // What is kept of a park: plots beside it up to twice the limit.
    const { kind, areaMu } = findings[place] ?? { kind: 'not-adjacent', areaMu: 0 };
    if (kind === 'not-adjacent' || areaMu > 2 * ruleset.rules.leftover.limitMu.value) continue;
    const why = explainPlot(input, id, ruleset);
    expect(why?.finding).toEqual(findings[place]);
    expect(whyAnswer.omit({ finding: true }).safeParse(why).error).toBeUndefined();
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    if (why) holdToMeasures(why, groundOf(polygons));
  }
}

const inputOf = ({ park, plot, edges }: Pick<(typeof drawn)[number], 'park' | 'plot' | 'edges'>): LeftoverInput => ({
  park: park.map((geometry, i) => ({ id: `k${i}`, geometry })),
  plots: [{ id: 'p', geometry: plot }],
  ...(edges && { edges }),
});

describe('what is drawn adds up to what is measured', () => {
  test.each(drawn)('$name', (one) => holdAll(inputOf(one)));

  test('on every finding that is kept beside the parks of the sample city', () => {
    const city = generateCity(citySeed);
    for (const park of city.parks) {
      const { members, near, corridors, redLine } = groundOfPark(city, park);
      holdAll({ park: members, plots: near, edges: park.surroundingsKnown ? corridors : undefined, redLine });
    }
  }, 120_000);

  test('where the plot reaches out to where the park goes on beyond the circle looked at', () => {
    const park = [box(-300, -60, 600, 60), box(-300, 12, 600, 60)];
    holdAll(inputOf({ park, plot: box(-260, 0, 520, 12), edges: [] }));
    holdAll(inputOf({ park: [box(-300, -60, 600, 60)], plot: box(-260, 0, 520, 3), edges: [] }));
  });

  test('where a road taken in lies over the plot', () => {
    const redLine = box(-20, -20, 240, 160);
    const plot = box(40, 110, 60, 20);
    const input = inputOf({ park: [box(0, 0, 200, 100)], plot, edges: [road(24, [-10, 105], [210, 105])] });
    holdAll({ ...input, redLine });
  });

  test('of a plot in two parts, one with a hole', () => {
    const plot = polygon(
      [
        [20, 100],
        [60, 100],
        [60, 130],
        [20, 130],
      ],
      [
        [30, 110],
        [40, 110],
        [40, 120],
        [30, 120],
      ],
    );
    const parts = [plot, box(120, 100, 30, 20)].map(({ coordinates }) => coordinates as Polygon['coordinates']);
    const input = inputOf({
      park: [box(0, 0, 200, 100)],
      plot: { type: 'MultiPolygon', coordinates: parts },
      edges: [],
    });
    holdAll(input);
  });
});

test('edges are told by what they run along, longest first', () => {
  const [verge] = drawn;
  if (!verge) throw new Error('a verge is drawn');
  const why = explainPlot(inputOf(verge), 'p', ruleset);
  expect(why?.edge.along.map(({ id, kind }) => [id, kind])).toEqual([['road', 'road']]);
  expect(why?.parameters.cornerEdge).toEqual({ value: 0.15, origin: 'assumption' });
});

test('a plot that is not asked about is not explained', () => {
  const [verge] = drawn;
  if (verge) expect(explainPlot(inputOf(verge), 'q', ruleset)).toBeNull();
});
