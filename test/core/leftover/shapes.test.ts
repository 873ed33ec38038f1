import { describe, expect, test } from 'vitest';
import type { Areal } from '../../../data/contract/geojson';
import { classifyLeftover, type LeftoverInput } from '../../../server/core/leftover';
import { box, findOne, road, ruleset } from './drawn';
import { block, drawn, ring, roadBehind, streets, verge } from './shapes';

describe('drawn shapes', () => {
  test.each(drawn)('$name: $kind', ({ park, plot, edges, kind, wouldBe }) => {
    const finding = findOne(park, plot, edges);
    expect(finding.kind, JSON.stringify(finding.measures)).toBe(kind);
    expect(finding.wouldBe).toBe(wouldBe ?? null);
    expect(finding.because.length).toBeGreaterThan(0);
  });

  test('a verge is measured as it is drawn', () => {
    const { measures } = findOne([block], verge, [roadBehind]);
    expect(measures.contactShare).toBeCloseTo(80 / 190, 3);
    expect(measures.edgeShare).toBeCloseTo((80 + 2 * 0.5) / 190, 2);
    expect(measures.contactRuns).toBe(1);
    expect(measures.parkIntoPlot).toBeCloseTo(0, 3);
    expect(measures.plotIntoPark).toBeCloseTo(0, 3);
    expect(measures.inscribedWidthMetres).toBeCloseTo(15, 3);
    expect(measures.compactness).toBeCloseTo((4 * Math.PI * 1200) / 190 ** 2, 3);
  });

  test('a ringed plot is in contact all round and sees the park everywhere', () => {
    const { measures } = findOne(ring, box(0, 0, 40, 40), streets);
    expect(measures.contactShare).toBeCloseTo(1, 2);
    expect(measures.contactRuns).toBe(1);
    expect(measures.edgeShare).toBeCloseTo(0, 2);
    expect(measures.enclosure).toBeCloseTo(1, 3);
  });

  test('the same plot over a park plot is in no contact with it, for the park lies on its inner side', () => {
    expect(findOne([block], block, []).measures.contactShare).toBe(0);
  });

  test('what a missing layer leaves open is named', () => {
    expect(findOne([block], verge).missing.map(({ code }) => code)).toEqual(['leftover-edges-missing']);
    expect(findOne([block], box(0, 112, 30, 30)).missing.map(({ code }) => code)).toEqual(['leftover-streets-missing']);
  });

  test('a plot that is not asked about keeps the gap it lies in from being bridged', () => {
    const input = {
      park: [{ id: 'k', geometry: block }],
      plots: [{ id: 'p', geometry: box(40, 130, 30, 15) }],
      edges: [road(30, [0, 115], [200, 115])],
    };
    const between = { id: 'o', geometry: box(0, 112, 200, 18) };
    const contactOf = (more: object) =>
      classifyLeftover({ ...input, ...more }, ruleset).findings[0]?.measures.contactShare;
    expect(contactOf({})).toBeGreaterThan(0.3);
    expect(contactOf({ others: [between] })).toBe(0);
    expect(contactOf({ plots: [...input.plots, between] })).toBe(0);
  });

  test('roads inside the red line are the park’s own, whatever keeps the gap from being bridged', () => {
    const input = { park: [{ id: 'k', geometry: block }], plots: [{ id: 'p', geometry: box(40, 120, 30, 30) }] };
    const river = { ...road(2, [0, 104], [200, 104]), kind: 'river' as const };
    const edges = [road(12, [0, 114], [200, 114]), river];
    const redLine = box(0, 0, 200, 120);
    expect(classifyLeftover({ ...input, edges }, ruleset).findings[0]?.kind).toBe('not-adjacent');
    expect(classifyLeftover({ ...input, edges, redLine }, ruleset).findings[0]?.kind).toBe('manual');
  });
});

describe('drawing it otherwise', () => {
  test.each(drawn)('$name keeps its class', ({ park, plot, edges, kind }) => {
    const turned = (geometry: Areal): Areal => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const coordinates = polygons.map((rings) => rings.map((ring) => startElsewhere([...ring].reverse())));
      return { type: 'MultiPolygon', coordinates };
    };
    const input: LeftoverInput = {
      park: park.map((geometry, i) => ({ id: `k${i}`, geometry: turned(geometry) })).reverse(),
      plots: [{ id: 'p', geometry: turned(plot) }],
      ...(edges && { edges: [...edges].reverse() }),
    };
    const before = findOne(park, plot, edges);
    const after = classifyLeftover(input, ruleset).findings[0];
    expect(after?.kind).toBe(kind);
    for (const [name, value] of Object.entries(before.measures)) {
      expect(after?.measures[name as keyof typeof before.measures], name).toBeCloseTo(value, 3);
    }
  });
});

/** The same closed ring from its third point on. */
function startElsewhere(closed: number[][]): number[][] {
  const open = closed.slice(1);
  const moved = [...open.slice(1), ...open.slice(0, 1)];
  return [...moved, ...moved.slice(0, 1)];
}
