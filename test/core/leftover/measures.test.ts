import { describe, expect, test } from 'vitest';
import { shapeOfLines, shapeOfRings } from '../../../server/core/fabric/shape';
import { directionsMet, shareOfTurn } from '../../../server/core/leftover/look/enclosure';
import { runsOf } from '../../../server/core/leftover/look/runs';
import { type Edge, stretchesInside, stretchesNear } from '../../../server/core/leftover/plane/along-edge';
import {
  common,
  type Interval,
  lengthOfIntervals,
  unite,
  without,
} from '../../../server/core/leftover/plane/intervals';
import { sidesOf } from '../../../server/core/leftover/plane/rings';
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

  test('near a line are near the line on both sides of it, for a line has no ground', () => {
    const slope = shapeOfLines([
      [
        [0, 0],
        [40, 40],
      ],
    ]);
    expect(stretchesNear([0, 30, 10, 30], slope, 1)).toEqual([]);
    expect(stretchesNear([30, 10, 40, 10], slope, 1)).toEqual([]);
    expect(lengthOfIntervals(stretchesNear([0, 20, 40, 20], slope, 1))).toBeCloseTo(2 * Math.SQRT2, 9);
  });
});

describe('directions in which edges are met', () => {
  test('are a quarter for a wall whose ends are seen under a right angle', () => {
    expect(shareMet([[10, -10, 10, 10]], 100)).toBeCloseTo(0.25, 12);
    expect(shareMet([[-10, -10, -10, 10]], 100)).toBeCloseTo(0.25, 12);
  });

  test('end at the radius, and count what lies behind each other once', () => {
    expect(shareMet([[10, -1000, 10, 1000]], 20)).toBeCloseTo(120 / 360, 12);
    const walls: Edge[] = [
      [10, -10, 10, 10],
      [20, -10, 20, 10],
    ];
    expect(shareMet(walls, 100)).toBeCloseTo(0.25, 12);
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
    expect(shareMet(walls, 80)).toBeCloseTo(met / rays, 2);
  });
});

describe('runs of contact', () => {
  const count = (stretches: Interval[][]) => runsOf(square, stretches, 1).filter(({ counts }) => counts).length;

  test('go round corners and over the start of the ring', () => {
    expect(count([[[0, 10]], [], [], [[30, 40]]])).toBe(1);
    expect(count([[[30, 40]], [[0, 10]], [], []])).toBe(1);
    expect(count([[[5, 15]], [], [[5, 15]], []])).toBe(2);
    expect(count([[[5, 5.9]], [], [[5, 15]], []])).toBe(1);
    expect(count([[[0, 40]], [[0, 40]], [[0, 40]], [[0, 40]]])).toBe(1);
    expect(count([[], [], [], []])).toBe(0);
  });

  test('over the start come in the order in which they are walked', () => {
    const [run] = runsOf(square, [[[0, 10]], [], [], [[30, 40]]], 1);
    expect(run?.on).toMatchObject([
      { edge: 3, stretch: [30, 40] },
      { edge: 0, stretch: [0, 10] },
    ]);
  });
});

/** The share of directions in which walls are met from the origin. */
function shareMet(walls: readonly Edge[], radiusMetres: number): number {
  const parts = walls.map(([x0, y0, x1, y1]) => {
    const shape = shapeOfLines([
      [
        [x0, y0],
        [x1, y1],
      ],
    ]);
    return { shape, sides: sidesOf(shape), box: shape.box, piece: 0 };
  });
  return shareOfTurn(directionsMet(parts, [], { spot: [0, 0], radiusMetres }));
}

/** Whether a ray from the origin meets a wall within a distance. */
function rayMeets([x0, y0, x1, y1]: Edge, dx: number, dy: number, withinMetres: number): boolean {
  const across = dx * (y1 - y0) - dy * (x1 - x0);
  const along = (x0 * (y1 - y0) - y0 * (x1 - x0)) / across;
  const share = (x0 * dy - y0 * dx) / across;
  return along >= 0 && along <= withinMetres && share >= 0 && share <= 1;
}
