import { describe, expect, it } from 'vitest';
import { joinPark } from '../../server/core/join';
import type { Surrounding } from '../../server/core/pieces/surroundings';
import { title } from '../../server/core/title';
import { box, object, plot, polygon, read, ruleset } from './drawing';

/** Three plots in a row; the middle one stands in the gap that is measured between the outer two. */
const park = [plot('west', 0, 0, 100, 100), plot('middle', 120, 0, 40, 100), plot('east', 180, 0, 100, 100)];
const parcel = (id: string, x: number, y: number, w: number, h: number): Surrounding =>
  object('parcel', polygon(box(x, y, w, h)), id);
const own = park.map(({ id, geometry }) => object('parcel', geometry, `register-${id}`));
const others = parcel('theirs', 105, 40, 10, 20);

describe('the park’s own parcels among those around', () => {
  it('change nothing', () => {
    for (const around of [[], [others]])
      expect(read(park, { between: [...own, ...around] })).toEqual(read(park, { between: around }));
    expect(read(park, { between: own }).verdict).toBe('contiguous');
  });

  it('let another’s parcel in the gap block', () => {
    const answer = read(park, { between: [...own, others] });
    expect(answer.verdict).toBe('separate');
    expect(answer.gaps.find(({ from }) => from === 'west')).toMatchObject({
      holds: [{ kind: 'parcel', id: 'theirs' }],
      bridged: false,
    });
  });

  it.each([
    ['surveyed half a metre off', parcel('s', 0.5, -0.5, 100, 100), true],
    ['with just more than half under a plot', parcel('s', 80, 0, 39.9, 100), true],
    ['with just half under a plot', parcel('s', 80, 0, 40, 100), false],
    ['under two plots and across the gap, most of it under one', parcel('s', 90, 0, 65, 100), true],
    ['under two plots and across the gap, half of it under neither alone', parcel('s', 90, 0, 45, 100), true],
    ['mostly in the gap', parcel('s', 95, 0, 30, 100), false],
    ['merely adjoining along the gap', parcel('s', 100, 0, 20, 100), false],
  ])('are told by ground: %s', (_, around, isOwn) => {
    expect(read(park, { between: [around] }).verdict).toBe(isOwn ? 'contiguous' : 'separate');
  });

  it('are told by the ruleset’s share, shown beside the other parameters', () => {
    expect(ruleset.rules.contiguity.ownParcelShare).toMatchObject({ value: 0.5, comparator: 'above' });
    expect(read(park).parameters.ownParcelShare).toEqual({ value: 0.5, origin: 'assumption' });
  });

  it('count ground under two overlapping plots once', () => {
    const twice = [...park, plot('west again', 0, 0, 100, 100)];
    expect(read(twice, { between: [parcel('s', 70, 0, 49.9, 100)] }).verdict).toBe('contiguous');
    expect(read(twice, { between: [parcel('s', 85, 0, 34.9, 100)] }).verdict).toBe('separate');
  });

  it('never excuse a barrier of the same ground', () => {
    const river = object('river', polygon(box(95, 0, 10, 100)), 'r');
    const inside = object('river', polygon(box(90, 0, 12, 100)), 'r');
    for (const barrier of [river, inside]) expect(read(park, { between: [barrier] }).verdict).toBe('separate');
  });

  it('mean the same to the title and to what would join', () => {
    const asked = { park, firms: [], asOf: '2025-06-30' };
    const finding = title({ ...asked, between: own }, ruleset);
    expect(finding.contiguity).toEqual(read(park, { between: own }));
    expect(joinPark({ park, plots: [], between: own }, ruleset).alreadyContiguous).toBe(true);
    const [west, , east] = park;
    const outer = [west, east].flatMap((one) => one ?? []);
    const middle = park[1] ? [park[1]] : [];
    expect(joinPark({ park: outer, plots: middle, between: own }, ruleset).plots).toEqual(['middle']);
    expect(joinPark({ park: outer, plots: middle, between: [...own, others] }, ruleset).possible).toBe(false);
  });
});
