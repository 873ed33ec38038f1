import fc from 'fast-check';
import polylabel from 'polylabel';
import { describe, expect, test } from 'vitest';
import { shapeOfRings } from '../../../server/core/fabric/shape';
import { heartOf } from '../../../server/core/leftover/heart';
import { largestCircle } from '../../../server/core/leftover/heart/largest-circle';
import { centroidOf, depthIn } from '../../../server/core/leftover/plane/rings';
import { corners, type Pair } from './drawn';

const horseshoe: Pair[] = [
  [0, 0],
  [100, 0],
  [100, 80],
  [80, 80],
  [80, 20],
  [20, 20],
  [20, 80],
  [0, 80],
];

describe('the point a plot is looked out from', () => {
  test('is the centroid where a circle fits there as well as anywhere', () => {
    const { spots, circle } = heartOf([shapeOfRings([corners(0, 0, 100, 20)])], 0.01);
    const [spot] = spots as [Pair];
    expect(spot[0]).toBeCloseTo(50, 9);
    expect(spot[1]).toBeCloseTo(10, 9);
    expect(circle.radiusMetres).toBeCloseTo(10, 9);
  });

  test('is on the ground and deep in it where the centroid is not, and both where two are as near', () => {
    for (let start = 0; start < horseshoe.length; start++) {
      const ring = [...horseshoe.slice(start), ...horseshoe.slice(0, start)];
      const { spots, circle } = heartOf([shapeOfRings([start % 2 ? ring : [...ring].reverse()])], 0.01);
      // A circle that touches two sides of a square of 20 and its far corner.
      expect(circle.radiusMetres).toBeCloseTo(20 / (1 + Math.SQRT1_2), 9);
      const [west, east] = [...spots].sort((a, b) => a[0] - b[0]) as [Pair, Pair];
      expect(spots).toHaveLength(2);
      expect(west[0] + east[0]).toBeCloseTo(100, 6);
      for (const [x, y] of [west, east]) {
        expect(Math.min(x, 100 - x)).toBeLessThan(13);
        expect(y).toBeLessThan(13);
      }
    }
  });

  test('goes to the part of the plot in which the larger circle fits', () => {
    const parts = [shapeOfRings([corners(0, 0, 40, 40)]), shapeOfRings([corners(100, 0, 10, 10)])];
    expect(heartOf(parts, 0.01).spots[0]?.[0]).toBeLessThan(40);
  });
});

describe('on random outlines', () => {
  /** A ring round a middle, in and out at random; some with a hole round the same middle. */
  const outline = fc
    .record({
      far: fc.array(fc.double({ min: 12, max: 60, noNaN: true }), { minLength: 3, maxLength: 14 }),
      stretch: fc.double({ min: 0.05, max: 1, noNaN: true }),
      hole: fc.option(fc.double({ min: 2, max: 5, noNaN: true })),
    })
    .map(({ far, stretch, hole }) => {
      const ring = (metres: readonly number[]): Pair[] =>
        metres.map((m, i) => [
          m * Math.cos((i * 2 * Math.PI) / metres.length),
          stretch * m * Math.sin((i * 2 * Math.PI) / metres.length),
        ]);
      return hole === null ? [ring(far)] : [ring(far), ring([hole, hole, hole, hole, hole])];
    })
    .filter(([outer]) => {
      const { edges } = shapeOfRings([outer as Pair[]]);
      return edges.length >= 12 && depthIn(shapeOfRings([outer as Pair[]]), 0, 0) > 6;
    });

  test('no larger circle fits than that found, as far as polylabel can tell', () => {
    fc.assert(
      fc.property(outline, (rings) => {
        const { spot, radiusMetres } = largestCircle(shapeOfRings(rings));
        expect(depthIn(shapeOfRings(rings), ...spot)).toBeCloseTo(radiusMetres, 9);
        const { distance } = polylabel(
          rings.map((ring) => [...ring, ring[0] as Pair]),
          radiusMetres / 2000,
        );
        expect(radiusMetres).toBeGreaterThanOrEqual(distance * (1 - 1e-3));
      }),
      { numRuns: 150 },
    );
  });

  test('no place as deep as asked lies nearer to the centroid than that found', () => {
    fc.assert(
      fc.property(outline, (rings) => {
        const shape = shapeOfRings(rings);
        const { spots, circle } = heartOf([shape], 0.01);
        const [spot] = spots as [Pair];
        const needed = circle.radiusMetres * 0.99;
        const centre = centroidOf([shape]);
        const metres = Math.hypot(spot[0] - centre[0], spot[1] - centre[1]);
        expect(depthIn(shape, ...spot)).toBeGreaterThan(needed - 1e-5);
        for (let i = 0; i < 2000; i++) {
          const off = metres * 0.999 * Math.sqrt((i + 0.5) / 2000);
          const [x, y] = [centre[0] + off * Math.cos(i * 2.399963), centre[1] + off * Math.sin(i * 2.399963)];
          expect(depthIn(shape, x, y)).toBeLessThan(needed + 1e-5);
        }
      }),
      { numRuns: 40 },
    );
  });
});
