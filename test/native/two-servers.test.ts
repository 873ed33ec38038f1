import { afterAll, describe, expect, it } from 'vitest';
import type { Answer, listParcels } from '../../data/contract';
import { buildApp } from '../../server/app';
import { readRulesets } from '../../server/rules';
import { asking } from '../routes/asking';
import { testConfig } from '../support/app';
import { createNative, openNativeTest } from '../support/native-database';
import { readTile, tileAt } from '../tiles/reading';

const deadlineMs = 30_000;
const { url, drop } = await createNative('sample');
const open = async () => {
  const db = await openNativeTest(url, deadlineMs);
  const app = await buildApp({ db, rulesets: readRulesets(), config: testConfig() });
  await app.ready();
  return { db, app, ask: asking(app) };
};
const one = await open();
const other = await open();
afterAll(async () => {
  for (const { app, db } of [one, other]) {
    await app.close();
    await db.close();
  }
  await drop();
});

describe('two servers over one database', () => {
  it('agree at once: what one writes, the other’s next list, verdict, tile and history show', async () => {
    const { rows }: Answer<typeof listParcels> = (await one.ask.get('/api/parcels?limit=20&use=industrial')).json();
    const parcels = rows.filter(({ park }) => park === null).slice(0, 2);
    const [first] = parcels;
    if (!first) throw new Error('no free parcel');
    const { x, y } = tileAt(first.centre.coordinates[0] ?? 0, first.centre.coordinates[1] ?? 0, 14);
    const tileOf = async ({ app }: typeof one) => {
      const { versions } = (await app.inject('/api/state')).json();
      const answer = await app.inject(`/tiles/parks/14/${x}/${y}?v=${versions.parks}`);
      expect(answer.headers['cache-control']).toContain('immutable');
      return readTile(answer.rawPayload).flatMap(({ features }) => features.map(({ properties }) => properties.name));
    };
    // Both have answered before, so that both have something old to forget.
    for (const server of [one, other]) {
      await server.ask.get('/api/parks');
      await tileOf(server);
    }
    const body = { name: '两机一库', parcels: parcels.map(({ id }) => id) };
    const { id, event } = (await one.ask.post('/api/parks', body)).json();

    const listed = (await other.ask.get('/api/parks')).json().rows.find((park: { id: string }) => park.id === id);
    expect(listed).toMatchObject({ name: '两机一库', memberCount: parcels.length });
    const [mine, theirs] = await Promise.all([one, other].map(({ ask }) => ask.get(`/api/parks/${id}/verdict`)));
    expect(theirs?.json()).toEqual(mine?.json());
    expect(await tileOf(other)).toContain('两机一库');
    expect((await other.ask.get(`/api/events?kind=park&id=${id}`)).json().rows[0].id).toBe(event);

    const undone = await other.ask.post(`/api/events/${event}/undo`, {});
    expect(undone.statusCode).toBe(200);
    expect((await one.ask.get(`/api/parks/${id}`)).statusCode).toBe(404);
    expect(await tileOf(one)).not.toContain('两机一库');
    expect((await one.ask.post(`/api/events/${event}/undo`, {})).json().code).toBe('already-undone');
  });

  it('let only one of two late authors through', async () => {
    const { rows }: Answer<typeof listParcels> = (await one.ask.get('/api/parcels?limit=1')).json();
    const created = await one.ask.post('/api/parks', { name: '抢改', parcels: rows.map(({ id }) => id) });
    const { id } = created.json();
    const answers = await Promise.all(
      [one, other].map(({ ask }, index) => ask.patch(`/api/parks/${id}`, { version: 1, name: `第${index}人` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});
