import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { beltLook, corridorLook, statusLook, verdictLook } from '../../data/looks/classes';
import { listItemsQuery } from '../../server/db/ogc/list-items';
import { baseUrl } from '../../server/ogc/ask/base-url';
import { readItemsQuestion } from '../../server/ogc/ask/read-items-question';
import { collections } from '../../server/ogc/collections/all';
import { parcels } from '../../server/ogc/collections/parcels';
import { ogcSystems } from '../../server/ogc/crs';
import { scansOf } from '../db/scans';
import { testApp } from '../support/app';
import { readTile, tileAt } from '../tiles/reading';

const { app, db } = await testApp({ sample: true });
const ids = collections.map(({ id }) => id);
const EPSG = 'http://www.opengis.net/def/crs/EPSG/0/';
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/ogc${path}`, headers: { host: 'gis.example:8080', ...headers } });
const items = (id: string, query: Record<string, string>) =>
  ask(`/collections/${id}/items?${new URLSearchParams(query)}`);
const count = async (text: string, values: unknown[] = []) =>
  (await db.query<{ n: number }>({ text: `select count(*)::int as n from ${text}`, values }))[0]?.n;

const link = z.looseObject({ rel: z.string(), href: z.url(), type: z.string().optional() });
const position = z.array(z.number()).length(2);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position).min(4))) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position).min(4)) }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position).min(2)) }),
]);
const feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number().int()]),
  geometry,
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
const featurePage = z.object({
  type: z.literal('FeatureCollection'),
  timeStamp: z.iso.datetime(),
  numberMatched: z.number().int(),
  numberReturned: z.number().int(),
  links: z.array(link),
  features: z.array(feature),
});
const collection = z.looseObject({
  id: z.string(),
  title: z.string().min(1),
  description: z.string().min(1),
  attribution: z.string().min(1),
  license: z.string().min(1),
  itemType: z.literal('feature'),
  sample: z.boolean(),
  extent: z.object({
    spatial: z.object({ bbox: z.array(z.array(z.number()).length(4)), crs: z.url() }),
    temporal: z.object({ interval: z.array(z.array(z.iso.datetime().nullable()).length(2)), trs: z.url() }),
  }),
  crs: z.array(z.url()),
  storageCrs: z.literal(`${EPSG}4490`),
  links: z.array(link),
});
const page = async (id: string, query: Record<string, string> = {}) => {
  const answer = await items(id, query);
  expect(answer.statusCode, answer.body).toBe(200);
  return featurePage.parse(answer.json());
};

/** Every address that a document links to, at any depth. */
function linksIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('href' in value) return [link.parse(value).href];
  return Object.values(value).flatMap(linksIn);
}

describe('the documents of /ogc', () => {
  it('lead from the first page to everything, by links that answer', async () => {
    const seen = new Set<string>();
    const waiting = ['http://gis.example:8080/ogc'];
    for (let href = waiting.pop(); href; href = waiting.pop()) {
      if (seen.has(href) || href.includes('{') || href.includes('token=')) continue;
      seen.add(href);
      const answer = await app.inject({
        url: href.replace('http://gis.example:8080', ''),
        headers: { host: 'gis.example:8080' },
      });
      expect(answer.statusCode, href).toBe(200);
      if (/html/.test(String(answer.headers['content-type']))) {
        expect(answer.body).not.toMatch(/<script|src=|@import|url\(/);
        continue;
      }
      waiting.push(...linksIn(answer.json()));
    }
    expect([...seen].filter((href) => /items/.test(href)).length).toBeGreaterThanOrEqual(ids.length);
    expect(seen.size).toBeGreaterThan(40);
  });

  it('say what each collection is, in both languages, with licence, extent and systems', async () => {
    const found = z.object({ collections: z.array(collection) }).parse((await ask('/collections')).json());
    expect(found.collections.map(({ id }) => id)).toEqual(ids);
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map(async (lang) => (await ask(`/collections/parks?lang=${lang}`)).json().title),
    );
    expect([zh, en]).toEqual(['园区', 'Parks']);
    expect((await ask('/collections/parks', { 'accept-language': 'en' })).json().title).toBe('Parks');
    const [box] = await db.query<{ box: number[] }>({
      text: 'select array[min(st_xmin(geom)), min(st_ymin(geom)), max(st_xmax(geom)), max(st_ymax(geom))] as box from parcel',
    });
    expect(found.collections[0]?.extent.spatial.bbox[0]).toEqual(box?.box);
  });

  it('describe in OpenAPI what there is', async () => {
    const api = (await ask('/api')).json();
    expect(api.openapi).toMatch(/^3\.0\./);
    const parameters = api.paths['/collections/parcels/items'].get.parameters;
    expect((await ask('/api')).headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0');
    expect(parameters.some((one: { name?: string }) => one.name === 'status')).toBe(true);
    expect(api.components.parameters.limit.schema.maximum).toBe(10_000);
    expect((await ask('/conformance')).json().conformsTo).toContain(
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
    );
  });

  it('carry nothing that is not public', async () => {
    for (const id of ids) {
      const text = (await items(id, { limit: '20' })).body + (await ask(`/collections/${id}/queryables`)).body;
      expect(text).not.toMatch(/price|output|tax|contact|phone|uscc|firm/i);
    }
  });

  it('name the host that was asked, and believe a proxy only where told to', async () => {
    const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    expect((await ask('', forwarded)).body).not.toContain('evil');
    expect((await ask('', { host: 'a"><script>' })).statusCode).toBe(400);
    const request = { headers: { host: 'inner:3000', ...forwarded }, protocol: 'http' as const };
    expect(baseUrl(request, { trustProxy: true })).toBe('https://evil.example/ogc');
    expect(baseUrl(request, { trustProxy: false })).toBe('http://inner:3000/ogc');
  });

  it('are kept by name, asked by HEAD, and squeezed', async () => {
    const path = '/collections/parcels/items?limit=50';
    const first = await ask(path, { 'accept-encoding': 'gzip' });
    expect(first.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'application/geo+json; charset=utf-8',
    });
    const again = await ask(path, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const head = await app.inject({ method: 'HEAD', url: `/ogc${path}`, headers: { host: 'gis.example:8080' } });
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', first.headers.etag]);
    await db.query({ text: "update layer_version set version = version + 1 where layer = 'parcels'" });
    expect((await ask(path, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(200);
  });
});

describe('items', () => {
  it.each(ids)('of %s come whole, page after page, each once', async (id) => {
    const total = (await page(id, { limit: '1' })).numberMatched;
    const limit = Math.ceil(total / 3);
    const seen: (string | number)[] = [];
    let path: string | undefined = `/collections/${id}/items?limit=${limit}`;
    while (path) {
      const found = featurePage.parse((await ask(path)).json());
      expect(found.numberMatched).toBe(total);
      seen.push(...found.features.map((one) => one.id));
      path = found.links.find(({ rel }) => rel === 'next')?.href.split('/ogc')[1];
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(total);
    const one = await ask(`/collections/${id}/items/${seen[0]}`);
    expect(feature.extend({ links: z.array(link) }).parse(one.json()).id).toBe(seen[0]);
  });

  it('of a page keep their place though features before them are removed', async () => {
    const first = await page('corridors', { limit: '3' });
    const next = first.links.find(({ rel }) => rel === 'next')?.href.split('/ogc')[1] ?? '';
    const before = featurePage.parse((await ask(next)).json()).features.map(({ id }) => id);
    const [removed] = await db.query<{ id: number }>({
      text: 'delete from corridor where id = $1 returning id',
      values: [first.features[0]?.id],
    });
    expect(removed).toBeDefined();
    expect(featurePage.parse((await ask(next)).json()).features.map(({ id }) => id)).toEqual(before);
  });

  it.each(['areaMu', '-areaMu', '-name', 'status,-number', 'park', '-changedAt'])(
    'sorted by %s come in one order over all pages',
    async (sortby) => {
      const wanted = (await page('parcels', { sortby, limit: '400' })).features.map(({ id }) => id);
      const seen: (string | number)[] = [];
      let path = `/collections/parcels/items?${new URLSearchParams({ sortby, limit: '130' })}`;
      while (seen.length < 400) {
        const found = featurePage.parse((await ask(path)).json());
        seen.push(...found.features.map((one) => one.id));
        path = found.links.find(({ rel }) => rel === 'next')?.href.split('/ogc')[1] ?? '';
      }
      expect(seen.slice(0, 400)).toEqual(wanted);
    },
  );

  it('are found by box, in any of the systems', async () => {
    const [west, south, east, north] = [118.5, 24.8, 118.62, 24.9];
    const wanted = await count('parcel where st_intersects(geom, st_makeenvelope($1, $2, $3, $4, 4490))', [
      west,
      south,
      east,
      north,
    ]);
    expect(wanted).toBeGreaterThan(0);
    expect((await page('parcels', { bbox: [west, south, east, north].join(), limit: '1' })).numberMatched).toBe(wanted);
    const turned = { bbox: [south, west, north, east].join(), 'bbox-crs': `${EPSG}4490`, limit: '1' };
    expect((await page('parcels', turned)).numberMatched).toBe(wanted);
    const plane = [2_745_000, 40_349_000, 2_755_000, 40_361_000];
    const inPlane = await count(
      'parcel where st_intersects(geom, st_transform(st_segmentize(st_setsrid(st_makeenvelope($2, $1, $4, $3), 4528), 500), 4490))',
      plane,
    );
    expect(inPlane).toBeGreaterThan(0);
    expect((await page('parcels', { bbox: plane.join(), 'bbox-crs': `${EPSG}4528`, limit: '1' })).numberMatched).toBe(
      inPlane,
    );
  });

  it.each<[string, string]>([
    ["status = 'idle' and areaMu > 5", "status = 'idle' and area_square_metres * 3 / 2000 > 5"],
    ["use in ('industrial','water') and status is null", "use_group in ('industrial','water') and status is null"],
    ["casei(number) like casei('yl0_-01%') or tenure <> 'state'", "number ilike 'yl0_-01%' or tenure <> 'state'"],
    ['areaMu not between 3 and 30', 'not (area_square_metres * 3 / 2000 between 3 and 30)'],
    [
      's_within(geometry, POLYGON((118.5 24.8,118.7 24.8,118.6 24.95,118.5 24.8)))',
      "st_within(geom, 'SRID=4490;POLYGON((118.5 24.8,118.7 24.8,118.6 24.95,118.5 24.8))')",
    ],
    [
      'not s_intersects(geometry, BBOX(118.5,24.8,118.6,24.9))',
      'not st_intersects(geom, st_makeenvelope(118.5,24.8,118.6,24.9,4490))',
    ],
    [
      's_intersects(geometry, LINESTRING(118.5 24.8, 118.7 25.0))',
      "st_intersects(geom, 'SRID=4490;LINESTRING(118.5 24.8,118.7 25)')",
    ],
    ["leftover = 'corner'", "id in (select parcel from leading_leftover where kind = 'corner')"],
    ['park is not null', 'id in (select parcel from park_member)'],
    ["t_before(changedAt, TIMESTAMP('2000-01-01T00:00:00Z'))", 'false'],
    ["changedAt >= DATE('2000-01-01')", 'true'],
  ])('are filtered: %s', async (filter, sql) => {
    expect((await page('parcels', { filter, 'filter-lang': 'cql2-text', limit: '1' })).numberMatched).toBe(
      await count(`parcel where ${sql}`),
    );
  });

  it('take geometry of a filter in another system', async () => {
    const inDegrees = await page('parcels', {
      filter: 's_intersects(geometry, POLYGON((118.5 24.8,118.7 24.8,118.6 24.95,118.5 24.8)))',
      limit: '1',
    });
    const turned = await page('parcels', {
      filter: 's_intersects(geometry, POLYGON((24.8 118.5,24.8 118.7,24.95 118.6,24.8 118.5)))',
      'filter-crs': `${EPSG}4326`,
      limit: '1',
    });
    expect(turned.numberMatched).toBe(inDegrees.numberMatched);
  });

  it('are found by property and by time', async () => {
    expect((await page('parcels', { status: 'idle', limit: '1' })).numberMatched).toBe(
      await count("parcel where status = 'idle'"),
    );
    expect((await page('parks', { title: 'met', limit: '1' })).numberMatched).toBe(
      (await app.inject('/api/parks?verdict=met')).json().rows.length,
    );
    const [moment] = (await page('parcels', { limit: '1' })).features.map(({ properties }) =>
      String(properties.changedAt),
    );
    expect((await page('parcels', { datetime: moment ?? '', limit: '1' })).numberMatched).toBe(
      await count("parcel where date_trunc('second', changed_at) = $1::timestamptz", [moment]),
    );
    expect((await page('parcels', { datetime: '../2000-01-01', limit: '1' })).numberMatched).toBe(0);
    expect((await page('zones', { datetime: '../2000-01-01', limit: '1' })).numberMatched).toBe(await count('unit'));
  });

  it('say every code in words of the language asked for, and times to the second', async () => {
    const codes: Record<string, string[]> = {
      parcels: ['unit', 'unitBasis', 'use', 'status', 'tenure', 'leftover', 'source'],
      parks: ['kind', 'unit', 'theme', 'title', 'contiguity', 'source'],
      'leftover-plots': ['class', 'found', 'unit', 'status', 'source'],
      zones: ['kind', 'belt', 'source'],
      corridors: ['kind', 'source'],
    };
    for (const id of ids) {
      const [zh, en] = await Promise.all(
        ['zh', 'en'].map(async (lang) => (await page(id, { lang, limit: '10000' })).features),
      );
      for (const name of codes[id] ?? []) {
        const at = zh?.findIndex(({ properties }) => properties[name] !== null) ?? -1;
        expect(at, `${id}.${name}`).toBeGreaterThanOrEqual(0);
        const said = [zh, en].map((features) => {
          const {
            [name]: code,
            [`${name}Text`]: text,
            [`${name}Name`]: named,
            [`${name}Title`]: title,
          } = features?.[at]?.properties ?? {};
          return { code, words: String(text ?? named ?? title) };
        });
        expect(said[0]?.code).toBe(said[1]?.code);
        expect(said[0]?.words, `${id}.${name}`).toMatch(/\p{Script=Han}/u);
        expect(said[1]?.words, `${id}.${name}`).toMatch(/^[^\p{Script=Han}]+$/u);
      }
      for (const { properties } of zh ?? [])
        for (const time of [properties.changedAt, properties.foundAt])
          if (time !== undefined && time !== null) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
  });

  it('are told to programs with every property that they carry', async () => {
    const { schemas } = (await ask('/api?lang=en')).json().components;
    for (const id of ids) {
      const [first] = (await page(id, { limit: '1' })).features;
      expect(Object.keys(schemas[id].properties.properties.properties), id).toEqual(
        Object.keys(first?.properties ?? {}),
      );
    }
    expect(schemas.parks.properties.properties.properties.kind).toMatchObject({
      enum: ['draft', 'official'],
      description: 'draft draft · official official',
    });
  });

  it('give leftover plots with the class that holds, its reasons and the mark', async () => {
    const found = await page('leftover-plots', { limit: '5', lang: 'en' });
    for (const { id, properties } of found.features) {
      const [row] = await db.query<{ kind: string }>({
        text: 'select kind from leading_leftover where parcel = $1',
        values: [id],
      });
      expect(properties).toMatchObject({
        class: row?.kind,
        suspected: true,
        areaMu: expect.any(Number),
        parkName: expect.any(String),
      });
      expect(String(properties.because).length).toBeGreaterThan(10);
    }
  });

  it.each(
    ogcSystems.filter(({ code }) => code !== 'CRS84').map(({ code, uri, firstAxis }) => ({ code, uri, firstAxis })),
  )('stand in $code where PROJ puts them, to a fifth of a millimetre', async ({ code, uri, firstAxis }) => {
    const answer = await items('parcels', { crs: uri, limit: '5' });
    expect(answer.headers['content-crs']).toBe(`<${uri}>`);
    const number = Number(code.split(':')[1]);
    for (const { id, geometry } of featurePage.parse(answer.json()).features) {
      const [row] = await db.query<{ geometry: { coordinates: number[][][][] } }>({
        text: `select st_asgeojson(${number === 4490 ? 'ring.geom' : 'st_transform(ring.geom, $2::int)'}, 10, 0)::jsonb as geometry
                 from parcel p, st_forcepolygonccw(p.geom) ring(geom) where p.id = $1 and $2::int > 0`,
        values: [id, number],
      });
      const ours = geometry.coordinates.flat(3) as number[];
      const theirs = row?.geometry.coordinates.flat(3) ?? [];
      const tolerance = code === 'EPSG:4490' || code === 'EPSG:4326' ? 2e-10 : 2e-4;
      ours.forEach((value, n) => {
        const same = firstAxis === 'east' ? n : n % 2 === 0 ? n + 1 : n - 1;
        expect(Math.abs(value - (theirs[same] ?? Number.NaN))).toBeLessThan(tolerance);
      });
    }
  });

  it('come through the spatial index, and a deep page through the key', async () => {
    await db.query({ text: 'analyze parcel' });
    const question = (query: Record<string, string>) => ({
      ...readItemsQuestion(parcels, new Map(Object.entries(query))).asked,
      known: { verdicts: [] },
    });
    const indexes = async (query: Record<string, string>) =>
      (await scansOf(db, listItemsQuery(question(query)))).flatMap((scan) => scan['Index Name'] ?? []);
    expect(await indexes({ bbox: '118.591,24.917,118.592,24.918' })).toContain('parcel_geom');
    expect(await indexes({ filter: 's_intersects(geometry, POINT(118.5913 24.9175))' })).toContain('parcel_geom');
    expect(await indexes({ limit: '10', token: Buffer.from('["",[],9000]').toString('base64url') })).toContain(
      'parcel_pkey',
    );
  });
});

describe('what cannot be answered is refused by name', () => {
  it.each<[string, number, string, RegExp]>([
    ['/collections/parcels/items?colour=red', 400, 'ogc-parameter-unknown', /colour.*status/],
    ['/collections/parcels/items?limit=0', 400, 'ogc-parameter-invalid', /limit/],
    ['/collections/parcels/items?limit=ten', 400, 'ogc-parameter-invalid', /limit/],
    ['/collections/parcels/items?bbox=1,2,3', 400, 'ogc-parameter-invalid', /bbox/],
    ['/collections/parcels/items?bbox=1,2,3,x', 400, 'ogc-parameter-invalid', /bbox/],
    ['/collections/parcels/items?bbox=1,2,3,4&bbox=1,2,3,4', 400, 'ogc-parameter-invalid', /bbox/],
    [`/collections/parcels/items?crs=${EPSG}2380`, 400, 'ogc-parameter-invalid', /2380.*4527/],
    ['/collections/parcels/items?datetime=now', 400, 'ogc-parameter-invalid', /datetime/],
    ['/collections/parcels/items?areaMu=big', 400, 'ogc-parameter-invalid', /areaMu/],
    ['/collections/parcels/items?sortby=price', 400, 'ogc-property-unknown', /price.*areaMu/],
    ['/collections/parcels/items?token=abc', 400, 'ogc-parameter-invalid', /token/],
    [
      `/collections/parcels/items?token=${Buffer.from('["",[],"1 or 1=1"]').toString('base64url')}`,
      400,
      'ogc-parameter-invalid',
      /token/,
    ],
    ['/collections/parcels/items?filter-lang=cql2-json', 400, 'ogc-parameter-invalid', /cql2-text/],
    ['/collections/parcels/items?filter=price_cny%3E1', 400, 'ogc-property-unknown', /price_cny.*status/],
    ['/collections/parcels/items?filter=status%3D%3D1', 400, 'ogc-filter-invalid', /8/],
    ['/collections/parcels/items?number=%00', 400, 'ogc-parameter-invalid', /number/],
    ['/collections/parcels/items?f=xml', 400, 'ogc-parameter-invalid', /json, html/],
    ['/collections/parcels/items/999999999', 404, 'not-found', /999999999/],
    ['/collections/parcels/items/1%20or%201=1', 404, 'not-found', /or/],
    ['/collections/zones/items/%00', 404, 'not-found', /zones/],
    ['/collections/firms', 404, 'not-found', /firms/],
    ['/collections/parcels/tiles/WebMercatorQuad/30/1/1', 404, 'not-found', /30\/1\/1/],
    ['/nowhere', 404, 'route-not-found', /./],
  ])('%s', async (path, status, code, said) => {
    for (const lang of ['zh', 'en']) {
      const answer = await ask(path, { 'accept-language': lang });
      const body = answer.json();
      expect(answer.statusCode, answer.body).toBe(status);
      expect(body).toMatchObject({ code, status, description: body.message });
      expect(body.message).toMatch(said);
    }
  });

  it('but a larger limit than is served is cut', async () => {
    expect((await page('zones', { limit: '99999' })).numberReturned).toBe(await count('unit'));
  });
});

describe('tiles', () => {
  it('are those of the page, row before column, and are named in TileJSON', async () => {
    const [at] = await db.query<{ id: number; lon: number; lat: number }>({
      text: 'select id, st_x(st_pointonsurface(geom)) as lon, st_y(st_pointonsurface(geom)) as lat from parcel order by id limit 1',
    });
    const { x, y } = tileAt(at?.lon ?? 0, at?.lat ?? 0, 16);
    const tilejson = (await ask('/collections/parcels/tiles/WebMercatorQuad?f=tilejson')).json();
    const [template] = tilejson.tiles as string[];
    const path = (template ?? '').replace('{z}', '16').replace('{y}', String(y)).replace('{x}', String(x));
    const answer = await app.inject(path.replace('http://gis.example:8080', ''));
    expect(path).toContain(`/16/${y}/${x}`);
    expect(answer.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    const [layer] = readTile(answer.rawPayload);
    const told = tilejson.vector_layers.find((one: { id: string }) => one.id === layer?.name);
    expect(layer?.features.map(({ id }) => id)).toContain(at?.id);
    expect(Object.keys(told.fields)).toEqual(expect.arrayContaining([...(layer?.properties ?? [])]));
    expect(answer.rawPayload.equals((await app.inject(`/tiles/parcels/16/${x}/${y}`)).rawPayload)).toBe(true);
    const again = await app.inject({
      url: path.replace('http://gis.example:8080', ''),
      headers: { 'if-none-match': String(answer.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('of a set lie within the limits told', async () => {
    const set = (await ask('/collections/parks/tiles/WebMercatorQuad')).json();
    const [park] = await db.query<{ lon: number; lat: number }>({
      text: 'select st_x(st_centroid(geom)) as lon, st_y(st_centroid(geom)) as lat from park order by id limit 1',
    });
    for (const limits of set.tileMatrixSetLimits) {
      const { x, y } = tileAt(park?.lon ?? 0, park?.lat ?? 0, Number(limits.tileMatrix));
      expect(x >= limits.minTileCol && x <= limits.maxTileCol && y >= limits.minTileRow && y <= limits.maxTileRow).toBe(
        true,
      );
    }
    const matrix = (await ask('/tileMatrixSets/WebMercatorQuad')).json();
    expect(matrix.tileMatrices[0].scaleDenominator).toBeCloseTo(559_082_264.028_717, 4);
  });

  it.each(ids)('of %s have a style that MapLibre accepts', async (id) => {
    const style = (await ask(`/styles/${id}`)).json();
    expect(validateStyleMin(style)).toEqual([]);
    // No layer draws what the tiles do not carry.
    const { vector_layers: told } = (await ask(`/collections/${id}/tiles/WebMercatorQuad?f=tilejson`)).json();
    const inside = told.map((layer: { id: string }) => layer.id);
    expect(new Set(style.layers.map((layer: { 'source-layer': string }) => layer['source-layer']))).toEqual(
      new Set(inside),
    );
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['parcels', 'parcels-fill', Object.entries(statusLook).map(([key, { fill }]) => [key, fill])],
    ['parks', 'parks-fill', Object.entries(verdictLook).map(([key, { colour }]) => [key, colour.light])],
    ['zones', 'zones-fill', Object.entries(beltLook).map(([key, { fill }]) => [key, fill])],
    ['corridors', 'corridors-line', Object.entries(corridorLook).map(([key, { light }]) => [key, light])],
  ])('of %s are drawn in the colours of the page: %s', async (id, name, looks) => {
    const layers = (await ask(`/styles/${id}`)).json().layers as { id: string; paint: Record<string, unknown[]> }[];
    const paint = layers.find((layer) => layer.id === name)?.paint ?? {};
    const colour = paint['fill-color'] ?? paint['line-color'] ?? [];
    expect(colour.slice(2, -1)).toEqual(looks.flat());
  });
});
