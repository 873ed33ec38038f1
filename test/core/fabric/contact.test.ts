import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactMetres, contactStretches, lengthOf } from '../../../server/core/fabric/contact';
import { pointToSegmentSquared } from '../../../server/core/fabric/segments';
import { type Path, type Shape, shapeOfRings } from '../../../server/core/fabric/shape';

const settings = { snapMetres: 0.5, parallelDegrees: 20 };
const box = (x: number, y: number, w: number, h: number): Path => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];
const shape = (...rings: Path[]): Shape => shapeOfRings(rings);
const square = shape(box(0, 0, 100, 100));

describe('contact', () => {
  it.each([
    ['a whole common edge', box(100, 0, 100, 100), 100],
    ['part of an edge, nothing added at its ends', box(100, 40, 50, 30), 30],
    ['a T-junction beside a longer edge', box(100, -50, 50, 80), 30],
    ['a centimetre apart', box(100.01, 0, 100, 100), 100],
    ['exactly snap apart', box(100.5, 0, 100, 100), 100],
    ['just over snap apart', box(100.5001, 0, 100, 100), 0],
    ['a corner', box(100, 100, 100, 100), 0],
    ['identical', box(0, 0, 100, 100), 400],
    ['far away', box(500, 500, 10, 10), 0],
  ])('%s', (_, other, metres) => {
    expect(contactMetres(square, shape(other), settings)).toBeCloseTo(metres, 3);
  });

  it('takes edges turned by up to 20° and no more', () => {
    const turned = (degrees: number): Shape => {
      const slope = Math.tan((degrees * Math.PI) / 180);
      return shape([
        [100.01, 50],
        [100.01 + slope, 51],
        [150, 51],
        [150, 50],
      ]);
    };
    expect(contactMetres(square, turned(19), settings)).toBeGreaterThan(0.9);
    expect(contactMetres(square, turned(21), settings)).toBe(0);
  });

  it('follows a bent boundary on its outer side', () => {
    const arc = (radius: number, from: number, to: number): [number, number][] =>
      Array.from({ length: 46 }, (_, i) => {
        const angle = from + ((to - from) * i) / 45;
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      });
    const inner = shape([[0, 0], ...arc(100, 0, Math.PI / 2)]);
    const outer = shape([...arc(100.3, 0, Math.PI / 2), [200, 200]]);
    expect(contactMetres(inner, outer, settings)).toBeCloseTo((100.15 * Math.PI) / 2, 0);
  });

  it('merges stretches on one edge beside several neighbours', () => {
    const others = [shape(box(100, 0, 50, 60)), shape(box(100, 50, 50, 50))];
    const stretches = contactStretches(square, others, settings);
    expect(stretches).toHaveLength(1);
    expect(lengthOf(stretches)).toBeCloseTo(100, 6);
  });
});

/** The definition read off point by point: how much of a's boundary lies beside a nearly parallel edge of b. */
function sampled(a: Shape, b: Shape, step: number): number {
  let metres = 0;
  for (let i = 0; i < a.edges.length; i += 4) {
    const [ax, ay, bx, by] = a.edges.slice(i, i + 4) as unknown as [number, number, number, number];
    const length = Math.hypot(bx - ax, by - ay);
    const count = Math.ceil(length / step);
    for (let k = 0; k < count; k++) {
      const t = (k + 0.5) / count;
      const [x, y] = [ax + (bx - ax) * t, ay + (by - ay) * t];
      if (isBeside(x, y, (bx - ax) / length, (by - ay) / length, b)) metres += length / count;
    }
  }
  return metres;
}

function isBeside(x: number, y: number, ux: number, uy: number, { edges }: Shape): boolean {
  for (let j = 0; j < edges.length; j += 4) {
    const [cx, cy, dx, dy] = edges.slice(j, j + 4) as unknown as [number, number, number, number];
    const length = Math.hypot(dx - cx, dy - cy);
    const [vx, vy] = [(dx - cx) / length, (dy - cy) / length];
    if (Math.abs(ux * vy - uy * vx) > Math.sin((settings.parallelDegrees * Math.PI) / 180)) continue;
    const foot = (x - cx) * vx + (y - cy) * vy;
    if (foot < 0 || foot > length) continue;
    if (pointToSegmentSquared(x, y, cx, cy, dx, dy) <= settings.snapMetres ** 2) return true;
  }
  return false;
}

describe('contact against the definition read point by point', () => {
  it('agrees on random neighbours', () => {
    const metres = fc.double({ min: -0.8, max: 0.8, noNaN: true });
    const neighbour = fc.record({
      gap: metres,
      shift: fc.double({ min: -60, max: 60, noNaN: true }),
      turn: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      size: fc.double({ min: 3, max: 80, noNaN: true }),
    });
    fc.assert(
      fc.property(neighbour, ({ gap, shift, turn, size }) => {
        const around = box(0, 0, size, size).map(([x, y]): [number, number] => [
          100 + gap + x * Math.cos(turn) - y * Math.sin(turn),
          50 + shift + x * Math.sin(turn) + y * Math.cos(turn),
        ]);
        const other = shape(around);
        const expected = Math.max(sampled(square, other, 0.02), sampled(other, square, 0.02));
        expect(Math.abs(contactMetres(square, other, settings) - expected)).toBeLessThan(0.15);
      }),
      { numRuns: 150, seed: 7 },
    );
  }, 300_000);
});
