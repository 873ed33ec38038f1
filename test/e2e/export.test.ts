import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { listLeftover, readPark } from '../../data/contract';
import { readBytes } from '../fixtures/at-hand';
import { violations } from './driver/accessibility';
import { ask } from './driver/ask';
import { type City, openCity } from './driver/city';
import { parkThatIs } from './driver/places';

/** Opens the export of the list, picks a format card and takes the file that the browser saves. */
async function save(city: City, card: string): Promise<{ name: string; bytes: Buffer }> {
  await city.beside.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = city.page.getByRole('dialog', { name: '导出零散地' });
  await dialog.getByRole('radio', { name: new RegExp(`^${card}`) }).check();
  await dialog.getByText(/^共 \d+ 条，与列表当前/).waitFor();
  if (card === 'Shapefile') expect(await violations(city)).toEqual([]);
  const [file] = await Promise.all([
    city.page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  await dialog.waitFor({ state: 'detached' });
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('the filtered list of leftover plots goes out as a table, a shapefile and a boundary-point TXT', async () => {
  const { rows } = await ask(listLeftover, { query: { kind: 'corner,enclosed', limit: 500 } });
  const numbers = [...rows].sort((a, b) => a.finding.areaMu - b.finding.areaMu).map(({ parcel }) => parcel.number);
  const city = await openCity('?list=leftover&f.view=all&f.kind=corner,enclosed&f.sort=area');
  await city.beside.getByText(`共 ${numbers.length} `).waitFor();

  const table = await save(city, 'Excel');
  expect(table.name).toMatch(/^零散地_\d{4}-\d\d-\d\d\.xlsx$/);
  const sheet = new TextDecoder().decode(unzipSync(table.bytes)['xl/worksheets/sheet1.xml']);
  const firsts = [...sheet.matchAll(/<row r="\d+"[^>]*><c[^>]*><is><t[^>]*>([^<]*)/g)].map(([, text]) => text);
  expect(firsts).toEqual(['地块编号', ...numbers]);

  const shapes = await save(city, 'Shapefile');
  expect(shapes.name).toMatch(/^零散地_.*\.zip$/);
  const read = await readBytes(shapes.bytes, shapes.name);
  if (!read.ok) throw new Error(read.code);
  expect(read.encoding).toBe('GB18030');
  expect(read.records.map(({ properties }) => properties.DKBH)).toEqual(numbers);

  const points = iconv.decode((await save(city, '界址点')).bytes, 'GBK');
  const headers = points.split('\r\n').filter((line) => line.endsWith(',@'));
  expect(headers.map((line) => line.split(',')[2])).toEqual(numbers);
  expect(points).toMatch(/带号=(39|40)\r\n/);
});

test('an internal file asks for a name, the choice is remembered, and Escape leaves', async () => {
  const city = await openCity('?list=parks&f.view=all', { window: 'phone', actor: null });
  await city.page.getByRole('button', { name: '更多' }).click();
  await city.page.getByRole('menuitem', { name: '导出清单' }).click();
  const dialog = city.page.getByRole('dialog', { name: '导出园区' });
  await dialog.getByRole('radio', { name: /^CSV/ }).check();
  await dialog.getByText('内部', { exact: true }).click();
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  const asks = city.page
    .getByRole('dialog')
    .filter({ has: city.page.getByRole('textbox') })
    .last();
  await asks.getByRole('textbox').fill('陈科长');
  const [file] = await Promise.all([city.page.waitForEvent('download'), city.page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/^园区_内部_.*\.csv$/);
  await dialog.waitFor({ state: 'detached' });

  await city.page.getByRole('button', { name: '更多' }).click();
  await city.page.getByRole('menuitem', { name: '导出清单' }).click();
  expect(await dialog.getByRole('radio', { name: /^CSV/ }).isChecked()).toBe(true);
  await city.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('on a phone the menu writes out the park that is open, wherever the map looks', async () => {
  const park = await parkThatIs('met');
  const { members } = await ask(readPark, { params: { id: park.id } });
  const city = await openCity(`?pick=park/${park.id}&at=118.00000,25.60000,12.00`, { window: 'phone' });
  await city.page.getByRole('button', { name: '更多' }).click();
  await city.page.getByRole('menuitem', { name: '导出此园区' }).click();
  const dialog = city.page.getByRole('dialog', { name: `导出${park.name}的地块` });
  await dialog.getByText(`${park.name}共 ${members.length} 条`).waitFor();
  await dialog.getByRole('radio', { name: /^CSV/ }).check();
  const [file] = await Promise.all([
    city.page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8');
  for (const { number } of members) expect(lines).toContain(number);
  await dialog.waitFor({ state: 'detached' });
  expect(city.address().selection).toEqual({ kind: 'park', id: park.id });
});

test('on a phone an open park goes out from the face of the counties, and the focus comes back to the menu', async () => {
  const park = await parkThatIs('met');
  const city = await openCity(`?face=pitch&pick=park/${park.id}`, { window: 'phone' });
  const more = city.page.getByRole('button', { name: '更多' });
  await more.click();
  await city.page.getByRole('menuitem', { name: '导出此园区' }).waitFor();
  expect(await city.page.getByRole('menuitem', { name: '导出清单' }).count()).toBe(0);
  await city.page.getByRole('menuitem', { name: '导出此园区' }).click();
  const dialog = city.page.getByRole('dialog', { name: new RegExp(park.name) });
  await dialog.waitFor();
  await expectFocus(dialog.locator('input:checked').first());
  await city.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectFocus(more);
  expect(city.address().selection).toEqual({ kind: 'park', id: park.id });
});

test('the export of a list begins at its first field and ends where it was opened', async () => {
  const city = await openCity('?list=parks&f.view=all');
  const opener = city.beside.getByRole('button', { name: '导出', exact: true });
  await opener.click();
  const dialog = city.page.getByRole('dialog', { name: '导出园区' });
  await expectFocus(dialog.locator('input:checked').first());
  await city.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectFocus(opener);
});

const expectFocus = (on: Locator) => expect.poll(() => on.evaluate((one) => one === document.activeElement)).toBe(true);
