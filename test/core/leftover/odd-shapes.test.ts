import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Areal } from '../../../data/contract/geojson';
import { classifyLeftover, findLeftover } from '../../../server/core/leftover';
import { explainPlot } from '../../../server/core/leftover/why/explain-plot';
import { box, corners, findOne, type Pair, polygon, road, ruleset } from './drawn';
import { inputOf, randomScene } from './scenes';

const block = box(0, 0, 200, 100);
const behind = [road(12, [-200, 121], [400, 121])];

/** A band that winds outward, its two sides drawn in many steps. */
function spiral(): Areal {
  const side = (inset: number) =>
    Array.from({ length: 301 }, (_, i): Pair => {
      const angle = (i / 300) * 6 * Math.PI;
      const metres = 10 + angle * 3 - inset;
      return [metres * Math.cos(angle), 170 + metres * Math.sin(angle)];
    });
  return polygon([...side(0), ...side(4).reverse()]);
}

function manyCorners(): Areal {
  return polygon(
    Array.from({ length: 1500 }, (_, i): Pair => {
      const angle = (i / 1500) * 2 * Math.PI;
      const metres = 25 + 2 * Math.sin(11 * angle) + 0.3 * Math.sin(97 * angle);
      return [60 + metres * Math.cos(angle), 130 + metres * Math.sin(angle)];
    }),
  );
}

const needle = polygon([
  [0, 100],
  [150, 100],
  [150, 100.05],
]);
const ringPark = polygon(corners(0, 0, 200, 200), corners(80, 80, 40, 40));
const donut = polygon(corners(0, 0, 70, 70), corners(20, 20, 30, 30));
const odd: [name: string, park: Areal[], plot: Areal, kind: string][] = [
  ['a needle', [block], needle, 'manual'],
  ['a spiral', [block], spiral(), 'too-large'],
  ['a park that is a spiral', [spiral()], box(-4, 166, 8, 8), 'not-adjacent'],
  ['a plot of 1,500 corners', [block], manyCorners(), 'not-adjacent'],
  ['a park of 1,500 corners', [manyCorners()], box(60, 95, 30, 12), 'manual'],
  ['a plot in the park’s hole', [ringPark], box(80, 80, 40, 40), 'enclosed'],
  ['a plot round the park', [box(20, 20, 30, 30)], donut, 'too-large'],
  // By the order of the domain: the park lies wholly into it, and it into the park.
  ['a plot that is a plot of the park', [block, box(0, 100, 40, 40)], box(0, 100, 40, 40), 'scattered'],
  ['a plot within a plot of the park', [block], box(50, 40, 20, 20), 'enclosed'],
];

describe('odd shapes get an answer, and soon', () => {
  test.each(odd)('%s', (_, park, plot, kind) => {
    const from = performance.now();
    const finding = findOne(park, plot, behind);
    expect(finding.kind, JSON.stringify(finding.measures)).toBe(kind);
    for (const [name, value] of Object.entries(finding.measures)) expect(Number.isFinite(value), name).toBe(true);
    const input = {
      park: park.map((geometry, i) => ({ id: `k${i}`, geometry })),
      plots: [{ id: 'p', geometry: plot }],
    };
    expect(explainPlot({ ...input, edges: behind }, 'p', ruleset)?.finding.kind).toBe(finding.kind);
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  test('the same plot asked twice is found twice alike', () => {
    const plots = ['p', 'q'].map((id) => ({ id, geometry: box(40, 100, 80, 15) }));
    const { findings } = classifyLeftover({ park: [{ id: 'k', geometry: block }], plots, edges: behind }, ruleset);
    expect(findings.map(({ kind }) => kind)).toEqual(['corner', 'corner']);
  });
});

test('shares are shares, in whatever scene', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [finding] = findLeftover(inputOf(randomScene(seed)), ruleset);
      if (!finding) throw new Error('one finding per plot');
      const { contactShare, edgeShare, contactRuns, inscribedWidthMetres, ...shares } = finding.measures;
      const most = 1 + 1e-9;
      for (const share of [contactShare, edgeShare, contactShare + edgeShare, ...Object.values(shares)]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(most);
      }
      expect(inscribedWidthMetres).toBeGreaterThan(0);
      expect(Number.isInteger(contactRuns)).toBe(true);
      expect(finding.because.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
