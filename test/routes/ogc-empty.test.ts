import { expect, it } from 'vitest';
import { collections } from '../../server/ogc/collections/all';
import { testApp } from '../support/app';

const requestsPerMinute = 12;
const { app } = await testApp({ sample: false, facts: false, config: { requestsPerMinute } });
const ask = (url: string) => app.inject({ url, headers: { host: 'gis.example' } });

it('an empty city is told as such, and questions are counted however the address is written, tiles apart', async () => {
  const told = (await ask('/ogc/collections')).json();
  expect(told.collections).toHaveLength(collections.length);
  expect(told.collections[0].extent).toEqual({ temporal: expect.objectContaining({ interval: [[null, null]] }) });
  for (const { id } of collections) {
    expect((await ask(`/ogc/collections/${id}/items`)).json()).toMatchObject({ numberMatched: 0, features: [] });
    expect((await ask(`/ogc/collections/${id}/tiles/WebMercatorQuad?f=tilejson`)).json().bounds).toBeUndefined();
  }
  const tile = '/ogc/collections/zones/tiles/WebMercatorQuad/5/1/1';
  expect((await ask(tile)).statusCode).toBe(200);
  expect((await ask('/%6Fgc/conformance')).statusCode).toBe(200);
  const refused = await ask('/ogc/api?lang=en');
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect((await ask(tile)).statusCode).toBe(200);
});
