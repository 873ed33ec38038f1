import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions } from '../../server/db/conditions';
import { compileFilter } from '../../server/db/ogc/compile-filter';
import { Refusal } from '../../server/errors';
import { parcels } from '../../server/ogc/collections/parcels';
import { parseCql2 } from '../../server/ogc/cql2/parse';
import { crs84, ogcSystems } from '../../server/ogc/crs';
import { readInterval } from '../../server/ogc/moment';
import { rectangle } from '../../server/ogc/rectangle';

function compiled(text: string): { sql: string; values: readonly unknown[] } {
  const parsed = parseCql2(text, crs84);
  if (!parsed.ok) throw new Error(`${parsed.at}: ${parsed.found}, not ${parsed.expected}`);
  const where = conditions();
  const ask = (property: (typeof parcels.properties)[number]) => property.asked?.sql ?? '';
  return {
    sql: compileFilter(parsed.expression, { collection: parcels, bind: where.bind, ask }),
    values: where.values,
  };
}
const refused = (text: string) => {
  try {
    compiled(text);
  } catch (error) {
    if (error instanceof Refusal) return error.args;
    throw error;
  }
  throw new Error(`${text} was taken`);
};

describe('CQL2 text', () => {
  it.each<[string, string, unknown[]]>([
    ["status = 'idle'", '(p.status = $1::text)', ['idle']],
    ["status <> 'it''s'", '(p.status <> $1::text)', ["it's"]],
    ['plotRatio >= 1.5e0', '(p.plot_ratio::float8 >= $1::float8)', [1.5]],
    ['-1 < plotRatio', '($1::float8 < p.plot_ratio::float8)', [-1]],
    ['sample = TRUE', '(p.sample = $1::boolean)', [true]],
    ['status IS NULL', '(p.status is null)', []],
    ['status is not null', '(not (p.status is null))', []],
    ['"number" LIKE \'YL%\'', '(p.number like $1::text)', ['YL%']],
    ["casei(name) not like casei('A_')", '(not (lower(p.name) like lower($1::text)))', ['A_']],
    [
      'plotRatio between 1 and 2',
      '((p.plot_ratio::float8 >= $1::float8) and (p.plot_ratio::float8 <= $2::float8))',
      [1, 2],
    ],
    ["use in ('water','green')", '((p.use_group = $1::text) or (p.use_group = $2::text))', ['water', 'green']],
    [
      'not (sample = true or farmland = false) and true',
      '((not ((p.sample = $1::boolean) or (p.farmland = $2::boolean))) and true)',
      [true, false],
    ],
    [
      "changedAt > DATE('2026-01-31')",
      "(date_trunc('second', p.changed_at) > $1::timestamptz)",
      ['2026-01-31T23:59:59.999999Z'],
    ],
    [
      "TIMESTAMP('2026-01-31T08:00:00Z') >= changedAt",
      "(date_trunc('second', p.changed_at) <= $1::timestamptz)",
      ['2026-01-31T08:00:00Z'],
    ],
    [
      "t_after(changedAt, DATE('2026-01-31'))",
      "(date_trunc('second', p.changed_at) > $1::timestamptz)",
      ['2026-01-31T23:59:59.999999Z'],
    ],
    [
      "t_intersects(changedAt, INTERVAL('2026-01-01','..'))",
      "(date_trunc('second', p.changed_at) >= $1::timestamptz and true)",
      ['2026-01-01T00:00:00Z'],
    ],
    [
      'S_INTERSECTS(geometry, POINT(118.5 24.8))',
      'st_intersects(p.geom, st_collectionextract(st_makevalid(st_geomfromtext($1, 4490))))',
      ['POINT(118.5 24.8)'],
    ],
    [
      's_within(geometry, bbox(1,2,3,4))',
      'st_within(p.geom, st_collectionextract(st_makevalid(st_geomfromtext($1, 4490))))',
      ['POLYGON((1 2,3 2,3 4,1 4,1 2))'],
    ],
    [
      's_disjoint(MULTIPOLYGON(((0 0,1 0,1 1,0 0))), geometry)',
      'st_disjoint(st_collectionextract(st_makevalid(st_geomfromtext($1, 4490))), p.geom)',
      ['MULTIPOLYGON(((0 0,1 0,1 1,0 0)))'],
    ],
  ])('%s', (text, sql, values) => {
    expect(compiled(text)).toEqual({ sql, values });
  });

  it('binds what binds closer first', () => {
    const { sql } = compiled('sample = true or sample = false and farmland = true');
    expect(sql).toBe('((p.sample = $1::boolean) or ((p.sample = $2::boolean) and (p.farmland = $3::boolean)))');
  });

  it.each<[string, number]>([
    ["status = 'idle", 10],
    ['status =', 9],
    ['status = idle extra', 15],
    ['(sample = true', 15],
    ['s_intersects(geometry, POLYGON((0 0,1 0,1 1,0 1)))', 49],
    ['s_intersects(geometry, POINT(118.5))', 35],
    ['s_intersects(geometry, POINT(1e999 1))', 37],
    ["changedAt > DATE('2026-02-30')", 18],
    ['sample', 7],
    ['price(1) = 1', 1],
    ['status = 5; drop table parcel', 11],
  ])('says where %s goes wrong', (text, at) => {
    expect(parseCql2(text, crs84)).toMatchObject({ ok: false, at });
  });

  it('names an unknown property and lists the known', () => {
    const args = refused('price_cny > 1');
    expect(args).toMatchObject({ name: 'price_cny' });
    expect(args.known).toContain('status');
    expect(args.known).not.toMatch(/price|output|tax/);
  });

  it.each([
    "plotRatio = 'high'",
    'status = 5',
    "areaMu like '5'",
    'sample > 1',
    'status = sample',
    "number like 'a\\'",
    "t_after(status, DATE('2026-01-01'))",
  ])('takes no value of the wrong kind: %s', (text) => {
    expect(Object.keys(refused(text))).toContain('position');
  });

  it('neither hangs nor throws on any text, and keeps every text value out of the SQL', () => {
    const words = fc.constantFrom(
      'status',
      'sample',
      '=',
      '<>',
      '(',
      ')',
      'and',
      'or',
      'not',
      'in',
      'like',
      'between',
      'is',
      'null',
      ',',
      '5',
      "'x'",
      'POLYGON',
      'POINT',
      's_intersects',
      'geometry',
      'casei',
      'DATE',
      'true',
      '"',
      "'",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 30 }), (parts) => {
        expect(typeof parseCql2(parts.join(' '), crs84).ok).toBe('boolean');
      }),
      { seed: 2026, numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { sql, values } = compiled(`status = '${value.replaceAll("'", "''")}'`);
        expect(sql).toBe('(p.status = $1::text)');
        expect(values).toEqual([value]);
      }),
      { seed: 2026, numRuns: 500 },
    );
    for (const deep of ['(', 'casei(', 'not ']) expect(parseCql2(deep.repeat(5000), crs84).ok).toBe(false);
  });
});

describe('times', () => {
  it.each<[string, unknown]>([
    ['2026-01-31', { from: '2026-01-31T00:00:00Z', until: '2026-01-31T23:59:59.999999Z' }],
    ['2026-01-31T08:00:00+08:00', { from: '2026-01-31T08:00:00+08:00', until: '2026-01-31T08:00:00+08:00' }],
    ['../2026-01-31T08:00:00Z', { from: null, until: '2026-01-31T08:00:00Z' }],
    ['2026-01-31/', { from: '2026-01-31T00:00:00Z', until: null }],
    ['../..', null],
    ['2026-02-01/2026-01-01', null],
    ['2026-02-30', null],
    ['yesterday', null],
    ['a/b/c', null],
  ])('%s', (text, moment) => expect(readInterval(text)).toEqual(moment));
});

describe('boxes', () => {
  const turnOf = (code: string) => ogcSystems.find((crs) => crs.code === code)?.toLonLat ?? crs84.toLonLat;

  it('lie where their system writes its axes', () => {
    const wanted = 'POLYGON((118 24,119 24,119 25,118 25,118 24))';
    expect(rectangle([118, 24, 119, 25], turnOf('CRS84'))).toBe(wanted);
    expect(rectangle([24, 118, 25, 119], turnOf('EPSG:4490'))).toBe(wanted);
    expect(rectangle([2_740_000, 39_650_000, 2_750_000, 39_660_000], turnOf('EPSG:4527'))).toMatch(
      /^POLYGON\(\(118\.\d+ 24\./,
    );
    expect(rectangle([13_200_000, 2_800_000, 13_210_000, 2_810_000], turnOf('EPSG:3857'))).toMatch(
      /^POLYGON\(\(118\.\d+ 24\./,
    );
  });

  it('may cross the 180th meridian, and be a line or a point', () => {
    expect(rectangle([170, 0, -170, 1], crs84.toLonLat)).toMatch(/^MULTIPOLYGON/);
    expect(rectangle([1, 2, 1, 2], crs84.toLonLat)).toBe('POINT(1 2)');
    expect(rectangle([1, 2, 3, 2], crs84.toLonLat)).toBe('LINESTRING(1 2,3 2)');
    expect(rectangle([1, 3, 2, 2], crs84.toLonLat)).toBeNull();
    expect(rectangle([1, Number.NaN, 2, 2], crs84.toLonLat)).toBeNull();
  });
});
