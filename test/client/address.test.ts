import { describe, expect, test } from 'vitest';
import { home, readAddress, writeAddress } from '../../client/address/codec';
import type { Address } from '../../client/address/schema';

const full: Address = {
  ...home,
  face: 'overview',
  view: { lon: 118.6, lat: 24.9, zoom: 12.5 },
  layersOff: ['controls', 'carriers'],
  colouring: 'segment',
  segment: 'semiconductors',
  parcelScheme: 'use',
  classesOff: ['parcels-use:farmland', 'parks:unknown'],
  selection: { kind: 'park', id: '12' },
  line: 'contiguity',
  gapMetres: 62.5,
  reading: 'loose',
  weigh: 'price',
  among: 'leftover',
  refused: ['9', '4'],
  picks: ['4', '17'],
  list: 'parcels',
  rules: { 'title.specializedFirms': '3', 'grades.technologyCounts': 'true' },
  filter: { unit: 'jinjiang', q: 'YL09' },
  scope: 'belt/coastal',
  language: 'en',
  theme: 'dark',
  folded: true,
  unknown: [['later', 'kept & whole']],
};

describe('the address of the page', () => {
  test('says everything it can say and reads it back', () => {
    expect(readAddress(writeAddress(full))).toEqual(full);
  });

  test('is empty on a page that nobody has touched', () => {
    expect(writeAddress(home)).toBe('');
    expect(readAddress('')).toEqual(home);
  });

  test.each([
    ['a face that does not exist', '?face=moon&list=parks'],
    ['a view outside the world', '?at=900,24,10&list=parks'],
    ['a view that is not numbers', '?at=here&list=parks'],
    ['a selection of no known kind', '?pick=ship/3&list=parks'],
    ['a scope with a blank', '?scope=unit/a%20b&list=parks'],
    ['a gap that is no number', '?gap=wide&list=parks'],
  ])('drops %s and keeps the rest', (_, search) => {
    expect(readAddress(search)).toEqual({ ...home, list: 'parks' });
  });

  test('keeps a dead id, for the panel to name', () => {
    expect(readAddress('?pick=park/999999').selection).toEqual({ kind: 'park', id: '999999' });
  });

  test('keeps parts that a later version may know', () => {
    expect(writeAddress(readAddress('?wind=east&list=parks'))).toBe('?list=parks&wind=east');
  });

  test('takes only what is known from a list', () => {
    expect(readAddress('?off=parks,moon,controls&hide=parks:met,rocks:red&picks=1.?.1')).toMatchObject({
      layersOff: ['parks', 'controls'],
      classesOff: ['parks:met'],
      picks: ['1', '2'],
    });
  });
});
