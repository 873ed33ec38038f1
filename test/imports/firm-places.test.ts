import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import type { ImportState } from '../../data/contract';
import { inventUscc as usccOf } from '../../scripts/sample-city/uscc';
import { previewed, quarantine, written } from '../fixtures/uploads';
import { testApp } from '../support/app';

const { app, db } = await testApp({ sample: false });

/** Firms along the coast, east of 118°30'. */
const places: [number, number][] = Array.from({ length: 5 }, (_, n) => [118.6 + n / 500, 24.86 + n / 1000]);
const plane = (meridian: number, falseEasting = 500_000) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
let firms = 0;

/** A list of firms with their coordinates, northing first as surveyors do; `more` rows come as they are. */
function list(proj: string | null, heads = 'X坐标,Y坐标', title = '', more: string[] = [], east = 0): Buffer {
  const rows = places.map(([lon, lat]) => {
    const place: [number, number] = [lon + east, lat];
    const [x = 0, y = 0] = proj ? proj4('WGS84', proj, place) : place;
    const digits = proj ? 3 : 7;
    firms++;
    return `企业${firms},${usccOf(40_000 + firms)},${y.toFixed(digits)},${x.toFixed(digits)}`;
  });
  return Buffer.from([...(title ? [title] : []), `企业名称,统一社会信用代码,${heads}`, ...rows, ...more].join('\n'));
}
const stored = (id: string) =>
  db.query<{ x: number; y: number }>({
    text: 'select st_x(geom) as x, st_y(geom) as y from firm where import = $1 order by import_record',
    values: [id],
  });
async function expectPlaced(state: ImportState, east = 0): Promise<void> {
  expect(state).toMatchObject({ phase: 'done', report: { accepted: places.length, quarantined: 0 } });
  const found = await stored(state.id);
  expect(found).toHaveLength(places.length);
  for (const [n, { x, y }] of found.entries()) {
    expect(x).toBeCloseTo((places[n]?.[0] ?? 0) + east, 6);
    expect(y).toBeCloseTo(places[n]?.[1] ?? 0, 6);
  }
}

describe('a list of firms is placed as any other table', () => {
  test.each([
    ['a 3-degree zone with its number', plane(120, 40_500_000), '4528'],
    ['a 3-degree zone without', plane(120), '4549'],
    ['a 6-degree zone with its number', plane(117, 20_500_000), '4498'],
    ['Web Mercator', 'EPSG:3857', '3857'],
  ])('in %s, without asking', async (_, proj, crs) => {
    const ready = await previewed(app, list(proj), `${crs}.csv`);
    expect(ready.preview).toMatchObject({ kind: 'firms', crs: { needed: true, chosen: crs } });
    expect(ready.preview?.outlines).toHaveLength(places.length);
    await expectPlaced(await written(app, ready));
  });

  test('in degrees, whose datum nobody states', async () => {
    const ready = await previewed(app, list(null, '纬度,经度'), '度.csv');
    expect(ready.preview).toMatchObject({ kind: 'firms', crs: { chosen: '4490' } });
    expect(ready.preview?.warnings.map(({ code }) => code)).toContain('datum-unstated');
    await expectPlaced(await written(app, ready));
  });

  test('and asked for where several systems fit, each with where it would fall', async () => {
    const ready = await previewed(app, list(plane(118.5), undefined, undefined, [], 0.468), '甲.csv');
    const { chosen, choices = [] } = ready.preview?.crs ?? {};
    expect(chosen).toBeNull();
    expect(choices.map(({ id }) => id)).toContain('local-118.5');
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.every(({ bbox }) => bbox !== null)).toBe(true);
    await expectPlaced(await written(app, ready, { crs: 'local-118.5' }), 0.468);
  });
});

test.each([
  ['the header', 'X坐标(西安80),Y坐标(西安80)', ''],
  ['a title above it', 'X坐标,Y坐标', '企业坐标（1954年北京坐标系）,,,'],
])('coordinates of an old datum, told in %s, are not placed', async (_, heads, title) => {
  const state = await previewed(app, list(plane(120), heads, title), '旧.csv');
  expect(state).toMatchObject({ phase: 'failed', error: { code: 'datum-to-be-converted' } });
});

test('half a place holds a firm back, none does not, and a place in degrees mends it', async () => {
  const more = [
    `半,${usccOf(49_001)},2750000,`,
    `无,${usccOf(49_002)},,`,
    `斜,${usccOf(49_003)},/,/`,
    `乱,${usccOf(49_004)},待补,550000`,
  ];
  const ready = await previewed(app, list(plane(120), undefined, undefined, more), '乙.csv');
  const done = await written(app, ready);
  expect(done.report).toMatchObject({ received: 9, accepted: 7, quarantined: 2 });
  expect((await quarantine(app, done.id)).map(({ record, code, mends }) => [record, code, mends])).toEqual([
    [6, 'location-partial', ['values']],
    [9, 'location-partial', ['values']],
  ]);
  const answer = await app.inject({
    method: 'POST',
    url: `/api/imports/${done.id}/quarantine/mend`,
    headers: { 'x-actor': encodeURIComponent('测试员') },
    payload: { records: [6], how: 'values', values: { longitude: '118.61', latitude: '24.87' } },
  });
  expect(answer.json().rows).toMatchObject([{ record: 6, ok: true }]);
  expect((await stored(done.id)).find(({ x }) => x === 118.61)).toEqual({ x: 118.61, y: 24.87 });
});
