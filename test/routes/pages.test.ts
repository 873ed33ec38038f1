import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { registerPages } from '../../server/routes/pages';
import { testConfig } from '../support/app';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-pages-'));
const icon = readFileSync('client/public/icon.svg', 'utf8');
writeFileSync(join(folder, 'icon.svg'), icon);
afterAll(() => rmSync(folder, { recursive: true }));

const askFor = async (url: string, clientFolder: string) => {
  const app = Fastify();
  await registerPages(app, { config: testConfig({ clientFolder }) } as Parameters<typeof registerPages>[1]);
  return app.inject(url);
};

it('gives its icon to browsers that look for one, and nothing, without a failure, where no page is built', async () => {
  const answer = await askFor('/favicon.ico', folder);
  expect(answer.headers['content-type']).toMatch(/^image\/svg\+xml/);
  expect(answer.body).toBe(icon);
  expect((await askFor('/favicon.ico', join(folder, 'nowhere'))).statusCode).toBe(204);
});

it('names the icon in the page', () => {
  expect(readFileSync('client/index.html', 'utf8')).toContain(
    '<link rel="icon" type="image/svg+xml" href="/icon.svg" />',
  );
});
