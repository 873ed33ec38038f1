import { describe, expect, it } from 'vitest';
import {
  constantsOf,
  fieldOf,
  giveColumn,
  giveConstant,
  missingFields,
  sameMapping,
} from '../../../client/panels/import/preview/giveColumn';
import { heldBefore } from '../../../client/panels/import/preview/heldBefore';
import { cornersOf, partsOf } from '../../../client/panels/import/preview/partsOf';
import { commitBodyOf, emptyPlan, needsOf } from '../../../client/panels/import/preview/plan';
import { recordAt } from '../../../client/panels/import/preview/recordAt';
import { sampleWords } from '../../../client/panels/import/preview/sampleWords';
import { writeBytes } from '../../../client/panels/import/writeBytes';
import type { ImportMapping, ImportPreview } from '../../../data/contract';

const mapping: ImportMapping = { columns: { number: 'DKBH', name: 'DKMC' }, areaUnit: 'square-metres' };
const square = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
});
const outline = (record: number, bad = false) => ({ record, geometry: square(record * 2), label: null, bad });
const row = (record: number, fault: string | null = null) => ({ record, cells: {}, fault });
const preview: ImportPreview = {
  fileName: 'a.zip',
  format: 'shapefile',
  byteLength: 1,
  sha256: 'ab',
  encoding: 'GB18030',
  encodingWhy: null,
  encodings: ['GB18030'],
  recordCount: 4,
  kind: 'parcels',
  kindGuess: 'parcels',
  kinds: ['parcels'],
  layers: [],
  layer: 'a',
  crs: { declared: null, chosen: '4527', choices: [], needed: true },
  fields: [
    { id: 'number', title: '编号', required: true, hint: null, varies: true, values: null },
    { id: 'name', title: '名称', required: false, hint: null, varies: false, values: null },
    {
      id: 'status',
      title: '状态',
      required: false,
      hint: null,
      varies: false,
      values: [{ value: 'idle', title: '闲置' }],
    },
  ],
  remembered: null,
  replaceable: [],
  rows: [row(1), row(2), row(3), row(4)],
  columns: [],
  mapping,
  outlines: [outline(1), outline(2), outline(3), outline(4)],
  outlinesOf: 4,
  warnings: [],
};

describe('giving columns to fields', () => {
  it('lets go of the column that a field had, and of the field that a column had', () => {
    expect(giveColumn(mapping, 'DKMC', 'number').columns).toEqual({ number: 'DKMC' });
    expect(giveColumn(mapping, 'DKMJ', 'area').columns).toEqual({ number: 'DKBH', name: 'DKMC', area: 'DKMJ' });
    expect(giveColumn(mapping, 'DKBH', null).columns).toEqual({ name: 'DKMC' });
  });
  it('tells which field a column fills, and which are needed and empty', () => {
    expect(fieldOf(mapping, 'DKMC')).toBe('name');
    expect(fieldOf(mapping, 'X')).toBeNull();
    expect(missingFields(preview, mapping)).toEqual([]);
    expect(missingFields(preview, { ...mapping, columns: {} }).map(({ id }) => id)).toEqual(['number']);
  });
});

describe('giving one value to all records', () => {
  const idle = giveConstant(mapping, 'status', 'idle');
  it('calls it as the field does, and takes it back with the last trace', () => {
    expect(idle.constants).toEqual({ status: 'idle' });
    expect(constantsOf(preview, idle)).toEqual([{ id: 'status', title: '状态', value: 'idle', called: '闲置' }]);
    expect(giveConstant(idle, 'status', null)).toEqual(mapping);
  });
  it('fills a field that is needed, until a column does', () => {
    const needed = { fields: preview.fields.map((field) => ({ ...field, required: true })) };
    expect(missingFields(needed, mapping).map(({ id }) => id)).toEqual(['status']);
    expect(missingFields(needed, idle)).toEqual([]);
    expect(giveColumn(idle, 'ZT', 'status')).toEqual({
      ...mapping,
      columns: { ...mapping.columns, status: 'ZT' },
    });
  });
  it('is another mapping, under which nobody has read what was held back', () => {
    expect(sameMapping(idle, mapping)).toBe(false);
    const faulty = { ...preview, rows: [1, 2, 3, 4].map((record) => row(record, 'x')) };
    expect(needsOf(faulty, mapping, '4527', emptyPlan)).toEqual([{ what: 'records' }]);
    expect(needsOf(faulty, idle, '4527', emptyPlan)).toEqual([]);
    // A table has no place and so no coordinate system; nothing of it can be written all the same.
    const table = { ...faulty, kind: 'firms' as const, crs: { ...faulty.crs, needed: false, chosen: null } };
    expect(needsOf(table, mapping, null, emptyPlan)).toEqual([{ what: 'records' }]);
  });
});

it('proposes the sender of the last file of the make, until the reader says another or none', () => {
  const known = { ...preview, remembered: { fileName: 'b.zip', at: '2026-01-01T00:00:00Z', sender: '资规局' } };
  expect(commitBodyOf(known, mapping, '4527', emptyPlan)).toMatchObject({ sender: '资规局' });
  expect(commitBodyOf(known, mapping, '4527', { ...emptyPlan, sender: '' })).not.toHaveProperty('sender');
});

describe('what will be held back', () => {
  it.each([
    ['none', {}, 0],
    ['a bad outline', { outlines: [outline(1, true), outline(2), outline(3), outline(4)] }, 1],
    [
      'a bad outline told in the table too',
      { outlines: [outline(1, true), outline(2), outline(3)], rows: [row(1, 'x')] },
      2,
    ],
    ['a record that is not drawn', { outlines: [outline(1), outline(2), outline(3)] }, 1],
    ['a fault of values alone', { rows: [row(2, 'x')] }, 1],
    ['firms need no place', { kind: 'firms' as const, outlines: [] }, 0],
  ])('%s', (_, change, held) => expect(heldBefore({ ...preview, ...change })).toEqual({ held, whole: true }));
  it('knows the least only, where a large file is thinned', () => {
    const many = { ...preview, recordCount: 10_000, outlines: [outline(1, true)] };
    expect(heldBefore(many)).toEqual({ held: 1, whole: false });
  });
});

describe('what is needed before writing', () => {
  it('names the coordinate system, the column and the source to replace', () => {
    const unsettled = { ...preview, crs: { ...preview.crs, chosen: null } };
    const plan = { ...emptyPlan, mode: 'replace' as const };
    const needs = needsOf(unsettled, { ...mapping, columns: {} }, null, plan);
    expect(needs).toEqual([{ what: 'crs' }, { what: 'field', title: '编号' }, { what: 'replaces' }]);
    expect(needsOf(preview, mapping, '4527', emptyPlan)).toEqual([]);
  });
  it('sends only what was said, and completeness for corridors alone', () => {
    const plan = { ...emptyPlan, complete: true, sender: ' 局 ', replaces: 'x' };
    expect(commitBodyOf(preview, mapping, '4527', plan)).toEqual({
      crs: '4527',
      mapping,
      mode: 'insert',
      sender: '局',
    });
    expect(commitBodyOf({ ...preview, kind: 'corridors' }, mapping, '4527', plan)).toMatchObject({ complete: true });
  });
});

it('finds the record at a place: within an area, or near a line', () => {
  const line = {
    type: 'LineString' as const,
    coordinates: [
      [0, 5],
      [9, 5],
    ],
  };
  const outlines = [outline(1), outline(2), { record: 9, geometry: line, label: null, bad: false }];
  expect(recordAt(outlines, [2.5, 0.5], 0.1)).toBe(1);
  expect(recordAt(outlines, [4, 5.05], 0.1)).toBe(9);
  expect(recordAt(outlines, [4, 6], 0.1)).toBeNull();
});

it('shows values before the names of columns, and nothing that is plain ASCII', () => {
  const column = (name: string, samples: string[]) => ({
    name,
    samples,
    type: 'text' as const,
    filled: 1,
    guess: null,
  });
  const columns = [column('DKBH', ['A-1']), column('名称', ['五里', '六里', '七里'])];
  expect(sampleWords({ columns })).toEqual(['五里', '六里', '名称']);
});

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [5_242_880, '5.0 MB'],
  [268_435_456, '256 MB'],
])('writes %i bytes as %s', (bytes, text) => expect(writeBytes(bytes)).toBe(text));

describe('what a map can hold of a shape', () => {
  it('leaves out parts beyond all latitudes, as of swapped axes, and keeps the others', () => {
    const here = square(118).coordinates;
    const swapped = here.map((ring) => ring.map(([lon = 0, lat = 0]) => [lat, lon] as [number, number]));
    const both = { type: 'MultiPolygon' as const, coordinates: [here, swapped] };
    expect(partsOf(both).areas).toEqual([here]);
    expect(cornersOf({ type: 'Polygon', coordinates: swapped })).toEqual([]);
  });
});
