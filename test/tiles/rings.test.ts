import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleArea, judgeRounded, windRings } from '../../server/tiles/rings';
import { testDatabase } from '../support/database';

type TilePoint = [x: number, y: number];
const flat = (polygons: TilePoint[][][]) => polygons.map((rings) => rings.map((ring) => ring.flat()));

const db = await testDatabase({ sample: false, facts: false });
const square: TilePoint[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];

describe('a polygon rounded to whole tile units', () => {
  it('is wound clockwise on the screen, its holes the other way, whatever it came as', () => {
    const hole: TilePoint[] = [
      [2, 2],
      [4, 2],
      [4, 4],
      [2, 4],
      [2, 2],
    ];
    for (const [outer, inner] of [
      [square, hole],
      [square.toReversed(), hole.toReversed()],
    ] as const) {
      const judged = judgeRounded(flat([[outer, inner]]));
      if (judged.state !== 'sound') throw new Error(judged.state);
      expect(judged.rings.map((ring) => Math.sign(doubleArea(ring)))).toEqual([1, -1]);
      expect(judged.rings.map((ring) => ring.length)).toEqual([8, 8]);
    }
  });

  it.each<[string, TilePoint[][][], string]>([
    ['nothing', [], 'gone'],
    [
      'a line out and back',
      [
        [
          [
            [0, 0],
            [5, 0],
            [9, 0],
            [0, 0],
          ],
        ],
      ],
      'gone',
    ],
    ['a point', [[[[3, 3]]]], 'gone'],
    [
      'a bow tie',
      [
        [
          [
            [0, 0],
            [10, 10],
            [10, 0],
            [0, 10],
            [0, 0],
          ],
        ],
      ],
      'broken',
    ],
    [
      'a ring that touches itself',
      [
        [
          [
            [0, 0],
            [10, 0],
            [5, 5],
            [10, 10],
            [0, 10],
            [5, 5],
            [0, 0],
          ],
        ],
      ],
      'broken',
    ],
    [
      'a hole across the edge',
      [
        [
          square,
          [
            [5, 5],
            [15, 5],
            [15, 8],
            [5, 8],
            [5, 5],
          ],
        ],
      ],
      'broken',
    ],
    ['two parts on one another', [[square], [square]], 'broken'],
    [
      'a spike, which is cut off',
      [
        [
          [
            [0, 0],
            [10, 0],
            [20, 0],
            [10, 0],
            [10, 10],
            [0, 10],
            [0, 0],
          ],
        ],
      ],
      'sound',
    ],
    [
      'a hole without ground, which is left out',
      [
        [
          square,
          [
            [2, 2],
            [3, 3],
            [2, 2],
          ],
        ],
      ],
      'sound',
    ],
  ])('%s', (_, polygons, state) => {
    expect(judgeRounded(flat(polygons)).state).toBe(state);
  });

  it('is never called sound where PostGIS finds it invalid', async () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    const ring = fc.array(point, { minLength: 3, maxLength: 9 });
    const sound: string[] = [];
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 2 }), (rings) => {
        const judged = judgeRounded(flat([rings.map((open) => [...open, open[0] as TilePoint])]));
        if (judged.state !== 'sound') return;
        const [outer, ...holes] = judged.rings;
        const inside = holes.filter((hole) => hole.length > 0);
        // A hole beside its outer ring cannot come from a valid polygon, so it is not looked for.
        if (inside.length === 0) sound.push(JSON.stringify({ type: 'Polygon', coordinates: [closed(outer ?? [])] }));
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(sound.length).toBeGreaterThan(300);
    const bad = await db.query({
      text: 'select g from unnest($1::text[]) g where not st_isvalid(st_geomfromgeojson(g))',
      values: [sound],
    });
    expect(bad).toEqual([]);
  });

  it('is wound as it should be after the database mended it', () => {
    const [ring, ...others] = windRings(flat([[square.toReversed()]]));
    expect(others).toEqual([]);
    expect(doubleArea(ring ?? [])).toBe(200);
  });
});

/** A flat open ring as closed positions. */
function closed(ring: number[]): number[][] {
  const points = Array.from({ length: ring.length / 2 }, (_, i) => [ring[i * 2] ?? 0, ring[i * 2 + 1] ?? 0]);
  return [...points, points[0] ?? []];
}
