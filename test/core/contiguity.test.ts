import { describe, expect, it } from 'vitest';
import { box, line, object, plot, polygon, read } from './drawing';

const a = plot('a', 0, 0, 100, 100);
/** A second plot `gap` metres east of the first. */
const east = (gap: number) => [a, plot('b', 100 + gap, 0, 100, 100)];
const road = object('road', line([110, -50], [110, 150]), 'r');

describe('strict: what joins two polygons', () => {
  it.each([
    ['5 m of shared boundary', [a, plot('b', 100, 95, 100, 100)], true],
    ['just over', [a, plot('b', 100, 94.99, 100, 100)], true],
    ['just under', [a, plot('b', 100, 95.01, 100, 100)], false],
    ['a tenth of a small perimeter (4 m of 40 m)', [a, plot('b', 100, 96, 10, 10)], true],
    ['less than a tenth of a small perimeter', [a, plot('b', 100, 96.1, 10, 10)], false],
    ['touching at a corner', [a, plot('b', 100, 100, 100, 100)], false],
    ['T-junction without a common vertex', [plot('a', 0, 0, 300, 100), plot('b', 100, 100, 50, 50)], true],
    ['a centimetre between', east(0.01), true],
    ['exactly the snap between', east(0.5), true],
    ['just over the snap', east(0.51), false],
    ['a sliver of common ground', east(-0.05), true],
    ['a plot filling the hole of another', [donut(40, 40, 20, 20), plot('b', 40, 40, 20, 20)], true],
    ['a plot alone in the hole of another', [donut(40, 40, 20, 20), plot('b', 45, 45, 10, 10)], false],
    ['nested', [a, plot('b', 20, 20, 10, 10)], true],
    ['identical', [a, plot('b', 0, 0, 100, 100)], true],
  ])('%s', (_, plots, joins) => {
    expect(read(plots).readings.strict.pieces).toHaveLength(joins ? 1 : 2);
  });

  it('does not join at a corner at any angle', () => {
    for (let degrees = 0; degrees < 360; degrees += 7) {
      const turn = (degrees * Math.PI) / 180;
      const corner = (radius: number, by: number): [number, number] => [
        100 + radius * Math.cos(turn + by),
        100 + radius * Math.sin(turn + by),
      ];
      const wedge = { id: 'b', geometry: polygon([[100, 100], corner(60, 0), corner(60, 0.3)]) };
      const overlaps = read([a, wedge]).faults.length > 0;
      const runsAlong = [0, 0.3].some((by) => Math.abs(Math.sin(2 * (turn + by))) < 0.2);
      if (overlaps || runsAlong) continue;
      expect(read([a, wedge]).readings.strict.pieces, `${degrees}°`).toHaveLength(2);
    }
  });

  it('makes no islands of digitising gaps in a jittered fabric', () => {
    const jitter = [0.03, -0.02, 0.05, -0.04, 0.01, -0.05, 0.02];
    const plots = Array.from({ length: 36 }, (_, i) =>
      plot(`p${i}`, (i % 6) * 50 + (jitter[i % 7] ?? 0), Math.floor(i / 6) * 50 + (jitter[(i * 3) % 7] ?? 0), 50, 50),
    );
    const answer = read(plots);
    expect(answer.readings.strict.verdict).toBe('contiguous');
    expect(answer.faults).toEqual([]);
  });
});

describe('normal: what bridges a gap', () => {
  it.each([
    ['nothing, contents known', east(20), { between: [] }, 'contiguous', true],
    ['nothing said', east(20), {}, 'unknown', null],
    ['a road', east(20), { between: [road] }, 'contiguous', true],
    ['a ditch', east(20), { between: [kind('ditch')] }, 'contiguous', true],
    ['a green belt', east(20), { between: [kind('green-belt')] }, 'contiguous', true],
    ['an expressway', east(20), { between: [kind('expressway')] }, 'separate', false],
    ['a railway', east(20), { between: [kind('railway')] }, 'separate', false],
    ['a river', east(20), { between: [kind('river')] }, 'separate', false],
    ['a county boundary', east(20), { between: [kind('county-boundary')] }, 'separate', false],
    ['a power line: not settled', east(20), { between: [kind('power-line')] }, 'unknown', null],
    ['a road and a railway', east(20), { between: [road, kind('railway')] }, 'separate', false],
    ['another’s plot', east(20), { between: [object('parcel', polygon(box(105, 20, 10, 10)))] }, 'separate', false],
    [
      'a plot that fills it',
      east(20),
      { between: [object('parcel', polygon(box(60, -90, 100, 300)))] },
      'separate',
      false,
    ],
    [
      'a railway beyond its ground',
      east(20),
      { between: [object('railway', line([90, 130], [140, 130]))] },
      'contiguous',
      true,
    ],
    [
      'a railway whose land reaches in',
      east(20),
      { between: [{ ...object('railway', line([90, 110], [140, 110])), widthMetres: 30 }] },
      'separate',
      false,
    ],
    ['exactly 50 m', east(50), { between: [] }, 'contiguous', true],
    ['just over 50 m', east(50.01), { between: [] }, 'separate', false],
    ['over 50 m, contents not known', east(60), {}, 'separate', false],
    ['a corner touch', [a, plot('b', 100, 100, 100, 100)], {}, 'contiguous', true],
    ['inside the red line', east(20), { redLine: polygon(box(0, 0, 220, 100)) }, 'contiguous', true],
    [
      'inside the red line, another’s plot',
      east(20),
      { redLine: polygon(box(0, 0, 220, 100)), between: [kind('parcel')] },
      'contiguous',
      true,
    ],
    [
      'inside the red line, a railway',
      east(20),
      { redLine: polygon(box(0, 0, 220, 100)), between: [kind('railway')] },
      'separate',
      false,
    ],
    ['inside the red line, over 50 m', east(51), { redLine: polygon(box(0, 0, 260, 100)) }, 'separate', false],
    ['two parts of a red line', east(20), { redLine: twoParts() }, 'unknown', null],
    [
      'a red line with a hole there',
      east(20),
      { redLine: polygon(box(0, 0, 220, 100), box(102, 1, 16, 98)) },
      'unknown',
      null,
    ],
    [
      'a ruling: road',
      east(20),
      { rulings: [{ plots: ['b', 'a'] as const, holds: ['road' as const] }] },
      'contiguous',
      true,
    ],
    ['a ruling: nothing', east(20), { rulings: [{ plots: ['a', 'b'] as const, holds: [] }] }, 'contiguous', true],
    [
      'a ruling: railway',
      east(20),
      { rulings: [{ plots: ['a', 'b'] as const, holds: ['railway' as const] }] },
      'separate',
      false,
    ],
    ['a ruling about others', east(20), { rulings: [{ plots: ['a', 'c'] as const, holds: [] }] }, 'unknown', null],
  ])('%s', (_, plots, rest, verdict, bridged) => {
    const answer = read(plots, rest);
    expect(answer.verdict).toBe(verdict);
    expect(answer.gaps[0]?.bridged).toBe(bridged);
    expect(answer.readings.normal.verdict).toBe(verdict);
  });

  it('names what a gap holds', () => {
    expect(read(east(20), { between: [road] }).gaps[0]?.holds).toEqual([{ kind: 'road', id: 'r' }]);
  });

  it('stays unknown only where unknown gaps change the verdict', () => {
    const far = [a, plot('b', 120, 0, 100, 100), plot('c', 900, 0, 100, 100)];
    expect(read(far).verdict).toBe('separate');
    const almost = [plot('a', 0, 0, 400, 100), plot('b', 410, 0, 40, 40)];
    expect(read(almost).verdict).toBe('unknown');
    expect(read(almost).readings.normal.pieces).toHaveLength(2);
  });

  it('is nearly contiguous from 80 % in the largest piece', () => {
    const split = (small: number) =>
      read([plot('a', 0, 0, 400, 100), plot('b', 500, 0, small, 100)], { between: [] }).verdict;
    expect(split(99.9)).toBe('nearly');
    expect(split(100.1)).toBe('separate');
  });
});

describe('loose', () => {
  it.each([
    [100, 'contiguous'],
    [100.01, 'separate'],
  ])('%s m apart', (gap, verdict) => {
    expect(read(east(gap)).readings.loose.verdict).toBe(verdict);
  });
});

describe('gaps and tolerances', () => {
  const three = [a, plot('b', 120, 0, 100, 100), plot('c', 260, 0, 100, 100)];

  it('lists the edges of the spanning tree, narrowest first', () => {
    const { gaps, joinsAtMetres } = read(three, { between: [] });
    expect(gaps.map(({ from, to, widthMetres }) => [from, to, widthMetres])).toEqual([
      ['a', 'b', 20],
      ['b', 'c', 40],
    ]);
    expect(joinsAtMetres).toBe(40);
  });

  it('adds gaps that bridge beside the tree', () => {
    const ring = [...three, plot('d', 0, 130, 360, 100)];
    const { gaps } = read(ring, { between: [] });
    expect(gaps.map(({ widthMetres }) => widthMetres)).toEqual([20, 30, 30, 30, 40]);
  });

  it.each([
    ['known and empty', { between: [] }, 40],
    ['one strict piece', { plots: [a] }, 0],
    ['contents not known', {}, null],
    ['a railway in the wider gap', { between: [object('railway', line([240, -400], [240, 500]))] }, null],
    [
      'a railway with a way round',
      { plots: [...three, plot('d', 0, 160, 360, 100)], between: [object('railway', line([240, -400], [240, 100]))] },
      60,
    ],
    ['all inside the red line', { redLine: polygon(box(-1, -1, 400, 200)) }, 40],
  ])('flips: %s', (_, { plots, ...rest }: { plots?: typeof three } & Parameters<typeof read>[1], metres) => {
    const answer = read(plots ?? three, rest);
    expect(answer.flipsAtMetres).toBe(metres);
  });

  it('flips at an unknown gap only if nothing wider is needed either way', () => {
    const plots = [a, plot('b', 100.3, 99.9, 100, 100)];
    expect(read(plots).flipsAtMetres).toBeCloseTo(0.3, 3);
  });

  it('draws the shortest line in the middle of facing edges', () => {
    const { gaps } = read(east(20), { between: [] });
    const [from, to] = gaps[0]?.line.coordinates ?? [];
    const [left, right] = line([100, 50], [120, 50]).coordinates;
    expect(from?.[0]).toBeCloseTo(left?.[0] as number, 9);
    expect(to?.[1]).toBeCloseTo(right?.[1] as number, 9);
  });
});

describe('faults and multi-part plots', () => {
  it.each([
    ['identical', plot('b', 0, 0, 100, 100), 10_000],
    ['nested', plot('b', 20, 20, 10, 10), 100],
    ['partly', plot('b', 90, 0, 100, 100), 1000],
    ['0.2 m thick', plot('b', 99.8, 0, 100, 100), 20],
  ])('overlap: %s', (_, other, area) => {
    const answer = read([a, other]);
    expect(answer.faults).toHaveLength(1);
    expect(answer.faults[0]).toMatchObject({ code: 'overlap', plots: ['a', 'b'] });
    expect(answer.faults[0]?.areaSquareMetres).toBeCloseTo(area, 0);
  });

  it.each([
    ['thinner than 0.10 m', plot('b', 99.91, 0, 100, 100)],
    ['under 0.5 m²', plot('b', 99.3, 99.3, 100, 100)],
    ['next to each other', plot('b', 100, 0, 100, 100)],
  ])('no overlap: %s', (_, other) => {
    expect(read([a, other]).faults).toEqual([]);
  });

  it('counts common ground once, also where three lie over each other', () => {
    const stack = [a, plot('b', 0, 0, 100, 100), plot('c', 50, 0, 100, 100)];
    const [piece] = read(stack).readings.strict.pieces;
    expect(piece?.areaSquareMetres).toBeCloseTo(15_000, 0);
    expect(piece?.share).toBeCloseTo(1, 12);
    expect(read(stack).faults).toHaveLength(3);
  });

  it('lets one id stand in several pieces', () => {
    const parts = [box(0, 0, 100, 100), box(500, 0, 100, 100)].map((corners) => polygon(corners).coordinates);
    const two = { id: 'm', geometry: { type: 'MultiPolygon' as const, coordinates: parts as [number, number][][][] } };
    const { pieces } = read([two, plot('b', 600, 0, 100, 100)], { between: [] }).readings.normal;
    expect(pieces.map(({ plots }) => plots)).toEqual([['m', 'b'], ['m']]);
  });

  it('tells parameters of the request from those of the ruleset', () => {
    const { parameters } = read([a], {}, { maxGapMetres: 30 });
    expect(parameters.maxGapMetres).toEqual({ value: 30, origin: 'request' });
    expect(parameters.snapMetres).toEqual({ value: 0.5, origin: 'assumption' });
  });
});

function donut(x: number, y: number, w: number, h: number) {
  return { id: 'a', geometry: polygon(box(0, 0, 100, 100), box(x, y, w, h)) };
}
function kind(name: Parameters<typeof object>[0]) {
  return object(name, line([110, -50], [110, 150]));
}
function twoParts() {
  const parts = [box(0, 0, 100, 100), box(120, 0, 100, 100)].map((corners) => polygon(corners).coordinates);
  return { type: 'MultiPolygon' as const, coordinates: parts as [number, number][][][] };
}
