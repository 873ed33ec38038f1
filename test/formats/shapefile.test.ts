import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemblePolygons } from '../../server/formats/shapefile/assemble-polygons';
import { readBytes } from '../fixtures/at-hand';
import { square } from '../fixtures/parcels';
import { prj } from '../fixtures/prj';
import { type Layer, type Ring, shapefileParts, zipped } from '../fixtures/shapefile';

const layer: Layer = {
  shapes: [[square(118.6, 24.9)], [square(118.61, 24.9), square(118.6102, 24.9002, 0.0002)], null],
  fields: [
    { name: 'DKBH', width: 20 },
    { name: '地块名称', width: 40 },
  ],
  rows: [
    ['QZ-001', '东海片区一号'],
    ['QZ-002', '泉州台商投资区洛阳镇'],
    ['QZ-003', '㐂囍堃'],
  ],
  encoding: 'GB18030',
};
const packed = (
  changes: Partial<Layer> = {},
  extra: Record<string, string> = { 'a.prj': prj.degrees },
  drop: string[] = [],
) => {
  const parts = shapefileParts({ ...layer, ...changes });
  const files = { 'a.shp': parts.shp, 'a.shx': parts.shx, 'a.dbf': parts.dbf, ...extra };
  return zipped(Object.fromEntries(Object.entries(files).filter(([name]) => !drop.includes(name))));
};
const read = (bytes: Uint8Array, asked: string | null = null) => readBytes(bytes, 'a.zip', asked);
const names = async (bytes: Uint8Array, asked: string | null = null) => {
  const file = await read(bytes, asked);
  return (
    file.ok && {
      why: file.encodingWhy,
      encoding: file.encoding,
      values: file.records.map((record) => Object.values(record.properties)[1]),
    }
  );
};

test('reads shapes, holes, blanks and Chinese', async () => {
  const file = await read(packed());
  if (!file.ok) throw new Error(file.code);
  expect(file.columns).toEqual(['DKBH', '地块名称']);
  expect(file.declared).toMatchObject({ kind: 'known' });
  expect(file.records.map((record) => record.properties.DKBH)).toEqual(['QZ-001', 'QZ-002', 'QZ-003']);
  const holed = file.records[1]?.geometry as { coordinates: Ring[][] };
  expect(holed.coordinates).toHaveLength(1);
  expect(holed.coordinates[0]).toHaveLength(2);
  expect(file.records[2]?.geometry).toBeNull();
  expect(file.warnings).toEqual([]);
});

const values = layer.rows.map((row) => row[1]);
test.each([
  ['GBK by its language byte', packed({ language: 0x4d }), 'GB18030', 'ldid-byte'],
  ['GBK without any mark', packed(), 'GB18030', 'not-utf8'],
  ['GBK with its .cpg', packed({}, { 'a.cpg': 'GBK' }), 'GB18030', 'cpg-file'],
  ['GBK with a wrong .cpg', packed({}, { 'a.cpg': 'UTF-8' }), 'GB18030', 'declared-wrong'],
  ['UTF-8 with its .cpg', packed({ encoding: 'UTF-8' }, { 'a.cpg': 'UTF-8' }), 'UTF-8', 'cpg-file'],
  ['UTF-8 without any mark', packed({ encoding: 'UTF-8' }), 'UTF-8', 'valid-utf8'],
  ['UTF-8 that says GBK', packed({ encoding: 'UTF-8', language: 0x4d }), 'UTF-8', 'declared-wrong'],
])('%s', async (_, bytes, encoding, why) => expect(await names(bytes)).toEqual({ encoding, why, values }));

test('a character cut by its field does not hide UTF-8', async () => {
  const fields = [
    { name: 'DKBH', width: 20 },
    { name: 'MC', width: 10 },
  ];
  expect(await names(packed({ encoding: 'UTF-8', fields }))).toMatchObject({ encoding: 'UTF-8' });
});

test.each([
  ['no .dbf', packed({}, {}, ['a.dbf']), { code: 'shp-part-missing', args: { part: '.dbf' } }],
  ['no .shp', packed({}, {}, ['a.shp']), { code: 'zip-without-shapefile' }],
  ['two layers', packed({}, { 'b.shp': 'x' }), { code: 'zip-several-layers' }],
  [
    'a layer of points',
    packed({ shapeType: 1, shapes: [null, null, null] }),
    { code: 'shp-not-polygons', args: { type: 'points' } },
  ],
  [
    'more rows than shapes',
    packed({ rows: [...layer.rows, ['x', 'y']] }),
    { code: 'shp-counts-differ', args: { shapes: 3, rows: 4 } },
  ],
  ['no rows', packed({ rows: [], shapes: [] }), { code: 'no-records' }],
])('%s is refused', async (_, bytes, failure) => expect(await read(bytes)).toMatchObject({ ok: false, ...failure }));

test('a missing .shx or .prj is named and no more', async () => {
  const file = await read(packed({}, {}, ['a.shx']));
  expect(file.ok && file.records).toHaveLength(3);
  expect(file.ok && file.warnings.map((warning) => warning.code)).toEqual(['shx-missing', 'prj-missing']);
});

test('a truncated .shp, .shx or .dbf is never half-read', async () => {
  const parts = shapefileParts(layer);
  for (const part of ['shp', 'shx', 'dbf'] as const) {
    for (const keep of [0, 50, 110, parts[part].byteLength - 30]) {
      const cut = { ...parts, [part]: parts[part].slice(0, keep) };
      const file = await read(zipped({ 'a.shp': cut.shp, 'a.shx': cut.shx, 'a.dbf': cut.dbf }));
      expect(file.ok, `${part} cut to ${keep}`).toBe(false);
    }
  }
});

test('a row marked as deleted is held back, not lost', async () => {
  const parts = shapefileParts(layer);
  const dbf = Buffer.from(parts.dbf);
  dbf[dbf.readUInt16LE(8)] = 0x2a;
  const file = await read(zipped({ 'a.shp': parts.shp, 'a.shx': parts.shx, 'a.dbf': dbf }));
  expect(file.ok && file.records.map((record) => record.fault?.code)).toEqual(['record-deleted', undefined, undefined]);
});

test('whatever is done to the bytes, a file is refused or every record is there', async () => {
  const parts = shapefileParts(layer);
  const mutation = fc.record({
    part: fc.constantFrom('shp' as const, 'shx' as const, 'dbf' as const),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      const mutant = { shp: Buffer.from(parts.shp), shx: Buffer.from(parts.shx), dbf: Buffer.from(parts.dbf) };
      for (const { part, at, byte } of mutations) mutant[part][Math.floor(at * mutant[part].byteLength)] = byte;
      const file = await read(zipped({ 'a.shp': mutant.shp, 'a.shx': mutant.shx, 'a.dbf': mutant.dbf }));
      return !file.ok || file.records.length === layer.rows.length;
    }),
    { numRuns: 300 },
  );
});

test('rings are sorted by what lies within what, however they turn and in whatever order they come', () => {
  const [outer, hole, island] = [square(0, 0, 10), square(2, 2, 6), square(4, 4, 2)];
  const apart = square(20, 20, 1);
  const polygons = assemblePolygons([hole, [...island].reverse(), apart, outer]);
  expect(polygons).toHaveLength(3);
  expect(polygons).toContainEqual([outer, hole]);
  expect(polygons).toContainEqual([[...island].reverse()]);
  expect(polygons).toContainEqual([apart]);
});
