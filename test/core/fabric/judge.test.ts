import { describe, expect, it } from 'vitest';
import { judgeAreal, judgeSurrounding } from '../../../server/core/fabric/judge';
import { box, polygon, ring, ruleset } from '../drawing';

const extent = ruleset.rules.measure.planningExtent.value;
const judge = (geometry: unknown) => judgeAreal({ id: 'x', geometry }, extent);
const good = polygon(box(0, 0, 100, 100));
const ringOf = (...points: (readonly [number, number])[]) => ({ type: 'Polygon', coordinates: [ring(points)] });
const withFirst = (position: unknown) => ({
  type: 'Polygon',
  coordinates: [[position, ...ring(box(0, 0, 100, 100)).slice(1, -1), position]],
});

describe('judging ground', () => {
  it.each([
    ['a polygon', good],
    ['with a hole', polygon(box(0, 0, 100, 100), box(40, 40, 10, 10))],
    ['with repeated vertices', ringOf([0, 0], [0, 0], [100, 0], [100, 100], [100, 100])],
    ['with a vertex within an edge', ringOf([0, 0], [50, 0], [100, 0], [100, 100])],
    [
      'touching itself at a corner',
      ringOf([0, 0], [100, 0], [100, 100], [50, 50], [60, 80], [50, 90], [50, 50], [0, 100]),
    ],
    [
      'a hole that touches the outer ring',
      polygon(box(0, 0, 100, 100), [
        [0, 50],
        [50, 40],
        [50, 60],
      ]),
    ],
    ['running clockwise', { type: 'Polygon', coordinates: [ring([...box(0, 0, 100, 100)].reverse())] }],
  ])('accepts %s', (_, geometry) => {
    expect(judge(geometry).faults).toEqual([]);
  });

  it.each([
    ['null', null, 'empty'],
    ['no rings', { type: 'Polygon', coordinates: [] }, 'empty'],
    ['an empty ring', { type: 'Polygon', coordinates: [[]] }, 'empty'],
    ['no polygons', { type: 'MultiPolygon', coordinates: [] }, 'empty'],
    ['a point', { type: 'Point', coordinates: [118.6, 24.9] }, 'not-polygon'],
    ['a line', { type: 'LineString', coordinates: ring(box(0, 0, 9, 9)) }, 'not-polygon'],
    ['text', 'POLYGON', 'not-polygon'],
    ['null coordinates', withFirst([null, 24.9]), 'not-finite'],
    ['text coordinates', withFirst(['118.6', '24.9']), 'not-finite'],
    ['a short position', withFirst([118.6]), 'not-finite'],
    ['not a number', withFirst([Number.NaN, 24.9]), 'not-finite'],
    ['latitude first', withFirst([24.9, 118.6]), 'out-of-range'],
    ['metres', withFirst([510103, 2754980]), 'out-of-range'],
    ['elsewhere', withFirst([2.35, 48.85]), 'outside-extent'],
    ['unclosed', { type: 'Polygon', coordinates: [ring(box(0, 0, 100, 100)).slice(0, -1)] }, 'unclosed'],
    [
      'two points',
      {
        type: 'Polygon',
        coordinates: [
          ring([
            [0, 0],
            [9, 9],
          ]),
        ],
      },
      'too-few-points',
    ],
    ['flat', ringOf([0, 0], [50, 0], [100, 0]), 'self-crossing'],
    ['a bow-tie', ringOf([0, 0], [100, 100], [100, 0], [0, 100]), 'self-crossing'],
    [
      'a bow-tie knotted at a vertex',
      ringOf([0, 0], [50, 50], [100, 100], [100, 0], [50, 50], [0, 100]),
      'self-crossing',
    ],
    ['a spike', ringOf([0, 0], [100, 0], [100, 100], [200, 100], [100, 100], [0, 100]), 'self-crossing'],
    ['a hole across the outer ring', polygon(box(0, 0, 100, 100), box(90, 40, 50, 10)), 'self-crossing'],
    ['a hole within a hole', polygon(box(0, 0, 100, 100), box(20, 20, 60, 60), box(40, 40, 10, 10)), 'self-crossing'],
    ['a hole given twice', polygon(box(0, 0, 100, 100), box(40, 40, 10, 10), box(40, 40, 10, 10)), 'self-crossing'],
    ['a ring wound round twice', ringOf(...box(0, 0, 100, 100), ...box(0, 0, 100, 100)), 'self-crossing'],
    ['a hole as large as its ground', polygon(box(0, 0, 100, 100), box(0, 0, 100, 100)), 'no-area'],
    ['a hole outside', polygon(box(0, 0, 100, 100), box(200, 40, 10, 10)), 'hole-outside'],
  ])('names %s', (_, geometry, code) => {
    const [fault] = judge(geometry).faults;
    expect(fault).toMatchObject({ feature: 'x', code });
  });

  it('says where a ring crosses itself', () => {
    const [fault] = judge(ringOf([0, 0], [100, 100], [100, 0], [0, 100])).faults;
    const [[x, y]] = ring([[50, 50]]) as [[number, number]];
    expect(fault?.at?.[0]).toBeCloseTo(x, 6);
    expect(fault?.at?.[1]).toBeCloseTo(y, 6);
  });

  it('takes lines around plots, and nothing else that is not ground', () => {
    const around = (geometry: unknown) => judgeSurrounding({ id: 'x', geometry }, extent).faults[0]?.code;
    expect(around({ type: 'LineString', coordinates: ring(box(0, 0, 9, 9)) })).toBeUndefined();
    expect(around(good)).toBeUndefined();
    expect(around({ type: 'LineString', coordinates: ring(box(0, 0, 9, 9)).slice(0, 1) })).toBe('too-few-points');
    expect(around({ type: 'MultiLineString', coordinates: [] })).toBe('empty');
    expect(around({ type: 'Point', coordinates: [118.6, 24.9] })).toBe('not-line-or-polygon');
  });
});
