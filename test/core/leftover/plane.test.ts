import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredGround } from '../../../server/core/fabric/ground';
import { type Path, planarArea, shapeOfLines, shapeOfRings } from '../../../server/core/fabric/shape';
import { hullOf, hullOfCorners } from '../../../server/core/leftover/hull';
import { edgesWithin, groundWithin } from '../../../server/core/leftover/plane/clip';
import { type Convex, convexOf } from '../../../server/core/leftover/plane/convex';
import { groundInSegment, pointOnCircle } from '../../../server/core/leftover/plane/disc';
import { corners, type Pair } from './drawn';

const spot = fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }));
const spots = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 3,
  maxLength: 60,
});
/** A ring round the origin, in and out at random. */
const star = fc
  .array(fc.double({ min: 5, max: 60, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map(
    (far): Path =>
      far.map((metres, i) => [
        metres * Math.cos((i * 2 * Math.PI) / far.length),
        metres * Math.sin((i * 2 * Math.PI) / far.length),
      ]),
  );
const outlineOf = (path: Path): Convex => convexOf(shapeOfRings([path])) as Convex;

describe('hulls', () => {
  test('leave out what lies within or along their sides', () => {
    expect(hullOf([...corners(0, 0, 10, 10), [5, 5], [5, 0]])).toHaveLength(4);
  });

  test('are the same when what lies well within is passed over first', () => {
    fc.assert(
      fc.property(spots, (points) => {
        expect([...hullOfCorners(points.flat())]).toEqual(hullOf(points).flat());
      }),
    );
  });
});

describe('ground on a convex outline', () => {
  test('is measured as by cutting the plane into strips', () => {
    fc.assert(
      fc.property(star, spots, (ring, points) => {
        const hull = hullOf(points);
        fc.pre(planarArea([hull]) > 1);
        const shape = shapeOfRings([ring]);
        expect(groundWithin(shape, outlineOf(hull))).toBeCloseTo(
          coveredGround([[shape], [shapeOfRings([hull])]])[3] as number,
          6,
        );
      }),
    );
  });

  test('leaves out holes, however the rings run', () => {
    const ring = [corners(0, 0, 40, 40), corners(10, 10, 20, 20)];
    for (const rings of [ring, ring.map((one) => [...one].reverse()), [...ring].reverse()])
      expect(groundWithin(shapeOfRings(rings), outlineOf(corners(0, 0, 20, 40)))).toBeCloseTo(800 - 200, 9);
  });

  test('is none on an outline without ground', () => {
    expect(groundWithin(shapeOfRings([corners(0, 0, 40, 40)]), new Float64Array(4))).toBe(0);
  });

  test('a line along a side does not lie within', () => {
    const outline = outlineOf(corners(0, 0, 40, 40));
    const line = (...points: Pair[]) => shapeOfLines([points]);
    expect(edgesWithin(line([-10, 20], [60, 20]), outline)).toBeCloseTo(40, 4);
    expect(edgesWithin(line([-10, 20], [20, 20], [60, 20]), outline)).toBeCloseTo(40, 4);
    expect(edgesWithin(line([0, 0], [40, 0]), outline)).toBe(0);
    expect(edgesWithin(line([50, 0], [50, 40]), outline)).toBe(0);
  });
});

test('an outline is convex where it turns one way, once round', () => {
  expect(convexOf(shapeOfRings([corners(0, 0, 4, 4)]))).toHaveLength(8);
  expect(convexOf(shapeOfRings([[...corners(0, 0, 4, 4)].reverse()]))).toHaveLength(8);
  const dented: Pair[] = [
    [0, 0],
    [4, 0],
    [2, 1],
    [4, 4],
  ];
  expect(convexOf(shapeOfRings([dented]))).toBeNull();
  expect(convexOf(shapeOfRings([corners(0, 0, 9, 9), corners(1, 1, 2, 2)]))).toBeNull();
  expect(convexOf(shapeOfLines([corners(0, 0, 4, 4)]))).toBeNull();
});

test('ground between an arc and its chord is measured as on an outline of a thousand sides', () => {
  const angle = fc.double({ min: 0, max: 6, noNaN: true });
  fc.assert(
    fc.property(star, spot, angle, fc.double({ min: 0.1, max: 1.5, noNaN: true }), (ring, middle, from, width) => {
      const disc = { spot: middle, radiusMetres: 45 };
      const steps = Array.from({ length: 1001 }, (_, i) => pointOnCircle(disc, from + (width * i) / 1000));
      const drawn = coveredGround([[shapeOfRings([ring])], [shapeOfRings([steps])]])[3] as number;
      expect(groundInSegment(ring.flat(), disc, [from, from + width])).toBeCloseTo(drawn, 2);
    }),
  );
});
