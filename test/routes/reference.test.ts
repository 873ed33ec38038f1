import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as contract from '../../data/contract';
import { testApp } from '../support/app';

const { app } = await testApp({ sample: false });

interface Shape {
  method: string;
  path: string;
}
const isEndpoint = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'response' in value;

describe('the reference', () => {
  it('is OpenAPI 3.1 and documents every endpoint of the contract', async () => {
    const document = (await app.inject('/api/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\.1/);
    const endpoints = (Object.values(contract) as unknown[]).filter(isEndpoint);
    expect(endpoints.length).toBeGreaterThan(25);
    for (const { method, path } of endpoints) {
      const template = path.replaceAll(/:(\w+)/g, '{$1}');
      expect(document.paths[template]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
    }
  });

  it('can be browsed without anything from elsewhere', async () => {
    const page = await app.inject('/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self' 'unsafe-inline'");
    const script = /src="([^"]+)"/.exec(page.body)?.[1];
    const loaded = await app.inject(new URL(script ?? '', 'http://localhost/api/docs/').pathname);
    expect(loaded.statusCode).toBe(200);
    const other = await app.inject('/api/health');
    expect(other.headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
  });
});

describe('the page and its ground', () => {
  it('serves land and sea with a tag, and not again to who has them', async () => {
    for (const name of readdirSync(join(import.meta.dirname, '../../data/zones')).filter((file) =>
      /^(land|sea)\.geojson$/.test(file),
    )) {
      const first = await app.inject(`/zones/${name}`);
      expect(first.statusCode).toBe(200);
      expect(first.json()).toEqual(
        JSON.parse(readFileSync(join(import.meta.dirname, '../../data/zones', name), 'utf8')),
      );
      const etag = String(first.headers.etag);
      const again = await app.inject({ url: `/zones/${name}`, headers: { 'if-none-match': etag } });
      expect(again.statusCode).toBe(304);
    }
  });

  it('answers an unknown address of the API in the reader’s language, with a request id', async () => {
    const answer = await app.inject({ url: '/api/nothing-here', headers: { 'accept-language': 'en' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({
      code: 'route-not-found',
      message: 'There is nothing at this address.',
      requestId: answer.headers['x-request-id'],
    });
  });
});
