import { expect, test } from 'vitest';
import type { Selection } from '../../client/url';
import { listParcels, listUnits } from '../../data/contract';
import { ask } from './driver/ask';
import { type City, openCity } from './driver/city';
import { first, parkThatIs } from './driver/places';

/** Types into the search box and takes the first hit, with the keyboard alone. */
async function search(city: City, text: string, hit: string) {
  await city.press('/');
  await city.page.keyboard.press('Control+a');
  await city.page.keyboard.type(text);
  await city.page.locator('.search-hit').filter({ hasText: hit }).first().waitFor();
  await city.page.keyboard.press('Enter');
}

test('one box finds unit, park, parcel, carrier, segment and coordinate by keyboard alone', async () => {
  const { units, carriers, segments } = await ask(listUnits, {});
  const unit = first(units.filter((one) => one.kind === 'county'));
  const park = await parkThatIs('met');
  const parcel = first((await ask(listParcels, { query: { limit: 1 } })).rows);
  const carrier = first(carriers.filter((one) => one.location !== null && one.name.length > 5));
  const segment = first(segments);
  const city = await openCity();
  const finds: [text: string, kind: Selection['kind'], id: string][] = [
    [unit.name.zh, 'unit', unit.id],
    [park.name, 'park', park.id],
    [parcel.number, 'parcel', parcel.id],
    [carrier.name, 'carrier', carrier.id],
    [segment.name.zh, 'segment', segment.id],
  ];
  for (const [text, kind, id] of finds) {
    await search(city, text, text);
    await city.expectAddress((now) => now.selection?.kind === kind && now.selection.id === id);
    await city.panel.getByRole('heading', { level: 2 }).waitFor();
  }
  await search(city, '118.6, 24.9', '118.6');
  await city.expectAddress((now) => Math.abs((now.view?.lon ?? 0) - 118.6) < 0.001 && (now.view?.zoom ?? 0) > 15);
});

test('a search that finds nothing says what can be searched for', async () => {
  const city = await openCity('?lang=en');
  await city.press('/');
  await city.page.keyboard.type('qqqq');
  await city.page.getByText(/Nothing found for “qqqq”/).waitFor();
  await city.page.keyboard.press('Escape');
  await city.page.getByText(/Nothing found for “qqqq”/).waitFor({ state: 'hidden' });
});

test('the question mark lists the keys, and keys lead about', async () => {
  const city = await openCity();
  await city.press('?');
  const keys = city.page.getByRole('dialog', { name: '快捷键' });
  await keys.getByText('点选地块，组建园区').waitFor();
  expect(await keys.locator('kbd').count()).toBeGreaterThan(14);
  await city.page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  await city.press('3');
  await city.expectAddress((now) => now.face === 'overview');
  await city.press('1');
  await city.expectAddress((now) => now.face === 'workbench');
  await city.press('p');
  await city.expectAddress((now) => now.selection?.kind === 'form');
  await city.page.getByText('按 Esc 退出').waitFor();
  await city.press('Escape');
  await city.page.getByText('按 Esc 退出').waitFor({ state: 'hidden' });
  await city.press('Escape');
  await city.expectAddress((now) => now.selection === null);
});

test('the list beside the map gives its answers without the map', async () => {
  const city = await openCity('?list=parks&f.view=all');
  const rows = city.beside.locator('.rows');
  const row = (index: number) => rows.locator(`[data-index="${index}"] button`);
  await row(0).focus();
  await city.page.keyboard.press('ArrowDown');
  await expect.poll(() => row(1).evaluate((button) => button === document.activeElement)).toBe(true);
  const name = await row(1).locator('b').textContent();
  await city.page.keyboard.press('Enter');
  await city.expectAddress((now) => now.selection?.kind === 'park');
  await city.page.getByRole('heading', { name: name ?? '', level: 2 }).waitFor();
  await row(1).focus();
  await city.page.keyboard.press('End');
  await expect
    .poll(() => city.page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet))
    .toMatch(/^3\d$/);
});
