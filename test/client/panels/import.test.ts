import { describe, expect, it } from 'vitest';
import { fieldOf, giveColumn } from '../../../client/panels/import/preview/giveColumn';
import { writeBytes } from '../../../client/panels/import/writeBytes';
import type { ImportMapping } from '../../../data/contract';

const mapping: ImportMapping = { columns: { number: 'DKBH', name: 'DKMC' }, areaUnit: 'square-metres' };

describe('giving columns to fields', () => {
  it('lets go of the column that a field had, and of the field that a column had', () => {
    expect(giveColumn(mapping, 'DKMC', 'number').columns).toEqual({ number: 'DKMC' });
    expect(giveColumn(mapping, 'DKMJ', 'area').columns).toEqual({ number: 'DKBH', name: 'DKMC', area: 'DKMJ' });
    expect(giveColumn(mapping, 'DKBH', null).columns).toEqual({ name: 'DKMC' });
  });
  it('tells which field a column fills', () => {
    expect(fieldOf(mapping, 'DKMC')).toBe('name');
    expect(fieldOf(mapping, 'X')).toBeNull();
  });
});

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [5_242_880, '5.0 MB'],
  [268_435_456, '256 MB'],
])('writes %i bytes as %s', (bytes, text) => expect(writeBytes(bytes)).toBe(text));
