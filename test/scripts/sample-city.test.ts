import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import plan from '../../data/plan/plan.json' with { type: 'json' };
import { citySeed, generateCity } from '../../scripts/sample-city/generate';
import { cityCrs, isInUnit } from '../../scripts/sample-city/place';
import { inventUscc } from '../../scripts/sample-city/uscc';
import { judgeAreal } from '../../server/core/fabric/judge';

const city = generateCity(citySeed);
const numbers = new Set(city.parcels.map((parcel) => parcel.number));
const fingerprint = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('sample city', () => {
  it('is the same city from the same seed and another from another', () => {
    expect(fingerprint(generateCity(citySeed))).toBe(fingerprint(city));
    expect(fingerprint(generateCity(citySeed + 1))).not.toBe(fingerprint(city));
  });

  it('has about 30 parks and 12,000 parcels over the 13 units, and units without a park', () => {
    expect(city.parks.length).toBeGreaterThanOrEqual(28);
    expect(Math.abs(city.parcels.length - 12_000)).toBeLessThan(1200);
    const units = new Set(city.parcels.map((parcel) => parcel.unit));
    expect([...units].sort()).toEqual(plan.units.map((unit) => unit.id).sort());
    const bare = plan.units.filter((unit) => !city.parks.some((park) => park.unit === unit.id));
    expect(bare.length).toBeGreaterThanOrEqual(1);
  });

  it('gives every parcel its own number and a valid ring', () => {
    expect(numbers.size).toBe(city.parcels.length);
    const faults = city.parcels.flatMap((parcel) => {
      const feature = { id: parcel.number, geometry: { type: 'Polygon', coordinates: parcel.polygon } };
      const judged = judgeAreal(feature, [116, 23, 121, 27]);
      return judged.faults.length === 0 ? [] : [parcel.number];
    });
    expect(faults).toEqual([]);
  });

  it('stands on land inside its units, but for the district on a unit line', () => {
    const isHome = (unit: string, at: [number, number]) => isInUnit(unit, cityCrs.toMetres(at));
    const astray = city.parcels.filter((parcel) => !parcel.polygon.flat().every((at) => isHome(parcel.unit, at)));
    const lost = astray.filter(
      (parcel) => !parcel.polygon.flat().every((at) => plan.units.some(({ id }) => isHome(id, at))),
    );
    expect(lost.map((parcel) => parcel.number)).toEqual([]);
    expect(new Set(astray.map((parcel) => parcel.number.slice(0, 4))).size).toBe(1);
  });

  it('marks every park and firm as a sample and knows all their parcels', () => {
    for (const park of city.parks) {
      expect(park.name).toMatch(/^样例园 · /);
      expect(park.members.length).toBeGreaterThan(2);
      expect(park.members.every((number) => numbers.has(number))).toBe(true);
    }
    expect(city.firms.every((firm) => firm.name.startsWith('样例') && numbers.has(firm.parcel))).toBe(true);
  });

  it('invents 400 firms under codes that no place has', () => {
    expect(city.firms).toHaveLength(400);
    expect(new Set(city.firms.map((firm) => firm.uscc)).size).toBe(400);
    expect(city.firms.every((firm) => /^91000000YT\d{6}[0-9X][0-9A-Z]$/.test(firm.uscc))).toBe(true);
    expect(city.firms.some((firm) => firm.years.some((year) => year.outputCny === null))).toBe(true);
  });

  it('plants every kind of leftover plot', () => {
    for (const kind of ['corner', 'scattered', 'enclosed'])
      expect(city.truth.plots.filter((plot) => plot.kind === kind).length).toBeGreaterThanOrEqual(5);
    expect(city.truth.plots.every((plot) => numbers.has(plot.number))).toBe(true);
  });

  it('tells each way in which a park can stand', () => {
    const { parks } = city.truth;
    const all = <K extends 'contiguity' | 'specializedCount' | 'outputShare'>(key: K) =>
      new Set(parks.map((park) => park[key]));
    expect(all('contiguity')).toEqual(new Set(['contiguous', 'nearly', 'separate', 'unknown']));
    expect(all('outputShare')).toEqual(new Set(['met', 'unmet', 'unknown']));
    expect(all('specializedCount')).toEqual(new Set(['met', 'unmet']));
  });
});

describe('inventUscc', () => {
  it('keeps both check characters (GB 32100 and GB 11714)', () => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (const serial of [1, 7, 42, 399, 123456]) {
      const code = inventUscc(serial);
      const sum = [...code].reduce(
        (total, character, i) => total + characters.indexOf(character) * (i < 17 ? 3 ** i % 31 : 1),
        0,
      );
      expect(code).toHaveLength(18);
      expect(sum % 31).toBe(0);
    }
  });
});
