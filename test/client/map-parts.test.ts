import { describe, expect, test } from 'vitest';
import { metresPerPixel, scaleBar } from '../../client/map/metres';
import { mixed } from '../../client/map/mixed';
import { askedLayers } from '../../client/map/stack';
import { targetOf } from '../../client/map/target';
import { stepsOf } from '../../client/map/unitColour';

type Under = Parameters<typeof targetOf>[0];
const under = (...found: [layer: string, id: number | undefined, properties: Record<string, unknown>][]): Under =>
  found.map(([layer, id, properties]) => ({ id, properties, layer: { id: layer } as Under[number]['layer'] }));
const askAt = (zoom: number, ...found: Parameters<typeof under>) =>
  targetOf(under(...found), askedLayers, zoom)?.selection;

describe('what a click means', () => {
  test('a leftover plot before its parcel, a parcel before its park, a park before its unit', () => {
    const unit = ['zones-fill', undefined, { id: 'a', kind: 'county' }] as const;
    const park = ['parks-fill', 7, {}] as const;
    const parcel = ['parcels-fill', 12, {}] as const;
    expect(askAt(15, [...unit], [...park], [...parcel], ['leftover-paper', 12, {}])).toEqual({
      kind: 'leftover',
      id: '12',
    });
    expect(askAt(15, [...unit], [...park], [...parcel])).toEqual({ kind: 'parcel', id: '12' });
    expect(askAt(11, [...unit], [...park])).toEqual({ kind: 'park', id: '7' });
    expect(askAt(11, [...unit])).toEqual({ kind: 'unit', id: 'a' });
  });

  test('open ground near by means nothing, and ground outside the plan never does', () => {
    expect(askAt(15, ['zones-fill', undefined, { id: 'a', kind: 'county' }])).toBeUndefined();
    expect(askAt(9, ['zones-fill', undefined, { id: 'j', kind: 'context' }])).toBeUndefined();
  });
});

describe('the scale of the map', () => {
  test('a pixel at zoom 0 on the equator is the equator over 512', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78271.5, 0);
    expect(metresPerPixel(60, 10)).toBeCloseTo(metresPerPixel(0, 11), 6);
  });

  test.each([
    [1, 96, 50],
    [7.3, 96, 500],
    [0.21, 96, 20],
  ])('a bar of round length fits: %f m a pixel in %i pixels', (metres, room, length) => {
    const bar = scaleBar(metres, room);
    expect(bar.lengthMetres).toBe(length);
    expect(bar.widthPixels).toBeLessThanOrEqual(room);
  });
});

describe('tints', () => {
  test('mix in straight shares', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mixed('#f6f4ef', '#b4614a', 0)).toBe('#f6f4ef');
    expect(mixed('#f6f4ef', '#b4614a', 1)).toBe('#b4614a');
  });

  test('steps are round and reach the largest value', () => {
    expect(stepsOf([0, 462, 87])).toEqual([100, 200, 300, 400, 500]);
    expect(stepsOf([3, 6])).toEqual([2, 4, 6, 8, 10]);
    expect(stepsOf([0, 0])).toEqual([]);
  });
});
