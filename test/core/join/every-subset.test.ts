import { describe, expect, test } from 'vitest';
import { contiguity } from '../../../server/core/contiguity';
import { ellipsoidalArea, muOf } from '../../../server/core/fabric/area';
import { unionGround } from '../../../server/core/fabric/ground';
import { type Candidate, type JoinInput, joinPark } from '../../../server/core/join';
import { ruleset } from '../leftover/drawn';
import { overrides, smallCase } from './small-cases';

const SEEDS = Array.from({ length: Number(process.env.N ?? 1200) }, (_, seed) => seed);

describe('against every subset, judged by the contiguity reading itself', () => {
  test('set, bound and every alternative are as light as the lightest that joins', () => {
    const seen = { joined: 0, impossible: 0, whole: 0, alternatives: 0, withoutAlternative: 0, unpriced: 0 };
    for (const seed of SEEDS) {
      const input = smallCase(seed);
      const truth = tryEverySubset(input);
      const best = truth();
      const answer = joinPark(input, ruleset, overrides);
      const told = `seed ${seed}: ${answer.plots}`;
      expect(answer.possible, told).toBe(best !== null);
      if (best === null) {
        expect(answer, told).toMatchObject({ plots: [], weight: null, proved: true, alternatives: [] });
        seen.impossible++;
        continue;
      }
      const alreadyContiguous = best.places.length === 0;
      expect(answer.alreadyContiguous, told).toBe(alreadyContiguous);
      expect(answer.weight, told).toEqual(closeTo(best.weight));
      expect(truth.isWhole(answer.plots), told).toBe(true);
      expect(answer.lowerBound, told).toBeLessThanOrEqual((best.weight ?? Number.POSITIVE_INFINITY) + 1e-6);
      if (truth.isPriced) {
        expect(answer.proved, told).toBe(true);
        expect(answer.lowerBound, told).toEqual(closeTo(best.weight));
      } else seen.unpriced++;
      expect(answer.alternatives.map(({ without }) => without)).toEqual(answer.plots);
      for (const { without, plots, weight } of answer.alternatives) {
        const other = truth(without);
        expect(weight, `${told} without ${without}`).toEqual(closeTo(other?.weight ?? null));
        expect(plots === null, `${told} without ${without}`).toBe(other === null);
        if (plots) expect(plots).not.toContain(without);
        if (plots) expect(truth.isWhole(plots), `${told} without ${without}`).toBe(true);
        seen[other ? 'alternatives' : 'withoutAlternative']++;
      }
      seen[alreadyContiguous ? 'whole' : 'joined']++;
    }
    // Each outcome comes up often enough for the comparison to mean something.
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(30);
  }, 900_000);

  test('more to choose from never makes it heavier, refusing never lighter', () => {
    for (const seed of SEEDS.slice(0, 400)) {
      const input = smallCase(seed);
      const { weight, possible, plots } = joinPark(input, ruleset, overrides);
      const fewer = { ...input, plots: input.plots.slice(0, -1) };
      const withFewer = joinPark(fewer, ruleset, overrides);
      if (withFewer.possible) expect(possible, `seed ${seed}`).toBe(true);
      if (withFewer.weight !== null) expect(weight, `seed ${seed}`).toBeLessThanOrEqual(withFewer.weight + 1e-9);
      const refusing = joinPark({ ...input, refused: [...(input.refused ?? []), plots[0] ?? ''] }, ruleset, overrides);
      if (refusing.weight !== null && weight !== null)
        expect(refusing.weight, `seed ${seed}`).toBeGreaterThanOrEqual(weight - 1e-9);
    }
  }, 600_000);

  test('the order of plots changes nothing', () => {
    for (const seed of SEEDS.slice(0, 200)) {
      const input = smallCase(seed);
      const turned = { ...input, park: [...input.park].reverse(), plots: [...input.plots].reverse() };
      const weight = joinPark(input, ruleset, overrides).weight;
      expect(joinPark(turned, ruleset, overrides).weight, `seed ${seed}`).toEqual(closeTo(weight, 6));
    }
  }, 300_000);
});

const closeTo = (weight: number | null, digits = 3) => (weight === null ? null : expect.closeTo(weight, digits));

interface Lightest {
  readonly places: readonly number[];
  /** Null where the lightest set that joins holds a plot whose price is not known. */
  readonly weight: number | null;
}

/** Every subset of the candidates that leaves one piece; answers the lightest, or the lightest without a plot. */
function tryEverySubset(input: JoinInput) {
  const { park, between, redLine, rulings, reading = 'normal', refused = [] } = input;
  const plots = input.plots.filter(({ id }) => !refused.includes(id));
  const weights = plots.map((plot) => weightOf(input, plot));
  const whole = new Map<number, boolean>();
  const isWhole = (subset: number): boolean => {
    const known = whole.get(subset);
    if (known !== undefined) return known;
    const all = [...park, ...plots.filter((_, place) => (subset >> place) & 1)];
    const answer = contiguity({ plots: all, between, redLine: redLine ?? undefined, rulings }, ruleset, overrides);
    whole.set(subset, answer.readings[reading].pieces.length === 1);
    return answer.readings[reading].pieces.length === 1;
  };
  const lightest = (without?: string): Lightest | null => {
    let best: Lightest | null = null;
    for (let subset = 0; subset < 1 << plots.length; subset++) {
      const places = [...plots.keys()].filter((place) => (subset >> place) & 1);
      if (places.some((place) => plots[place]?.id === without)) continue;
      const own = places.map((place) => weights[place] ?? null);
      const weight = own.includes(null) ? null : own.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      const isLighter = !best || best.weight === null || (weight !== null && weight < best.weight - 1e-9);
      if (isLighter && isWhole(subset)) best = { places, weight };
    }
    return best;
  };
  return Object.assign(lightest, {
    isPriced: !weights.includes(null),
    isWhole: (ids: readonly string[]) =>
      isWhole(plots.reduce((subset, { id }, place) => (ids.includes(id) ? subset | (1 << place) : subset), 0)),
  });
}

function weightOf(input: JoinInput, plot: Candidate): number | null {
  if (input.weigh === 'count') return 1;
  if (input.weigh === 'price') return plot.price ?? null;
  // The union on the plane, brought to the ellipsoid: which way it is united does not matter.
  const own = plot.parts ?? [];
  const park = input.park.flatMap(({ parts }) => parts ?? []);
  const planar = unionGround([...park, ...own]) - unionGround(park);
  const ratio = sum(own.map(ellipsoidalArea)) / sum(own.map(({ planarSquareMetres }) => planarSquareMetres));
  return muOf(planar * ratio);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
