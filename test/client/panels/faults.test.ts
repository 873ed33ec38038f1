import { intersect } from '@turf/intersect';
import { describe, expect, it } from 'vitest';
import { faultGround } from '../../../client/panels/park/faultGround';
import { hatchPaths } from '../../../client/panels/park/hatchPaths';
import { labelSpot } from '../../../client/panels/park/labelSpot';
import type { Polygon, Position } from '../../../data/contract';

const ring = (west: number, south: number, wide: number, high = wide): Position[] => [
  [west, south],
  [west + wide, south],
  [west + wide, south + high],
  [west, south + high],
  [west, south],
];
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const plot = (id: string, ...rings: Position[][]) => ({ id, number: id, geometry: polygon(...rings) });
const fault = (...plots: string[]) => ({ code: 'overlap', plots });
const least = 0.5;

describe('the ground of an overlap', () => {
  const west = plot('1', ring(118.6, 24.9, 0.001));

  it('is what both plots cover', () => {
    const east = plot('2', ring(118.6006, 24.9, 0.001));
    const { common, nature, outlines } = faultGround(fault('1', '2'), [west, east, plot('3', ring(118, 24, 1))], least);
    expect(nature).toBe('partly');
    expect(outlines).toEqual([west.geometry, east.geometry]);
    const [ground] = common;
    expect(ground && Math.min(...(ground.coordinates.flat(2) as number[]).filter((value) => value > 100))).toBeCloseTo(
      118.6006,
      9,
    );
  });
  it('is told apart where a plot is drawn twice, or lies within another', () => {
    expect(faultGround(fault('1', '2'), [west, { ...west, id: '2' }], least).nature).toBe('twice');
    const inner = plot('2', ring(118.6002, 24.9002, 0.0003));
    expect(faultGround(fault('1', '2'), [west, inner], least).nature).toBe('within');
  });
  it('is found between the parts of one plot', () => {
    const twice = [[ring(118.6, 24.9, 0.001)], [ring(118.6005, 24.9, 0.001)]];
    const own = { id: '1', number: '1', geometry: { type: 'MultiPolygon' as const, coordinates: twice } };
    expect(faultGround(fault('1'), [own], least)).toMatchObject({ nature: 'partly', common: [{ type: 'Polygon' }] });
  });
});

describe('a hatch', () => {
  const ground = polygon(ring(118.6, 24.9, 0.001, 0.0006), ring(118.6003, 24.9002, 0.0003, 0.0002));
  const strokes = hatchPaths(ground);

  it('stays on the ground and out of its holes', () => {
    expect(strokes.length).toBeGreaterThan(10);
    for (const [from, to] of strokes) {
      const [x = 0, y = 0] = [0, 1].map((axis) => ((from[axis] ?? 0) + (to[axis] ?? 0)) / 2);
      const spot = polygon(ring(x - 1e-8, y - 1e-8, 2e-8));
      const features = [ground, spot].map((geometry) => ({ type: 'Feature' as const, properties: {}, geometry }));
      expect(intersect({ type: 'FeatureCollection', features })).not.toBeNull();
    }
  });
  it('stands at 45° on the ground', () => {
    const narrow = Math.cos((24.9003 * Math.PI) / 180);
    for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of strokes)
      expect((by - ay) / ((bx - ax) * narrow)).toBeCloseTo(1, 6);
  });
  it('has no strokes on ground without height', () => expect(hatchPaths(polygon(ring(118.6, 24.9, 0)))).toEqual([]));
});

describe('the spot for a sign', () => {
  it('lies on the ground, above its middle', () => {
    const [x, y] = labelSpot(ring(10, 20, 4));
    expect(x).toBe(12);
    expect(y).toBeGreaterThan(22);
    expect(y).toBeLessThan(24);
  });
  it('takes the widest part where the middle line leaves the ground', () => {
    const bay: Position[] = [
      [0, 0],
      [4, 0],
      [4, 10],
      [1, 10],
      [1, 9],
      [3, 9],
      [3, 2],
      [0, 2],
      [0, 0],
    ];
    const [x, y] = labelSpot(bay);
    expect(x).toBe(2);
    expect(y > 0 && y < 2).toBe(true);
  });
});
