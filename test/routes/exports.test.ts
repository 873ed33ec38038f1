import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { type ExportWhat, exportFormat } from '../../data/contract';
import { exportFormats } from '../../data/words/exports';
import { buildApp } from '../../server/app';
import { readFirmsOutQuery } from '../../server/db/exports/firms';
import { type LeftoverKey, readLeftoverOutQuery } from '../../server/db/exports/leftover';
import { readParcelsOutQuery } from '../../server/db/exports/parcels';
import { readRulesets } from '../../server/rules';
import { scansOf } from '../db/scans';
import { testApp, testConfig } from '../support/app';

const { app, db } = await testApp({ sample: true, config: { exportRows: 13_000 } });
type Query = Record<string, string | number>;
const ask = (query: Query, headers: Record<string, string> = {}) =>
  app.inject({ url: '/api/exports/file', query: asText(query), headers });
const asText = (query: Query) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
const list = async (path: string, query: Query) => (await app.inject({ url: path, query: asText(query) })).json();
const geojson = async (query: Query, headers = {}) => (await ask({ format: 'geojson', ...query }, headers)).json();
const numbers = (file: { features: { properties: Record<string, string> }[] }, column: string) =>
  file.features.map(({ properties }) => properties[column]);
const signed = { 'x-actor': encodeURIComponent('陈科长') };

describe('exactly the rows of the list, in its order', () => {
  test.each([
    [{ status: 'idle,inefficient', sort: '-area' }],
    [{ number: 'YL05', sort: 'status' }],
    [{ bbox: '118.6,24.8,118.75,24.95', use: 'industrial', sort: '-number' }],
  ])('parcels by %j', async (query) => {
    const [shown, file] = [
      await list('/api/parcels', { ...query, limit: 500 }),
      await geojson({ what: 'parcels', ...query }),
    ];
    expect(shown.total).toBeGreaterThan(3);
    expect(file.features.length).toBe(shown.total);
    expect(numbers(file, '地块编号').slice(0, 500)).toEqual(shown.rows.map((row: { number: string }) => row.number));
  });

  test('leftover plots by class and two units, as the page sorts them', async () => {
    const all = await list('/api/leftover', { limit: 500 });
    const rows: { parcel: { number: string; unit: string }; finding: { areaMu: number; kind: string } }[] = all.rows;
    const units = [...new Set(rows.map((row) => row.parcel.unit))].slice(0, 2);
    const kept = rows
      .filter(({ parcel, finding }) => units.includes(parcel.unit) && finding.kind !== 'manual')
      .sort((a, b) => b.finding.areaMu - a.finding.areaMu);
    const query = { what: 'leftover', unit: units.join(','), kind: 'corner,scattered,enclosed,unknown' };
    const file = await geojson({ ...query, sort: '-area' });
    expect(numbers(file, '地块编号')).toEqual(kept.map(({ parcel }) => parcel.number));
  });

  test('parks by finding, by name as Chinese sorts', async () => {
    const shown = await list('/api/parks', { verdict: 'unmet' });
    const names = shown.rows.map((row: { name: string }) => row.name);
    const file = await geojson({ what: 'parks', verdict: 'unmet' });
    expect(numbers(file, '名称')).toEqual(names.sort((a: string, b: string) => a.localeCompare(b, 'zh-CN')));
  });
});

describe('what only the office may see', () => {
  const money = /产值|纳税|output|tax/i;

  test.each(exportFormat.options.filter((format) => exportFormats[format].crs !== 'projected'))(
    'is in no public %s of firms',
    async (format) => {
      const file = await ask({ what: 'firms', format, public: 'true' }, signed);
      expect(file.statusCode).toBe(200);
      const zipped = format === 'xlsx' || format === 'shp';
      const parts = zipped ? Object.values(unzipSync(file.rawPayload)) : [file.rawPayload];
      for (const part of parts) {
        expect(Buffer.from(part).toString('utf8')).not.toMatch(money);
        expect(iconv.decode(Buffer.from(part), 'GBK')).not.toMatch(/产值|纳税|CZ20|NS20/);
      }
    },
  );

  test('comes to a signed actor alone, and the file says so', async () => {
    expect((await ask({ what: 'firms', format: 'csv', public: 'false' })).json().code).toBe('actor-missing');
    const file = await geojson({ what: 'firms', public: 'false' }, signed);
    const [newest] = await db.query<{ year: number; output: string }>({
      text: 'select year, sum(output_cny)::text as output from firm_year group by 1 order by 1 desc limit 1',
    });
    if (!newest) throw new Error('the sample has no output');
    const sum = numbers(file, `${newest.year}年产值（元）`).reduce((all, value) => all + Number(value ?? 0), 0);
    expect(sum).toBeCloseTo(Number(newest.output), 0);
    expect(Object.values(file.notes)).toContain('内部资料，不得公开');
    const plots = await geojson({ what: 'leftover', public: 'true' });
    expect(Object.keys(plots.features[0].properties)).not.toContain('认定人');
  });
});

test('a batch finds its parcels by their keys, whatever the list is', async () => {
  await db.query({ text: 'analyze parcel' });
  const keys = await db.query<LeftoverKey>({
    text: `select park::text, parcel::text, 0 as "areaMu", '' as number from leftover_finding limit 50`,
  });
  const ids = keys.map(({ parcel }) => parcel);
  for (const query of [readParcelsOutQuery(ids), readLeftoverOutQuery(keys), readFirmsOutQuery(ids, [])]) {
    const scans = await scansOf(db, query);
    const whole = scans.filter((scan) => scan['Node Type'] === 'Seq Scan' && scan['Relation Name'] === 'parcel');
    expect(whole).toEqual([]);
  }
});

test('a public file carries source, licence, sample mark, system, ruleset, notice and approval number', async () => {
  const { notes } = await geojson({ what: 'leftover', crs: '4549', approval: '闽S(2026)1号' });
  expect(notes).toMatchObject({ 审图号: '闽S(2026)1号', 许可: 'CC0 1.0', 记录数: expect.any(String) });
  expect(notes.数据来源).toContain('样例城市');
  expect(notes.样例数据).toContain('虚构');
  expect(notes.声明).toContain('不作为划界依据');
  expect(notes.坐标系).toContain('4549');
  expect(notes.跨带).toContain('三度带');
  expect(notes.判定规则集).toContain('plan-2023-2025');
});

test('a boundary-point TXT asked for in degrees goes into the zone of the ground', async () => {
  const east = { what: 'parcels', number: 'YL05', format: 'txt' };
  const file = await ask(east);
  const text = iconv.decode(file.rawPayload, 'GBK');
  expect(text).toContain('带号=40\r\n');
  const [northing, easting] = (/^J1,1,([\d.]+),([\d.]+)\r$/m.exec(text) ?? []).slice(1).map(Number);
  expect(northing).toBeGreaterThan(2_688_000);
  expect(northing).toBeLessThan(2_880_000);
  expect(Math.floor((easting ?? 0) / 1_000_000)).toBe(40);
  const utf8 = (await ask({ ...east, encoding: 'UTF-8' })).rawPayload.toString();
  expect(utf8).toBe(text);
});

test('the plan counts what the file holds and guesses its size', async () => {
  const plan = await list('/api/exports/plan', { what: 'parcels', number: 'YL05' });
  expect(plan).toMatchObject({ ownZone: expect.stringMatching(/^45(27|28)$/), sample: true, rowLimit: 13_000 });
  for (const format of ['csv', 'geojson', 'kml', 'txt'] as const) {
    const file = await ask({ what: 'parcels', number: 'YL05', format });
    expect(Number(file.headers['x-export-rows'])).toBe(plan.count);
    expect(plan.bytes[format] / file.rawPayload.length).toBeGreaterThan(0.6);
    expect(plan.bytes[format] / file.rawPayload.length).toBeLessThan(1.7);
  }
});

describe('refusals say what to do', () => {
  const refused: [Query, string][] = [
    [{ what: 'parcels', format: 'csv', number: 'no such' }, 'export-empty'],
    [{ what: 'firms', format: 'txt' }, 'export-format-unfit'],
    [{ what: 'parcels', format: 'csv', crs: '2385' }, 'request-invalid'],
    [{ what: 'firms' satisfies ExportWhat, format: 'dwg' }, 'request-invalid'],
  ];
  test.each(refused)('%j', async (query, code) => {
    expect((await ask(query)).json().code).toBe(code);
  });
});

test('a download is named in Chinese with its day, and in plain signs for those who cannot read it', async () => {
  const { headers } = await ask({ what: 'parks', format: 'shp' });
  const named = String(headers['content-disposition']);
  expect(named).toMatch(/^attachment; filename="Parks_\d{4}-\d\d-\d\d\.zip"; filename\*=UTF-8''/);
  expect(decodeURIComponent(named)).toMatch(/''园区_\d{4}-\d\d-\d\d\.zip$/);
});

/** A folder for temporary files of this file's own, so that what is left in it is ours. */
const usual = process.env.TMPDIR;
const folder = mkdtempSync(join(tmpdir(), 'yuantu-limits-'));
/** Another server over the same database, with narrow limits. */
const narrow = await buildApp({
  db,
  rulesets: readRulesets(),
  config: testConfig({ exportRows: 2_000, exportsAtOnce: 1 }),
});
process.env.TMPDIR = folder;
afterAll(async () => {
  await narrow.close();
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(folder, { recursive: true, force: true });
});
await narrow.listen({ port: 0, host: '127.0.0.1' });
const port = (narrow.server.address() as AddressInfo).port;
const path = (query: string) => `/api/exports/file?what=parcels&number=YL05&${query}`;
const codeOf = async (query: string) => (await narrow.inject(path(query))).json().code;
const left = () => readdirSync(folder);

test('too many rows are refused before one is read', async () => {
  expect((await narrow.inject('/api/exports/file?what=parcels&format=csv')).json()).toMatchObject({
    code: 'export-too-many',
    message: expect.stringContaining('2000'),
  });
});

describe('a browser that goes away', () => {
  test.each(['gpkg', 'dxf'])('ends the making of its %s and leaves nothing behind', async (format) => {
    const request = get({ port, path: path(`format=${format}`), agent: false });
    request.on('error', () => undefined);
    await expect.poll(left, { timeout: 10_000, interval: 5 }).not.toEqual([]);
    expect(await codeOf('format=csv')).toBe('export-busy');
    request.destroy();
    await expect.poll(left, { timeout: 10_000, interval: 20 }).toEqual([]);
    await expect.poll(() => codeOf('format=csv&crs=none'), { timeout: 10_000, interval: 20 }).toBe('request-invalid');
  });

  test('ends a file that is sent as it is made', async () => {
    const request = get({ port, path: path('format=geojson'), agent: false });
    request.on('error', () => undefined);
    const [response] = await once(request, 'response');
    await once(response, 'data');
    response.destroy();
    await expect.poll(() => codeOf('format=csv&crs=none'), { timeout: 10_000, interval: 20 }).toBe('request-invalid');
  });
});

test('a finished download leaves nothing behind', async () => {
  const file = await narrow.inject(path('format=shp'));
  expect(file.statusCode).toBe(200);
  await expect.poll(left, { timeout: 10_000, interval: 20 }).toEqual([]);
});
