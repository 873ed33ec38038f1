import { expect, test } from 'vitest';
import { type Reason, recordReasons } from '../../data/words/imports';
import { collection, type Given, square } from '../fixtures/parcels';
import { prj } from '../fixtures/prj';
import { type Ring, shapefileParts, zipped } from '../fixtures/shapefile';
import { actor, previewed, quarantine, written } from '../fixtures/uploads';
import { testApp } from '../support/app';

const { app, db } = await testApp({ sample: false });
const polygon = (...rings: Ring[]) => ({ type: 'Polygon', coordinates: rings });
const bowTie: Ring = [
  [118.7, 24.9],
  [118.701, 24.901],
  [118.701, 24.9],
  [118.7, 24.901],
  [118.7, 24.9],
];

/** One record of every trouble beside one that is sound. */
const troubles: [string, Given][] = [
  ['', { number: 'sound' }],
  ['self-crossing', { geometry: polygon(bowTie) }],
  ['geometry-missing', { geometry: null }],
  ['geometry-missing', { geometry: { type: 'Polygon', coordinates: [] } }],
  ['not-polygon', { geometry: { type: 'LineString', coordinates: square(118.6, 24.8) } }],
  ['ring-unclosed', { geometry: polygon(square(118.6, 24.8).slice(0, -1)) }],
  [
    'ring-too-short',
    {
      geometry: polygon([
        [118.6, 24.8],
        [118.7, 24.8],
        [118.6, 24.8],
      ]),
    },
  ],
  [
    'coordinate-not-finite',
    {
      geometry: polygon([
        [118.6, Number.NaN],
        [118.7, 24.8],
        [118.7, 24.9],
        [118.6, Number.NaN],
      ]),
    },
  ],
  ['outside-extent', { geometry: polygon(square(120.5, 24.9)) }],
  ['shape-invalid', { geometry: polygon(square(118.65, 24.85), square(118.66, 24.86)) }],
  ['no-area', { geometry: polygon(square(118.6, 24.8, 1e-9)) }],
  ['number-missing', { number: null }],
  ['number-missing', { number: '  ' }],
  ['number-too-long', { number: 'x'.repeat(101) }],
  ['duplicate-number', { number: 'twice' }],
  ['duplicate-number', { number: 'twice' }],
  ['', { number: 'same', geometry: polygon(square(118.6, 24.7)) }],
  ['duplicate-record', { number: 'same', geometry: polygon(square(118.6, 24.7)) }],
];

test('every record ends accepted or held back, with its own reason, name and remedy', async () => {
  const bytes = collection(troubles.map(([, given]) => given));
  const ready = await previewed(app, bytes, '问题宗地.geojson');
  expect(ready.error).toBeNull();
  expect(ready.preview?.mapping.columns.number).toBe('DKBH');
  const bad = ready.preview?.outlines.filter((outline) => outline.bad).map((outline) => outline.record);
  expect(bad).toContain(2);

  const done = await written(app, ready);
  const held = await quarantine(app, done.id);
  const expected = troubles.flatMap(([code], n) => (code ? [{ record: n + 1, code }] : []));
  expect(held.map(({ record, code }) => ({ record, code }))).toEqual(expected);
  const foreseen = ready.preview?.rows.filter(({ fault }) => fault !== null).map(({ record }) => record);
  expect(foreseen).toEqual(expected.map(({ record }) => record));
  // A reason in a word first: a narrow column shows little more. Which one may change once PostGIS has seen the shape.
  const titles = Object.values<Reason>(recordReasons).map(({ title }) => title.en);
  const faults = ready.preview?.rows.flatMap(({ fault }) => fault ?? []) ?? [];
  expect(faults.filter((fault) => !titles.some((title) => fault.startsWith(`${title}: `)))).toEqual([]);
  for (const each of held) {
    expect(each.message).toContain(String(each.record));
    expect(each.message).not.toMatch(/[{}?]/);
    expect(each.remedy.length).toBeGreaterThan(10);
  }
  const inChinese = await app.inject({
    url: `/api/imports/${done.id}/quarantine?limit=1000`,
    headers: { ...actor, 'accept-language': 'zh' },
  });
  const twin = inChinese
    .json<{ rows: { code: string; message: string }[] }>()
    .rows.find(({ code }) => code === 'duplicate-number');
  expect(twin?.message).toMatch(/第 \d+、\d+ 条/);
  expect(held[0]?.at?.[0]).toBeCloseTo(118.7005, 6);
  expect(done.report).toMatchObject({ received: troubles.length, accepted: 2, quarantined: troubles.length - 2 });
  const kept = await db.query<{ n: number }>({
    text: `select count(*)::int as n from import_record where import = $1 and code is not null and (original is not null or geom is not null) and raw is not null`,
    values: [done.id],
  });
  expect(kept).toEqual([{ n: troubles.length - 2 }]);
});

test('an area that disagrees is taken and listed, whatever its unit', async () => {
  const records = [1, 1, 1, 1, 1.2].map((factor, n) => ({
    number: `mu-${n}`,
    properties: { DKMJ: (16.78 * factor).toFixed(2) },
  }));
  const done = await written(app, await previewed(app, collection(records), 'mu.geojson'));
  expect(done.preview?.mapping.areaUnit).toBe('mu');
  expect(done.report).toMatchObject({
    accepted: 5,
    areaDisagreesCount: 1,
    areaDisagrees: [{ number: 'mu-4', record: 5 }],
  });
  expect(done.report?.declaredMu).toBeCloseTo(16.78 * 5.2, 1);
});

test('a number that is already on the map is held back and names the earlier file', async () => {
  const first = await written(app, await previewed(app, collection([{ number: 'again' }]), 'first.geojson'));
  const second = await written(
    app,
    await previewed(app, collection([{ number: 'again' }, { number: 'new' }]), 'second.geojson'),
  );
  expect(first.report).toMatchObject({ accepted: 1 });
  expect(second.report).toMatchObject({ received: 2, accepted: 1, quarantined: 1 });
  expect((await quarantine(app, second.id))[0]).toMatchObject({
    code: 'number-taken',
    message: expect.stringContaining('first.geojson'),
  });
});

const whole = { shapes: [[square(118.6, 24.9)]], fields: [{ name: 'DKBH', width: 9 }], rows: [['1']], encoding: 'GBK' };
const parts = shapefileParts(whole);
const shapefile = { 'a.shp': parts.shp, 'a.shx': parts.shx, 'a.dbf': parts.dbf };
test.each([
  ['a web page', 'a.geojson', new TextEncoder().encode('<html>'), 'html-not-data'],
  ['an empty file', 'a.geojson', new Uint8Array(), 'file-empty'],
  ['a shapefile in Xian 1980', 'a.zip', zipped({ ...shapefile, 'a.prj': prj.xian }), 'datum-to-be-converted'],
  ['a shapefile in Beijing 1954', 'a.zip', zipped({ ...shapefile, 'a.prj': prj.beijing }), 'datum-to-be-converted'],
  [
    'GeoJSON in Xian 1980',
    'a.geojson',
    collection([{}], { crs: { type: 'name', properties: { name: 'EPSG:4610' } } }),
    'datum-to-be-converted',
  ],
  ['a strange projection', 'a.zip', zipped({ ...shapefile, 'a.prj': prj.albers }), 'crs-unsupported'],
  ['no .dbf', 'a.zip', zipped({ 'a.shp': parts.shp, 'a.shx': parts.shx }), 'shp-part-missing'],
  ['a bomb', 'a.zip', zipped({ 'a.shp': new Uint8Array(40 * 1024 * 1024) }), 'zip-too-large'],
  [
    'coordinates of nowhere',
    'a.geojson',
    collection([
      {
        geometry: polygon([
          [7e6, 7e6],
          [8e6, 7e6],
          [8e6, 8e6],
          [7e6, 7e6],
        ]),
      },
    ]),
    'crs-cannot-be-told',
  ],
])('%s fails with its own answer and the file is kept', async (_, name, bytes, code) => {
  const failed = await previewed(app, bytes, name);
  expect(failed).toMatchObject({ phase: 'failed', error: { code } });
  expect(failed.error?.message).not.toMatch(/[{}]|\?/);
  const [kept] = await db.query<{ kept: number }>({
    text: `select coalesce(sum(length(content)), 0)::int as kept from import join file_chunk using (sha256) where id = $1`,
    values: [failed.id],
  });
  expect(kept?.kept).toBe(bytes.byteLength);
});

test('text that the database cannot hold is mended, not fatal', async () => {
  const odd = [{ number: 'nul', properties: { DKMC: 'a\u0000b\ud800c' } }];
  const done = await written(app, await previewed(app, collection(odd), 'odd.geojson'));
  expect(done.report).toMatchObject({ received: 1, accepted: 1 });
});
