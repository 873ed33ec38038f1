import { describe, expect, test } from 'vitest';
import type { Areal } from '../../../data/contract/geojson';
import { classifyLeftover } from '../../../server/core/leftover';
import { box, findOne, ruleset } from './drawn';

const block = box(0, 0, 200, 100);

describe('the limit', () => {
  const side = Math.sqrt(2000);
  const plot = (factor: number): Areal => box(100, 100, side * factor, side);
  const findings = (factor: number, limitInclusive: boolean) =>
    classifyLeftover(
      { park: [{ id: 'k', geometry: block }], plots: [{ id: 'p', geometry: plot(factor) }], edges: [] },
      ruleset,
      { limitInclusive, limitMu: areaOfOne() },
    ).findings[0];
  /** The drawn plot's own ellipsoidal area, so that it stands exactly at the limit. */
  const areaOfOne = () => findOne([block], plot(1), []).areaMu;

  test.each([
    { factor: 1, inclusive: true, kind: 'manual', atLimit: true },
    { factor: 1, inclusive: false, kind: 'too-large', atLimit: true },
    { factor: 1.0005, inclusive: true, kind: 'too-large', atLimit: true },
    { factor: 0.9995, inclusive: false, kind: 'manual', atLimit: true },
    { factor: 1.01, inclusive: true, kind: 'too-large', atLimit: false },
    { factor: 0.99, inclusive: false, kind: 'manual', atLimit: false },
  ])('$factor of it, inclusive $inclusive: $kind', ({ factor, inclusive, kind, atLimit }) => {
    expect(findings(factor, inclusive)).toMatchObject({
      kind,
      atLimit,
      wouldBe: kind === 'too-large' ? 'manual' : null,
    });
  });
});

test('near the limit an area is told in as many digits as it takes to differ', () => {
  const plot = box(100, 100, Math.sqrt(2000) * 0.99999, Math.sqrt(2000));
  const { areaMu } = findOne([block], plot, []);
  const at = { park: [{ id: 'k', geometry: block }], plots: [{ id: 'p', geometry: plot }], edges: [] };
  const [finding] = classifyLeftover(at, ruleset, { limitMu: areaMu + 0.00003 }).findings;
  const told = finding?.because.find(({ code }) => code === 'leftover-at-limit')?.args;
  expect(Number(told?.areaMu)).not.toBe(told?.limitMu);
});

describe('the cap', () => {
  const park = [{ id: 'k', geometry: box(0, 0, 100, 100) }];
  /** Plots in holes of nothing: slots between the park and a second row, enclosed by both. */
  const rows = [...park, { id: 'k2', geometry: box(0, 120, 100, 50) }];
  const slot = (x: number, width: number) => ({ id: `p${x}`, geometry: box(x, 100, width, 20) });

  test('sums what is leftover, ground once, against the park with it', () => {
    const { cap } = classifyLeftover({ park: rows, plots: [slot(0, 30), slot(40, 30)], edges: [] }, ruleset);
    expect(cap.share).toBeCloseTo(1200 / (15000 + 1200), 5);
    expect(cap).toMatchObject({ limit: 0.1, denominator: 'park-and-leftover', verdict: 'met' });
    const twice = classifyLeftover(
      { park: rows, plots: [slot(0, 30), { ...slot(0, 30), id: 'again' }], edges: [] },
      ruleset,
    );
    expect(twice.cap.leftoverMu).toBeCloseTo((600 * 3) / 2000, 2);
  });

  test('is unmet over the share, and unknown where a plot left to a person could break it', () => {
    const input = { park: rows, plots: [slot(0, 30), slot(40, 30)], edges: [] };
    expect(classifyLeftover(input, ruleset, { capShare: 0.05 }).cap.verdict).toBe('unmet');
    const open = { park, plots: [{ id: 'p', geometry: box(0, 100, 60, 20) }], edges: [] };
    expect(classifyLeftover(open, ruleset, { capShare: 0.2 }).cap.verdict).toBe('met');
    expect(classifyLeftover(open, ruleset, { capShare: 0.05 }).cap.verdict).toBe('unknown');
  });
});
