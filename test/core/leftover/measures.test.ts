import { describe, expect, test } from 'vitest';
import { shapeOfRings } from '../../../server/core/fabric/shape';
import { type Edge, stretchesInside, stretchesNear } from '../../../server/core/leftover/along-edge';
import { directionsMet } from '../../../server/core/leftover/enclosure';
import { hullOf } from '../../../server/core/leftover/hull';
import { heartOf } from '../../../server/core/leftover/inscribed';
import { common, lengthOfIntervals, unite, without } from '../../../server/core/leftover/intervals';
import { countRuns } from '../../../server/core/leftover/runs';
import { corners } from './drawn';

const square = shapeOfRings([corners(0, 0, 40, 40)]);

describe('intervals', () => {
  test('unite, meet and leave what they should', () => {
    const united = unite([
      [5, 7],
      [0, 2],
      [1, 3],
    ]);
    expect(united).toEqual([
      [0, 3],
      [5, 7],
    ]);
    expect(common(united, [[2, 6]])).toEqual([
      [2, 3],
      [5, 6],
    ]);
    expect(without(united, [[1, 6]])).toEqual([
      [0, 1],
      [6, 7],
    ]);
    expect(lengthOfIntervals(united)).toBe(5);
  });
});

describe('stretches of an edge', () => {
  const across: Edge = [-10, 20, 60, 20];

  test('inside a shape with a hole are those on its ground', () => {
    const ring = shapeOfRings([corners(0, 0, 40, 40), corners(10, 10, 20, 20)]);
    expect(stretchesInside(across, ring)).toEqual([
      [10, 20],
      [40, 50],
    ]);
  });

  test('near a shape reach beyond it by the distance asked for', () => {
    expect(stretchesNear(across, square, 3)).toEqual([[7, 53]]);
    expect(stretchesNear([-10, 43, 60, 43], square, 2)).toEqual([]);
  });
});

describe('directions in which edges are met', () => {
  test('are a quarter for a wall whose ends are seen under a right angle', () => {
    expect(directionsMet([[10, -10, 10, 10]], [0, 0], 100)).toBeCloseTo(0.25, 12);
    expect(directionsMet([[-10, -10, -10, 10]], [0, 0], 100)).toBeCloseTo(0.25, 12);
  });

  test('end at the radius, and count what lies behind each other once', () => {
    expect(directionsMet([[10, -1000, 10, 1000]], [0, 0], 20)).toBeCloseTo(120 / 360, 12);
    const walls: Edge[] = [
      [10, -10, 10, 10],
      [20, -10, 20, 10],
    ];
    expect(directionsMet(walls, [0, 0], 100)).toBeCloseTo(0.25, 12);
  });

  test('agree with ten thousand rays on walls thrown at random', () => {
    const walls: Edge[] = Array.from({ length: 12 }, (_, i): Edge => {
      const [x, y] = [Math.cos(i * 2.4) * (20 + i * 9), Math.sin(i * 2.4) * (20 + i * 9)];
      return [x, y, x + 17 * Math.cos(i * 5), y + 17 * Math.sin(i * 5)];
    });
    const rays = 10_000;
    let met = 0;
    for (let ray = 0; ray < rays; ray++) {
      const angle = ((ray + 0.5) * 2 * Math.PI) / rays;
      if (walls.some((wall) => rayMeets(wall, Math.cos(angle), Math.sin(angle), 80))) met++;
    }
    expect(directionsMet(walls, [0, 0], 80)).toBeCloseTo(met / rays, 2);
  });
});

describe('the point a plot is looked out from', () => {
  test('is the centroid where a circle fits there as well as anywhere', () => {
    const { spot, radiusMetres } = heartOf([shapeOfRings([corners(0, 0, 100, 20)])], 0.01);
    expect(spot[0]).toBeCloseTo(50, 6);
    expect(spot[1]).toBeCloseTo(10, 6);
    expect(radiusMetres).toBeCloseTo(10, 6);
  });

  test('is on the ground and deep in it where the centroid is not', () => {
    const horseshoe = shapeOfRings([
      [
        [0, 0],
        [100, 0],
        [100, 80],
        [80, 80],
        [80, 20],
        [20, 20],
        [20, 80],
        [0, 80],
      ],
    ]);
    const { spot, radiusMetres } = heartOf([horseshoe], 0.01);
    expect(radiusMetres).toBeCloseTo(11.716, 2);
    expect([20, 80].some((corner) => Math.abs(spot[0] - corner) < 12)).toBe(true);
    expect(spot[1]).toBeLessThan(13);
  });

  test('goes to the part of the plot in which the larger circle fits', () => {
    const { spot } = heartOf([square, shapeOfRings([corners(100, 0, 10, 10)])], 0.01);
    expect(spot[0]).toBeLessThan(40);
  });
});

describe('runs of contact', () => {
  test('go round corners and over the start of the ring', () => {
    expect(countRuns(square, [[[0, 10]], [], [], [[30, 40]]], 1)).toBe(1);
    expect(countRuns(square, [[[30, 40]], [[0, 10]], [], []], 1)).toBe(1);
    expect(countRuns(square, [[[5, 15]], [], [[5, 15]], []], 1)).toBe(2);
    expect(countRuns(square, [[[5, 5.9]], [], [[5, 15]], []], 1)).toBe(1);
    expect(countRuns(square, [[[0, 40]], [[0, 40]], [[0, 40]], [[0, 40]]], 1)).toBe(1);
    expect(countRuns(square, [[], [], [], []], 1)).toBe(0);
  });
});

test('a hull leaves out what lies within or along its sides', () => {
  expect(hullOf([...corners(0, 0, 10, 10), [5, 5], [5, 0]])).toHaveLength(4);
});

/** Whether a ray from the origin meets a wall within a distance. */
function rayMeets([x0, y0, x1, y1]: Edge, dx: number, dy: number, withinMetres: number): boolean {
  const across = dx * (y1 - y0) - dy * (x1 - x0);
  const along = (x0 * (y1 - y0) - y0 * (x1 - x0)) / across;
  const share = (x0 * dy - y0 * dx) / across;
  return along >= 0 && along <= withinMetres && share >= 0 && share <= 1;
}
