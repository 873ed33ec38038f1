import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import plan from '../../data/plan/plan.json' with { type: 'json' };
import { type BenchParcel, inventCity } from '../../scripts/bench/city/city';
import { inventFirms } from '../../scripts/bench/city/firms';
import { recipeOf } from '../../scripts/bench/city/recipe';
import { cityCrs } from '../../scripts/sample-city/place';
import { ellipsoidalArea, muOf } from '../../server/core/fabric/area';
import { layFabric } from '../../server/core/fabric/fabric';
import { judgeAreal } from '../../server/core/fabric/judge';
import { readRulesets } from '../../server/rules';

const recipe = recipeOf(10_000);
const city = inventCity(recipe);
const blocks = [...city.blocks()];
const parcels = blocks.flat();
const extent = readRulesets().current.rules.measure.planningExtent.value;
const everyTenth = parcels.filter((_, i) => i % 10 === 0);

const polygonOf = ({ rings }: BenchParcel) => ({
  type: 'Polygon' as const,
  coordinates: rings.map((ring) => pairs(ring)),
});
const pairs = (flat: Float64Array): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[i * 2] as number, flat[i * 2 + 1] as number]);
const digest = (from: ReturnType<typeof inventCity>) => {
  const hash = createHash('sha256');
  for (const block of from.blocks())
    for (const { rings, ...rest } of block) hash.update(JSON.stringify([rest, rings.map((ring) => [...ring])]));
  return hash.update(JSON.stringify([from.parks, from.corridors])).digest('hex');
};

describe('city for the bench', () => {
  it('is the same city from the same seed and another from another', () => {
    expect(digest(inventCity(recipe))).toBe(digest(city));
    expect(digest(inventCity({ ...recipe, seed: recipe.seed + 1 }))).not.toBe(digest(city));
  });

  it('has as many parcels as asked for, with ids and numbers of their own', () => {
    expect(parcels).toHaveLength(10_000);
    expect(parcels.map(({ id }) => id)).toEqual(Array.from({ length: 10_000 }, (_, i) => i + 1));
    expect(new Set(parcels.map(({ number }) => number)).size).toBe(10_000);
  });

  it('draws valid ground of four to twelve corners within the planning extent', () => {
    const faults = parcels.flatMap(
      (parcel) => judgeAreal({ id: parcel.number, geometry: polygonOf(parcel) }, extent).faults,
    );
    expect(faults).toEqual([]);
    const corners = parcels.map(({ rings }) => (rings[0]?.length ?? 0) / 2 - 1);
    expect(Math.min(...corners)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...corners)).toBe(12);
    // What is rare shows in a larger city only.
    const holed = [...inventCity(recipeOf(60_000)).blocks()].flat().filter(({ rings }) => rings.length > 1);
    expect(holed.length).toBeGreaterThan(20);
    expect(
      holed.flatMap((parcel) => judgeAreal({ id: parcel.number, geometry: polygonOf(parcel) }, extent).faults),
    ).toEqual([]);
  });

  it('writes the areas that the core measures', () => {
    const plots = everyTenth.map((parcel) => ({ id: parcel.number, geometry: polygonOf(parcel) }));
    const measured = layFabric(plots, cityCrs).parts.map(ellipsoidalArea);
    const off = everyTenth.map(({ areaSquareMetres }, i) => Math.abs(areaSquareMetres / (measured[i] as number) - 1));
    expect(Math.max(...off)).toBeLessThan(2e-5);
  });

  it('lets at least a tenth of all corners end on a neighbour without a corner there', () => {
    const inside = blocks.map((block) =>
      endings(block.map(({ rings }) => pairs(rings[0] as Float64Array).map(cityCrs.toMetres))),
    );
    const corners = inside.reduce((sum, found) => sum + found.corners, 0);
    expect(inside.reduce((sum, found) => sum + found.ending, 0) / corners).toBeGreaterThan(0.1);
  });

  it('puts at least one corner in a hundred up to five centimetres off its place', () => {
    const straight = [...inventCity({ ...recipe, jitterShare: 0 }).blocks()].flat();
    const off = parcels.flatMap(({ rings }, i) =>
      rings.flatMap((ring, r) => {
        const place = pairs(straight[i]?.rings[r] as Float64Array).map(cityCrs.toMetres);
        return pairs(ring)
          .map(cityCrs.toMetres)
          .map(([x, y], v) => Math.hypot(x - (place[v]?.[0] ?? 0), y - (place[v]?.[1] ?? 0)));
      }),
    );
    const jittered = off.filter((metres) => metres > 0.001);
    expect(jittered.length / off.length).toBeGreaterThan(0.01);
    expect(Math.max(...off)).toBeLessThan(0.0501);
  });

  it('holds slivers, lots in lots, small plots beside parks, and parks in one, five and ten pieces', () => {
    const plotsOf = (park: number) => parcels.filter((parcel) => parcel.park === park).length;
    expect(plotsOf(1)).toBe(300);
    expect([2, 3].map(plotsOf).every((plots) => plots >= 100)).toBe(true);
    expect(parcels.some(({ areaSquareMetres }) => areaSquareMetres < 80)).toBe(true);
    expect(parcels.some(({ rings }) => rings.length === 2)).toBe(true);
    const amongParks = blocks.filter((block) => block.some(({ park }) => park !== null)).flat();
    const left = amongParks.filter(({ park, areaSquareMetres }) => park === null && muOf(areaSquareMetres) < 6);
    expect(left.length / amongParks.length).toBeGreaterThan(0.1);
  });

  it('calls parks and firms samples and never by the name of a real one', () => {
    const plotsOfPark = new Map(
      city.parks.map(({ id }) => [id, parcels.filter(({ park }) => park === id).map((p) => p.id)]),
    );
    const firms = inventFirms(recipe, plotsOfPark);
    const real = new Set([...plan.segments, ...plan.units].flatMap(({ leaders }) => leaders));
    expect(real.size).toBeGreaterThan(10);
    expect(firms.length).toBeGreaterThan(20);
    for (const { name, uscc } of firms) {
      expect(name).toMatch(/^样例测速企业 \d+$/);
      expect([...real].some((leader) => name.includes(leader) || leader.includes(name))).toBe(false);
      expect(uscc).toMatch(/^91000000YT/);
    }
    expect(city.parks.every(({ name }) => name.startsWith('样例园 · '))).toBe(true);
  });
});

type Ring = readonly (readonly [number, number])[];

/** How many corners of a block's lots lie on an edge of another lot that has no corner there, and how many there are. */
function endings(rings: readonly Ring[]): { ending: number; corners: number } {
  const tolerance = 0.06;
  let [ending, corners] = [0, 0];
  for (const [i, ring] of rings.entries()) {
    for (const corner of ring.slice(0, -1)) {
      corners++;
      const ends = (other: Ring, j: number) =>
        j !== i && isBeside(corner, other, tolerance) && !other.some((point) => apart(point, corner) <= 2 * tolerance);
      if (rings.some(ends)) ending++;
    }
  }
  return { ending, corners };
}

const apart = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function isBeside([x, y]: readonly [number, number], ring: Ring, tolerance: number): boolean {
  return ring.slice(1).some(([bx, by], i) => {
    const [ax, ay] = ring[i] as readonly [number, number];
    const length = Math.hypot(bx - ax, by - ay);
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
    return along > 0 && along < length && Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length < tolerance;
  });
}
