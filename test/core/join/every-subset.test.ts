import { describe, expect, test } from 'vitest';
import type { ReadingName } from '../../../data/contract/vocabulary';
import { contiguity } from '../../../server/core/contiguity';
import { type Candidate, type JoinInput, joinPark } from '../../../server/core/join';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { box, polygon, road, ruleset } from '../leftover/drawn';
import { seeded } from './seeded';

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

  test('the order of plots changes nothing', () => {
    for (const { seed, input } of cases.slice(0, 60)) {
      const turned = { ...input, park: [...input.park].reverse(), plots: [...input.plots].reverse() };
      const weight = joinPark(input, ruleset, overrides).weight;
      const again = joinPark(turned, ruleset, overrides).weight;
      expect(again, `seed ${seed}`).toEqual(weight === null ? null : expect.closeTo(weight, 6));
    }
  });
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
