import { describe, expect, test } from 'vitest';
import { type Candidate, joinPark } from '../../../server/core/join';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { box, road, ruleset } from '../leftover/drawn';

const muOfSquareMetres = (squareMetres: number) => (squareMetres * 3) / 2000;

/** A west and an east piece 60 m apart; candidates between them. */
const apart = [
  { id: 'west', geometry: box(0, 0, 40, 40) },
  { id: 'east', geometry: box(100, 0, 40, 40) },
];

describe('the lightest set', () => {
  test('is empty where the park is whole already', () => {
    const answer = joinPark({ park: [apart[0] as Candidate], plots: [], between: [] }, ruleset);
    expect(answer).toMatchObject({ possible: true, alreadyContiguous: true, plots: [], weight: 0, proved: true });
  });

  test('is none where nothing leads across', () => {
    const answer = joinPark(
      { park: apart, plots: [{ id: 'far', geometry: box(0, 300, 20, 20) }], between: [] },
      ruleset,
      {
        maxGapMetres: 20,
      },
    );
    expect(answer).toMatchObject({ possible: false, plots: [], weight: null, areaMu: null, proved: true });
  });

  test('takes the small plot before the large one, and the large one where the small is refused', () => {
    const plots = [
      { id: 'large', geometry: box(40, 0, 60, 20) },
      { id: 'small', geometry: box(40, 25, 60, 10) },
    ];
    const answer = joinPark({ park: apart, plots, reading: 'strict' }, ruleset);
    expect(answer).toMatchObject({ plots: ['small'], proved: true, possible: true, alreadyContiguous: false });
    expect(answer.weight).toBeCloseTo(muOfSquareMetres(600), 2);
    expect(answer.areaMu).toBeCloseTo(answer.weight ?? 0, 9);
    expect(answer.lowerBound).toBe(answer.weight);
    expect(answer.alternatives).toEqual([
      { without: 'small', plots: ['large'], weight: expect.closeTo(muOfSquareMetres(1200), 2) },
    ]);
    expect(joinPark({ park: apart, plots, reading: 'strict', refused: ['small'] }, ruleset).plots).toEqual(['large']);
    expect(joinPark({ park: apart, plots, reading: 'strict', refused: ['small', 'large'] }, ruleset).possible).toBe(
      false,
    );
  });

  test('weighs by count and by price as asked', () => {
    const plots = [
      { id: 'a', geometry: box(40, 0, 30, 10), price: 1 },
      { id: 'b', geometry: box(70, 0, 30, 10), price: 1 },
      { id: 'c', geometry: box(40, 20, 60, 20), price: 5 },
    ];
    const by = (weigh: 'area' | 'count' | 'price') =>
      joinPark({ park: apart, plots, reading: 'strict', weigh }, ruleset);
    expect(by('area').plots).toEqual(['a', 'b']);
    expect(by('count')).toMatchObject({ plots: ['c'], weight: 1 });
    expect(by('price')).toMatchObject({ plots: ['a', 'b'], weight: 2 });
  });

  test('never takes a missing price for nothing', () => {
    const priced = { id: 'priced', geometry: box(40, 0, 60, 10), price: 7 };
    const unpriced = { id: 'unpriced', geometry: box(40, 20, 60, 10) };
    const ask = (plots: Candidate[]) => joinPark({ park: apart, plots, reading: 'strict', weigh: 'price' }, ruleset);
    expect(ask([priced, unpriced])).toMatchObject({ plots: ['priced'], weight: 7, proved: false, lowerBound: 0 });
    expect(ask([unpriced])).toMatchObject({ possible: true, plots: ['unpriced'], weight: null, proved: false });
  });

  test('weighs ground shared with the park once', () => {
    const plots = [{ id: 'over', geometry: box(20, 0, 80, 20) }];
    const answer = joinPark({ park: apart, plots, reading: 'strict' }, ruleset);
    expect(answer.weight).toBeCloseTo(muOfSquareMetres(60 * 20), 2);
    expect(answer.areaMu).toBeCloseTo(answer.weight ?? 0, 6);
  });

  test('brings every part of a chosen plot into the piece', () => {
    const both = (x: number, y: number): Candidate => ({
      id: 'two-parts',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [box(40, 0, 60, 10), box(x, y, 10, 10)].map(({ coordinates }) => coordinates) as never,
      },
    });
    const plain = { id: 'plain', geometry: box(40, 20, 60, 20) };
    expect(joinPark({ park: apart, plots: [both(140, 0), plain], reading: 'strict' }, ruleset).plots).toEqual([
      'two-parts',
    ]);
    expect(joinPark({ park: apart, plots: [both(140, 80), plain], reading: 'strict' }, ruleset).plots).toEqual([
      'plain',
    ]);
  });

  test('counts unknown gaps as open, and roads as crossed where they are known', () => {
    const plots = [{ id: 'step', geometry: box(60, 0, 20, 40) }];
    const streets: Surrounding[] = [road(12, [50, -20], [50, 60]), road(12, [90, -20], [90, 60])];
    expect(joinPark({ park: apart, plots }, ruleset, { maxGapMetres: 25 }).possible).toBe(false);
    expect(joinPark({ park: apart, plots, between: streets }, ruleset, { maxGapMetres: 25 }).plots).toEqual(['step']);
    const river: Surrounding[] = [{ ...road(12, [50, -20], [50, 60]), kind: 'river' }];
    expect(joinPark({ park: apart, plots, between: river }, ruleset, { maxGapMetres: 25 }).possible).toBe(false);
  });

  test('no longer holds a chosen plot’s own parcel against it', () => {
    const step = box(60, 0, 20, 40);
    const between: Surrounding[] = [{ id: 'register-7', kind: 'parcel', geometry: step }];
    const answer = joinPark({ park: apart, plots: [{ id: 'step', geometry: step }], between }, ruleset, {
      maxGapMetres: 25,
    });
    expect(answer.plots).toEqual(['step']);
  });
});

describe('beyond ten pieces', () => {
  const row = Array.from({ length: 14 }, (_, i) => i);
  const park = row.map((i) => ({ id: `k${i}`, geometry: box(i * 60, 0, 40, 40) }));
  const narrow = row.slice(1).map((i) => ({ id: `n${i}`, geometry: box(i * 60 - 20, 0, 20, 10) }));
  const wide = row.slice(1).map((i) => ({ id: `w${i}`, geometry: box(i * 60 - 20, 10, 20, 20) }));

  test('an answer joins, and lies no farther from its bound than it says', () => {
    const answer = joinPark({ park, plots: [...wide, ...narrow], reading: 'strict', weigh: 'area' }, ruleset);
    expect(answer.plots).toEqual(narrow.map(({ id }) => id));
    expect(answer.lowerBound).toBeLessThanOrEqual(answer.weight ?? 0);
    expect(answer.proved).toBe((answer.lowerBound ?? 0) >= (answer.weight ?? 0) - 1e-9);
    expect(answer.alternatives[4]).toMatchObject({ without: 'n5' });
    expect(answer.alternatives[4]?.plots).toContain('w5');
  });
});
