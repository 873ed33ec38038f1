import { expect, inject, test } from 'vitest';
import { ground } from '../../client/map/palette';
import { listParks, listUnits } from '../../data/contract';
import { ask } from './driver/ask';
import { windows } from './driver/browser';
import { openCity } from './driver/city';

test('the city opens: the map is drawn and thirteen units are listed', async () => {
  const city = await openCity();
  const box = await city.map.boundingBox();
  expect(box).toMatchObject({ width: windows.desk.width - 340, height: windows.desk.height - 48 - 28 });
  const size = await city.map.evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height]);
  expect(size).toEqual([box?.width, box?.height]);
  const colours = await city.drawn();
  expect(colours.get(ground.light.sea)).toBeGreaterThan(500);

  await city.beside.getByText('单元', { exact: true }).click();
  await expect.poll(() => city.beside.locator('.list-total').textContent()).toMatch(/^共 13 /);
  const { units } = await ask(listUnits, {});
  for (const unit of units.filter((one) => one.kind !== 'context'))
    await city.beside.locator('.rows').getByText(unit.name.zh, { exact: true }).waitFor();
});

test('the city opens in English and in the dark', async () => {
  const city = await openCity('?lang=en&theme=dark&list=units');
  await city.page.getByRole('heading', { name: 'Yuantu', exact: true }).waitFor();
  await expect.poll(() => city.beside.locator('.list-total').textContent()).toMatch(/^13 in all/);
  const colours = await city.drawn();
  expect(colours.get(ground.dark.sea)).toBeGreaterThan(500);
});

test('on a phone the map comes first and a park rises in the sheet', async () => {
  const city = await openCity('', { window: 'phone' });
  const box = await city.map.boundingBox();
  expect(box?.width).toBe(windows.phone.width);
  const park = (await ask(listParks, { query: { verdict: 'met' } })).rows[0];
  if (!park) throw new Error('no park meets the title');
  await city.page.getByRole('button', { name: '展开面板' }).click();
  await city.choose('园区', park.name);
  await city.page.getByRole('heading', { name: park.name, level: 2 }).waitFor();
  await city.expectAddress((now) => now.selection?.kind === 'park' && now.selection.id === park.id);
  await city.panelSays('三项条件');
  expect(await city.page.evaluate(() => document.documentElement.scrollWidth)).toBe(windows.phone.width);
});

test('the overview is of the city, from wherever one comes; a link to it keeps its view', async () => {
  const city = await openCity('?at=116.40000,39.90000,18.00');
  await city.page.getByText('总览', { exact: true }).click();
  const isCity = ({ view }: { view: { lat: number; zoom: number } | null }) =>
    view !== null && view.zoom < 11 && Math.abs(view.lat - 25.2) < 1;
  await city.expectAddress((now) => now.face === 'overview' && isCity(now));
  const linked = await openCity('?face=overview&at=118.60000,24.90000,14.00');
  await linked.page.getByRole('heading', { name: '全市总览' }).waitFor();
  expect(linked.address().view?.zoom).toBe(14);
});

test('every page of the server has the icon of the product', async () => {
  for (const path of ['icon.svg', 'favicon.ico']) {
    const answer = await fetch(new URL(path, inject('serverUrl')));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  }
});
