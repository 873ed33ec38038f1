import { describe, expect, test } from 'vitest';
import type { ReadingName } from '../../../data/contract/vocabulary';
import { contiguity } from '../../../server/core/contiguity';
import { type Candidate, type JoinInput, joinPark } from '../../../server/core/join';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { box, polygon, road, ruleset } from '../leftover/drawn';
import { seeded } from './seeded';

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

describe('against every subset', () => {
  const readings: ReadingName[] = ['strict', 'normal', 'normal', 'loose'];
  const cases = Array.from({ length: 240 }, (_, seed) => ({
    seed,
    input: randomCase(seed, readings[seed % 4] ?? 'normal'),
  }));

  test('the answer is as light as the lightest subset that the contiguity reading accepts', () => {
    let joined = 0;
    let moved = 0;
    for (const { seed, input } of cases) {
      const best = tryEverySubset(input);
      const answer = joinPark(input, ruleset, overrides);
      expect(answer.possible, `seed ${seed}`).toBe(best !== null);
      expect(answer.proved, `seed ${seed}`).toBe(true);
      if (best === null) continue;
      expect(answer.weight, `seed ${seed}: ${answer.plots}`).toBeCloseTo(best, 3);
      expect(isWhole(input, new Set(answer.plots)), `seed ${seed}`).toBe(true);
      if (best > 0) joined++;
      for (const { without, plots, weight } of answer.alternatives) {
        const other = tryEverySubset(input, without);
        expect(weight, `seed ${seed} without ${without}`).toEqual(other === null ? null : expect.closeTo(other, 3));
        if (plots) expect(plots).not.toContain(without);
        moved++;
      }
    }
    expect(joined).toBeGreaterThan(60);
    expect(moved).toBeGreaterThan(80);
  }, 120_000);
});

const overrides = { maxGapMetres: 12, looseGapMetres: 18 };

/** Plots on a loose grid: some the park's, some candidates, some left out; roads, rivers and parcels in the lanes. */
function randomCase(seed: number, reading: ReadingName): JoinInput {
  const random = seeded(seed + 1);
  const park: Candidate[] = [];
  const plots: Candidate[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 4; column++) {
      const [x, y] = [column * 40 + random() * 8, row * 40 + random() * 8];
      const [width, height] = [26 + random() * 16, 26 + random() * 16];
      const dice = random();
      const geometry =
        random() < 0.7
          ? box(x, y, width, height)
          : polygon([
              [x, y],
              [x + width, y],
              [x, y + height],
            ]);
      if (dice < 0.3 || park.length === 0) park.push({ id: `k${park.length}`, geometry });
      else if (dice < 0.85 && plots.length < 7)
        plots.push({ id: `c${plots.length}`, geometry, price: Math.ceil(random() * 9) });
    }
  }
  const [first, second, ...rest] = plots;
  if (first && second && random() < 0.5) plots.splice(0, plots.length, bothOf(first, second), ...rest);
  const between: Surrounding[] = [];
  for (let lane = 0; lane < 4; lane++) {
    const at = 33 + 40 * Math.floor(random() * 3);
    const across = random() < 0.5;
    const kind = random() < 0.6 ? 'road' : 'river';
    const strip = across ? road(4, [-10, at], [170, at]) : road(4, [at, -10], [at, 130]);
    between.push({ ...strip, id: `b${lane}`, kind });
  }
  const weigh = random() < 0.5 ? 'area' : 'price';
  return { park, plots, reading, weigh, ...(reading === 'normal' && { between }) };
}

/** Two candidates under one name: taken together, each part has to find its own way into the piece. */
function bothOf(one: Candidate, two: Candidate): Candidate {
  const coordinates = [one, two].flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return { ...one, geometry: { type: 'MultiPolygon', coordinates } };
}

function tryEverySubset(input: JoinInput, without?: string): number | null {
  const plots = input.plots.filter(({ id }) => id !== without);
  let best: number | null = null;
  for (let subset = 0; subset < 1 << plots.length; subset++) {
    const chosen = plots.filter((_, place) => (subset >> place) & 1);
    const weight = chosen.reduce((sum, plot) => sum + weightOf(input, plot), 0);
    if ((best === null || weight < best - 1e-9) && isWhole(input, new Set(chosen.map(({ id }) => id)))) best = weight;
  }
  return best;
}

const weights = new Map<Candidate, number>();

function weightOf(input: JoinInput, plot: Candidate): number {
  if (input.weigh === 'price') return plot.price ?? 0;
  const area = (plots: readonly Candidate[]) =>
    contiguity({ plots }, ruleset).readings.strict.pieces.reduce((sum, piece) => sum + piece.areaMu, 0);
  const known = weights.get(plot) ?? area([...input.park, plot]) - area(input.park);
  weights.set(plot, known);
  return known;
}

function isWhole({ park, plots, between, reading = 'normal' }: JoinInput, chosen: ReadonlySet<string>): boolean {
  const all = [...park, ...plots.filter(({ id }) => chosen.has(id))];
  return contiguity({ plots: all, between }, ruleset, overrides).readings[reading].pieces.length === 1;
}
