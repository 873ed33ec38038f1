import { describe, expect, it } from 'vitest';
import { tileLayerName } from '../../data/contract';
import { testApp } from '../support/app';
import { groundOf, readTile, tileAt } from './reading';

const { app, db } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const [home] = await db.query<{ lon: number; lat: number }>({
  text: `select st_x(st_centroid(k.geom)) as lon, st_y(st_centroid(k.geom)) as lat
         from park k order by (select count(*) from leftover_finding f where f.park = k.id and f.kind <> 'too-large') desc,
         k.id limit 1`,
});
if (!home) throw new Error('no park');
const url = (layer: string, zoom: number): string => {
  const { x, y } = tileAt(home.lon, home.lat, zoom);
  return `/tiles/${layer}/${zoom}/${x}/${y}`;
};
const ask = (path: string, headers: Record<string, string> = {}) => app.inject({ url: path, headers });

/** What a tile may carry, and nothing else: no figure of a firm, no price, no area. */
const allowed: Record<string, string[]> = {
  zones: ['id', 'name_zh', 'name_en', 'belt', 'kind', 'schematic'],
  parcels: ['number', 'status', 'use', 'park', 'unit', 'leftover', 'sample'],
  blocks: ['scheme', 'class', 'count'],
  parks: ['name', 'kind', 'title', 'contiguity', 'sample'],
  leftover: ['kind', 'park'],
  corridors: ['kind', 'width', 'name'],
  controls: ['kind', 'level'],
};
const zooms = [5, 8, 9, 10, 11, 12, 13, 14, 16, 18];

describe('every layer at every zoom', () => {
  it.each(tileLayerName.options)(
    '%s: small, valid, wound as tiles want, with its own properties only',
    async (layer) => {
      let seen = 0;
      for (const zoom of zooms) {
        const answer = await ask(url(layer, zoom));
        expect(answer.statusCode).toBe(200);
        expect(answer.rawPayload.length).toBeLessThanOrEqual(500_000);
        for (const { name, features, properties } of readTile(answer.rawPayload)) {
          expect(name).toBe(layer === 'parcels' && zoom < 13 ? 'blocks' : layer);
          expect([...properties].filter((property) => !allowed[name]?.includes(property))).toEqual([]);
          seen += features.length;
          const grounds = features.filter(({ type }) => type === 3).map((feature) => JSON.stringify(groundOf(feature)));
          const bad = await db.query({
            text: `select st_isvalidreason(st_geomfromgeojson(g)) as reason from unnest($1::text[]) g
                 where not st_isvalid(st_geomfromgeojson(g)) or st_isempty(st_geomfromgeojson(g))`,
            values: [grounds],
          });
          expect(bad, `${layer} at ${zoom}`).toEqual([]);
        }
      }
      expect(seen).toBeGreaterThan(0);
    },
  );

  it('holds every parcel that meets the tile, under its own id', async () => {
    const { x, y } = tileAt(home.lon, home.lat, 16);
    const [layer] = readTile((await ask(url('parcels', 16))).rawPayload);
    const expected = await db.query<{ id: number }>({
      text: 'select id from parcel where mercator && st_tileenvelope(16, $1, $2) and st_area(mercator) > 20',
      values: [x, y],
    });
    const ids = new Set(layer?.features.map(({ id }) => id));
    expect(expected.length).toBeGreaterThan(5);
    expect(expected.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('shows the verdicts of the list of parks', async () => {
    const { rows } = (await app.inject('/api/parks')).json();
    const [layer] = readTile((await ask(url('parks', 9))).rawPayload);
    for (const feature of layer?.features ?? []) {
      const park = rows.find(({ id }: { id: string }) => Number(id) === feature.id);
      expect(feature.properties).toMatchObject({ title: park.title, contiguity: park.contiguity, name: park.name });
    }
  });
});

describe('a tile on its way', () => {
  it('may be kept for ever under the version it was asked by, and not otherwise', async () => {
    const path = url('zones', 9);
    const first = await ask(path);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const version = first.headers['x-tile-version'];
    const named = await ask(`${path}?v=${version}`);
    expect(named.headers['cache-control']).toContain('immutable');
    const old = await ask(`${path}?v=1`);
    expect(old.headers['cache-control']).toBe('private, no-cache');
    expect(old.headers['x-tile-version']).toBe(version);
    const again = await ask(path, { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('is the version that the page is told to ask for', async () => {
    const { versions } = (await app.inject('/api/state')).json();
    for (const layer of tileLayerName.options) {
      const answer = await ask(`${url(layer, 10)}?v=${versions[layer]}`);
      expect(answer.headers['cache-control'], layer).toContain('immutable');
    }
  });

  it('is compressed once for those who can read it', async () => {
    const plain = await ask(url('zones', 9));
    const packed = await ask(url('zones', 9), { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length);
    expect(packed.headers.etag).toBe(plain.headers.etag);
  });

  it('shows a write in the next tile, without a version and by the new one', async () => {
    const path = url('corridors', 14);
    const before = await ask(path);
    await db.transaction(async (tx) => {
      await tx.query({
        text: `insert into corridor (kind, width_metres, name, geom, source)
               select 'road', 10, '新路', st_makeline(st_setsrid(st_makepoint($1, $2), 4490),
                 st_setsrid(st_makepoint($1 + 0.001, $2), 4490)), id from source limit 1`,
        values: [home.lon, home.lat],
      });
      await tx.query({ text: "update layer_version set version = version + 1 where layer = 'corridors'" });
    });
    const after = await ask(path);
    expect(Number(after.headers['x-tile-version'])).toBe(Number(before.headers['x-tile-version']) + 1);
    const [layer] = readTile(after.rawPayload);
    expect(layer?.features.some(({ properties }) => properties.name === '新路')).toBe(true);
  });

  it.each([
    ['a column beyond the last', '/tiles/zones/9/512/0'],
    ['a zoom too far out', '/tiles/zones/4/0/0'],
    ['a zoom too far in', '/tiles/zones/19/0/0'],
    ['a word for a number', '/tiles/zones/9/a/0'],
    ['a negative row', '/tiles/zones/9/0/-1'],
    ['an unknown layer', '/tiles/secrets/9/424/219'],
  ])('refuses %s', async (_, path) => {
    const answer = await ask(path);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('request-invalid');
  });
});
