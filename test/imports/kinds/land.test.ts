import { expect, test } from 'vitest';
import type { Db } from '../../../server/db/pool';
import { controlLines } from '../../../server/imports/kinds/control-lines';
import { corridors } from '../../../server/imports/kinds/corridors';
import { parks } from '../../../server/imports/kinds/parks';
import { zones } from '../../../server/imports/kinds/zones';
import { tellKind } from '../../../server/imports/tell-kind';
import { square } from '../../fixtures/parcels';
import { testDatabase } from '../../support/database';
import { bring, everything, type Given, takeBack } from './bringing';

const db = await testDatabase({ sample: false });
const area = (longitude: number, latitude: number, side?: number) => ({
  type: 'Polygon',
  coordinates: [square(longitude, latitude, side)],
});
const line = (longitude: number, latitude: number) => ({
  type: 'LineString',
  coordinates: [
    [longitude, latitude],
    [longitude + 0.01, latitude + 0.002],
  ],
});
await plant(db);

test('corridors come in by word and code, with the ground on which they are complete', async () => {
  const empty = await everything(db);
  const kinds = [
    '道路',
    'G15高速公路',
    '铁路',
    '河流水面',
    '沟渠',
    '防护绿地',
    '110kV电力线',
    '规划道路红线',
    '县界',
    '1107',
  ];
  const roads = Array.from({ length: 30 }, (_, n) => ({
    cells: { 类别: kinds[n % 10], 编号: n < 20 ? `C-${n}` : null, 宽度: n % 10 === 0 ? 24 : null },
    geometry: line(118.5 + n / 100, 24.9 + (n % 7) / 100),
  }));
  const first = await bring(db, corridors, roads, { complete: true });
  expect(first).toMatchObject({ inserted: 30, held: {} });
  expect(
    await db.query({
      text: 'select kind, count(*)::int as n, max(width_metres) as width from corridor group by kind order by kind',
    }),
  ).toEqual(
    [
      ['county-boundary', 3],
      ['ditch', 6],
      ['expressway', 3],
      ['green-belt', 3],
      ['planning-edge', 3],
      ['power-line', 3],
      ['railway', 3],
      ['river', 3],
      ['road', 3],
    ].map(([kind, n]) => ({ kind, n, width: kind === 'road' ? 24 : null })),
  );
  const [covered] = await db.query<{ within: boolean; hull: boolean }>({
    text: `select st_coveredby(c.geom, st_convexhull((select st_collect(geom) from corridor))) as hull,
                  st_area(st_difference(c.geom, (select st_union(geom) from unit))) < 1e-12 as within from corridor_coverage c`,
  });
  expect(covered).toEqual({ hull: true, within: true });
  const once = await everything(db);

  const again = await bring(db, corridors, roads);
  expect(Object.values(again.held)).toEqual(Array(30).fill('key-taken'));
  await takeBack(db, again);
  const moved = [
    { ...(roads[0] as Given), geometry: line(118.7, 24.95) },
    roads[25] as Given,
    { cells: { 类别: '铁路' }, geometry: line(118, 25) },
  ];
  const update = await bring(db, corridors, moved, { mode: 'update' });
  expect(update).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 });
  await takeBack(db, update);
  expect(await everything(db)).toEqual(once);
  const replaced = await bring(db, corridors, moved, { mode: 'replace', replaces: first.id });
  expect(replaced).toMatchObject({ inserted: 1, updated: 1, unchanged: 1, removed: 28 });
  expect(await db.query({ text: 'select id from corridor_coverage' })).toEqual([]);
  await takeBack(db, replaced);
  expect(await everything(db)).toEqual(once);
  await takeBack(db, first);
  expect(await everything(db)).toEqual(empty);
});

test('what cannot be told of a corridor holds it back, and a word stands for the whole file', async () => {
  const given = [
    { cells: { 类别: '房屋' }, geometry: line(118, 25) },
    { cells: { 类别: null }, geometry: line(118, 25) },
    { cells: { 类别: '路', 宽度: -3 }, geometry: line(118, 25) },
    { cells: { 类别: '路' }, geometry: line(118, 25) },
    { cells: { 类别: '路' }, geometry: line(118, 25) },
  ];
  const brought = await bring(db, corridors, given);
  expect(Object.values(brought.held)).toEqual([
    'kind-unreadable',
    'value-missing',
    'width-negative',
    'duplicate-record',
  ]);
  await takeBack(db, brought);
  const rivers = await bring(db, corridors, [{ cells: { x: 1 }, geometry: line(118, 25) }], {
    constants: { kind: '水系' },
  });
  expect(await db.query({ text: 'select kind from corridor' })).toEqual([{ kind: 'river' }]);
  await takeBack(db, rivers);
});

test('control lines come in with their levels', async () => {
  const empty = await everything(db);
  const words = ['永久基本农田', '生态保护红线', '城镇开发边界', '工业产业区块线（一级）', '工业产业区块线'];
  const lines = Array.from({ length: 30 }, (_, n) => ({
    cells: { 控制线类型: words[n % 5], 级别: n % 5 === 4 ? '二级' : null, 区块编号: `K-${n}` },
    geometry: area(118.5 + n / 100, 24.9),
  }));
  const first = await bring(db, controlLines, lines);
  expect(first).toMatchObject({ inserted: 30, held: {} });
  expect(
    await db.query({ text: 'select kind, level, count(*)::int as n from control_line group by 1, 2 order by 1, 2' }),
  ).toEqual([
    { kind: 'basic-farmland', level: null, n: 6 },
    { kind: 'ecological-red-line', level: null, n: 6 },
    { kind: 'industrial-block', level: 1, n: 6 },
    { kind: 'industrial-block', level: 2, n: 6 },
    { kind: 'urban-growth-boundary', level: null, n: 6 },
  ]);
  const once = await everything(db);
  const replaced = await bring(db, controlLines, lines.slice(0, 9), { mode: 'replace', replaces: first.id });
  expect(replaced).toMatchObject({ unchanged: 9, removed: 21 });
  await takeBack(db, replaced);
  expect(await everything(db)).toEqual(once);
  await takeBack(db, first);
  expect(await everything(db)).toEqual(empty);
});

test('official parks take the parcels within their red lines and go back whole', async () => {
  const empty = await everything(db);
  const given: Given[] = [
    {
      cells: { 园区名称: '甲园', 主导产业: '陶瓷', 公共平台: '中试加速：某中心、测试验证' },
      geometry: area(118.6, 24.9, 0.0035),
    },
    { cells: { 园区名称: '乙园', 所属县区: '晋江市' }, geometry: area(118.9, 25.1) },
  ];
  const first = await bring(db, parks, given);
  expect(first).toMatchObject({ inserted: 2, held: {} });
  const stored = () =>
    db.query({
      text: `select name, kind, unit, unit_basis as basis, theme, platform, round(area_square_metres) > 0 as area,
               (select count(*)::int from park_member m where m.park = k.id) as members from park k order by id`,
    });
  expect(await stored()).toEqual([
    {
      name: '甲园',
      kind: 'official',
      unit: 'licheng',
      basis: 'schematic',
      theme: 'ceramics',
      platform: [
        { stage: '中试加速', name: '某中心' },
        { stage: '测试验证', name: null },
      ],
      area: true,
      members: 3,
    },
    {
      name: '乙园',
      kind: 'official',
      unit: 'jinjiang',
      basis: 'stored',
      theme: null,
      platform: [],
      area: true,
      members: 0,
    },
  ]);
  const once = await everything(db);
  const twice = await bring(db, parks, given);
  expect(twice.held).toEqual({ 1: 'key-taken', 2: 'key-taken' });
  await takeBack(db, twice);
  const smaller = [{ cells: { 园区名称: '甲园' }, geometry: area(118.6, 24.9, 0.0015) }];
  const update = await bring(db, parks, smaller, { mode: 'update' });
  expect(update).toMatchObject({ inserted: 0, updated: 1 });
  expect(await stored()).toMatchObject([{ members: 1, theme: 'ceramics' }, { members: 0 }]);
  await takeBack(db, update);
  expect(await everything(db)).toEqual(once);
  const replaced = await bring(db, parks, smaller, { mode: 'replace', replaces: first.id });
  expect(replaced).toMatchObject({ updated: 1, removed: 1 });
  await takeBack(db, replaced);
  expect(await everything(db)).toEqual(once);
  await db.query({
    text: `insert into title_record (park, awarded_on, document) select id, '2025-01-01', 'x' from park where name = '乙园'`,
  });
  await expect(takeBack(db, first)).rejects.toMatchObject({ code: 'import-in-use' });
  await expect(bring(db, parks, smaller, { mode: 'replace', replaces: first.id })).rejects.toMatchObject({
    code: 'replace-in-use',
  });
  await db.query({ text: 'delete from title_record' });
  await takeBack(db, first);
  expect(await everything(db)).toEqual(empty);
});

test('a stored outline takes the place of the schematic one, and parcels and parks follow and go back', async () => {
  const park = await bring(db, parks, [{ cells: { 园区名称: '甲园' }, geometry: area(118.6, 24.9, 0.0035) }]);
  const before = await everything(db);
  const given = [
    { cells: { 行政区名称: '丰泽区' }, geometry: area(118.55, 24.85, 0.1) },
    { cells: { 行政区名称: '鲤城区' }, geometry: area(118.4, 24.85, 0.15) },
    { cells: { 行政区名称: '无此县' }, geometry: area(118.4, 24.85, 0.15) },
  ];
  const first = await bring(db, zones, given);
  expect(first).toMatchObject({ updated: 2, held: { 3: 'unit-unknown' } });
  const units = () =>
    db.query({
      text: `select 'parcel' as what, unit, unit_basis as basis, count(*)::int as n from parcel group by 1, 2, 3 union all
             select 'park', unit, unit_basis, count(*)::int from park group by 1, 2, 3 order by unit, n`,
    });
  expect(await units()).toEqual([
    { what: 'park', unit: 'fengze', basis: 'county', n: 1 },
    { what: 'parcel', unit: 'fengze', basis: 'county', n: 29 },
    { what: 'parcel', unit: 'licheng', basis: 'stored', n: 1 },
  ]);
  const twice = await bring(db, zones, given.slice(0, 1));
  expect(twice.held).toEqual({ 1: 'key-taken' });
  await takeBack(db, twice);
  const once = await everything(db);
  const update = await bring(db, zones, [{ cells: { xzqdm: '350503' }, geometry: area(118.6, 24.85, 0.01) }], {
    mode: 'update',
  });
  expect(update.updated).toBe(1);
  await takeBack(db, update);
  expect(await everything(db)).toEqual(once);
  await takeBack(db, first);
  expect(await everything(db)).toEqual(before);
  await takeBack(db, park);
});

/** Thirty parcels in a row from 118.6, on ground that the schematic outlines call Licheng; the unit of the last is stored. */
async function plant(into: Db): Promise<void> {
  const rows = Array.from({ length: 30 }, (_, n) => ({ n, geometry: area(118.6 + n * 0.00112, 24.9) }));
  await into.query({
    text: `insert into parcel (number, unit, unit_basis, use_group, area_square_metres, area_planar_square_metres, planar_crs, geom, source)
           select 'P-' || n, 'licheng', case when n = 29 then 'stored' else 'schematic' end, 'industrial', 1, 1, 'EPSG:4549',
             st_multi(st_setsrid(st_geomfromgeojson(geometry), 4490)), 'units'
           from jsonb_to_recordset($1::jsonb) as r(n int, geometry jsonb)`,
    values: [JSON.stringify(rows)],
  });
}

test('a boundary-point text holds plots, whatever its file is called', () => {
  const columns = ['界址点数', '地块面积', '地块编号', '地块名称'];
  const name = 'txt-no-zone-prefix.txt';
  const layers = [{ name, records: 4, shape: 'polygon' as const }];
  expect(tellKind({ layers, layer: name, columns }).guess).toBe('parcels');
  expect(tellKind({ layers, layer: name, columns: ['mc'] }).guess).toBe('zones');
});
