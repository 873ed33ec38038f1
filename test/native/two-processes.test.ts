import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createPark, listParks, readParkVerdict } from '../../data/contract';
import { createNative, openNativeTest } from '../support/native-database';
import { startServer } from '../support/start-server';

const { url: databaseUrl, drop } = await createNative('sample');
const folders = ['one', 'two'].map((name) => join(tmpdir(), `yuantu-two-${process.pid}-${name}`));
const [one, two] = await Promise.all(
  folders.map((folder) => startServer({ DATABASE_URL: databaseUrl, YUANTU_DATA: folder })),
);
if (!one || !two) throw new Error('two servers were asked for');
afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await drop();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

const zoom = 14;

/** Two parcels that lie in no park, side by side in the list, and the tile that holds the first. */
async function freeParcels(): Promise<{ ids: string[]; tile: string }> {
  const db = await openNativeTest(databaseUrl, 30_000);
  const row = z.object({ id: z.string(), lon: z.number(), lat: z.number() });
  const text = `select p.id::text as id, st_x(st_centroid(p.geom)) as lon, st_y(st_centroid(p.geom)) as lat from parcel p
    where p.use_group = 'industrial' and not exists (select from park_member m where m.parcel = p.id) order by p.id limit 2`;
  const parcels = await db.query({ text }, row);
  await db.close();
  const [first] = parcels;
  if (!first) throw new Error('the sample city has no free parcel');
  const across = 2 ** zoom;
  const x = Math.floor(((first.lon + 180) / 360) * across);
  const sine = Math.sin((first.lat * Math.PI) / 180);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across);
  return { ids: parcels.map((parcel) => parcel.id), tile: `tiles/parks/${zoom}/${x}/${y}` };
}

async function parksInTile(server: { url: string }, tile: string): Promise<unknown[]> {
  const bytes = new Uint8Array(await (await fetch(server.url + tile)).arrayBuffer());
  const layer = new VectorTile(new PbfReader(bytes)).layers.parks;
  return Array.from({ length: layer?.length ?? 0 }, (_, n) => layer?.feature(n).properties.name);
}

async function listedParks(server: { url: string }): Promise<string[]> {
  const answer = await fetch(`${server.url}api/parks`);
  return listParks.response.parse(await answer.json()).rows.map((park) => park.name);
}

async function write(server: { url: string }, method: string, path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-actor': 'tester' };
  const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(JSON.stringify(said));
  return said;
}

async function memberCount(server: { url: string }, id: string): Promise<number> {
  const answer = await fetch(`${server.url}api/parks/${id}/verdict`);
  return readParkVerdict.response.parse(await answer.json()).members.length;
}

test('what one process writes, the other shows in its next tile, list and verdict', async () => {
  const { ids, tile } = await freeParcels();
  // Both have answered before, so that whatever they keep is kept.
  for (const server of [one, two]) {
    expect(await parksInTile(server, tile)).not.toContain('two processes');
    expect(await listedParks(server)).not.toContain('two processes');
  }
  const { id } = createPark.response.parse(
    await write(one, 'POST', 'api/parks', { name: 'two processes', parcels: ids.slice(0, 1) }),
  );
  expect(await parksInTile(two, tile)).toContain('two processes');
  expect(await listedParks(two)).toContain('two processes');
  expect(await memberCount(two, id)).toBe(1);

  const { version } = z.object({ version: z.number() }).parse(await (await fetch(`${two.url}api/parks/${id}`)).json());
  await write(two, 'PATCH', `api/parks/${id}`, { version, name: 'renamed elsewhere', parcels: ids });
  expect(await parksInTile(one, tile)).toContain('renamed elsewhere');
  expect(await listedParks(one)).toContain('renamed elsewhere');
  expect(await memberCount(one, id)).toBe(ids.length);
});
