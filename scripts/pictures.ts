import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/**
 * Takes the README's pictures from a running server: `node --import tsx scripts/pictures.ts http://127.0.0.1:4700`, all of
 * them or those that are named behind the address.
 */
const [base = 'http://127.0.0.1:4700', ...wanted] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../docs/pictures');
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-webgl',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: flags,
});
const parks: { rows: { id: string; name: string; title: string; contiguity: string }[] } = await (
  await fetch(`${base}/api/parks`)
).json();
const split = parks.rows.find(({ contiguity }) => contiguity === 'separate')?.id;
const imports: { rows: { id: string; phase: string }[] } = await (await fetch(`${base}/api/imports`)).json();
const ready = imports.rows.find(({ phase }) => phase === 'ready')?.id;

await take('city', '/', desk);
await take('park', `/?pick=park/${split}&line=contiguity`, desk);
const whole = await parkToJoin();
if (whole) await take('join', `/?pick=park/${whole}&line=join`, desk);
const plots: { rows: { parcel: { id: string } }[] } = await (
  await fetch(`${base}/api/leftover?kind=corner&limit=1`)
).json();
await take('leftover', `/?pick=leftover/${plots.rows[0]?.parcel.id}&list=leftover`, desk);
await take('park-en-dark', `/?pick=park/${split}&line=specialized-count&lang=en&theme=dark`, desk);
await take('phone', `/?pick=park/${split}&line=contiguity`, phone);
if (ready) await take('import-preview', `/?pick=import/${ready}`, desk);
await take('export', '/?list=leftover&f.view=all', desk, async (page) => {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('dialog').getByText('这种格式会改变的').waitFor();
});
await browser.close();

/** A park in pieces that some plots would make whole. */
async function parkToJoin(): Promise<string | undefined> {
  for (const { id } of parks.rows.filter(({ contiguity }) => contiguity === 'separate')) {
    const asked = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ of: { park: id } }),
    };
    const found: { plots: unknown[] } = await (await fetch(`${base}/api/join`, asked)).json();
    if (found.plots.length > 1) return id;
  }
  return undefined;
}

async function take(
  name: string,
  address: string,
  size: { width: number; height: number },
  act?: (page: Page) => Promise<void>,
): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const page = await browser.newPage({ viewport: size });
  await page.goto(`${base}${address}`);
  await page.locator('canvas.maplibregl-canvas').waitFor();
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await atRest(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

/** Waits until two pictures in a row are the same. */
async function atRest(page: Page): Promise<void> {
  for (let before = await page.screenshot(); ; ) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
}
