import { expect, test } from 'vitest';
import { listEvents, listParks } from '../../data/contract';
import { ask } from './driver/ask';
import { type City, openCity } from './driver/city';
import type { LonLat } from './driver/mercator';
import { writeOverlaps } from './driver/overlaps';
import { openGroundBy } from './driver/parcel-file';
import { addressOver, type DrawnParcel, first, insideOf, parcelsOf, parkThatIs } from './driver/places';

const picked = (city: City, count: number) =>
  city.panel.getByRole('heading', { name: `已选 ${count} 宗`, exact: true }).waitFor();
const isDone = (city: City, ids: readonly string[]) =>
  city.expectAddress((now) => ids.every((id) => now.picks.includes(id)));

/** The four corners of a window about some parcels. */
function cornersAbout(parcels: readonly DrawnParcel[]): [LonLat, LonLat, LonLat, LonLat] {
  const margin = 0.00008;
  const side = (index: 0 | 1 | 2 | 3, outer: typeof Math.min) => outer(...parcels.map((parcel) => parcel.bbox[index]));
  const [west, south] = [side(0, Math.min) - margin, side(1, Math.min) - margin];
  const [east, north] = [side(2, Math.max) + margin, side(3, Math.max) + margin];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

test('a park is formed by clicks, a polygon, a lasso and numbers, judged on the way, saved, and taken back', async () => {
  const park = await parkThatIs('met');
  const parcels = (await parcelsOf(park)).sort((a, b) => b.areaMu - a.areaMu);
  const [one, two] = [first(parcels), first(parcels.slice(1))];
  const city = await openCity(addressOver(park.bbox, 'list=parks'), { actor: null });
  // A browser that has no name yet is refused once, asks its reader, and saves again.
  city.watch.allow(/\/api\/parks$/);
  await city.beside.getByRole('button', { name: '组建园区' }).click();
  await city.page.getByText('点选地块', { exact: true }).waitFor();

  await city.clickAt(insideOf(one.geometry), one.number);
  await picked(city, 1);
  await city.clickAt(insideOf(two.geometry), two.number);
  await picked(city, 2);
  await city.panelSays(`合计 ${(one.areaMu + two.areaMu).toFixed(2)} 亩`);
  const verdict = city.panel.locator('.form-verdict');
  await expect.poll(() => verdict.getAttribute('data-stale')).toBe('false');
  await expect.poll(() => verdict.textContent()).toContain('是否集中连片');

  await city.press('z');
  await picked(city, 1);
  await city.press('Shift+Z');
  await picked(city, 2);

  const some = parcels.slice(0, 6);
  await city.press('d');
  await city.page.getByText('绘制范围', { exact: true }).waitFor();
  const running = city.panel.locator('.form-running');
  await drawAbout(city, some, async () => {
    await expect.poll(() => running.textContent()).toMatch(/所画范围 ≈ [\d,.]+ 亩/);
  });
  await isDone(
    city,
    some.map((parcel) => parcel.id),
  );
  await expect.poll(() => running.textContent()).toBe('');

  await city.panel.getByRole('button', { name: '清空' }).click();
  await picked(city, 0);
  await city.panel.getByRole('button', { name: '套索' }).click();
  await city.page.getByText('套索选择', { exact: true }).waitFor();
  await lassoAbout(city, parcels.slice(0, 4));
  await isDone(
    city,
    parcels.slice(0, 4).map((parcel) => parcel.id),
  );

  await city.panel.getByRole('button', { name: '编号' }).click();
  const dialog = city.page.getByRole('dialog', { name: '地块编号' });
  await dialog.getByRole('textbox').fill(`${parcels.map((parcel) => parcel.number).join('、')}\n没有-0001`);
  await dialog.getByText(`读到 ${parcels.length + 1} 个编号`).waitFor();
  await dialog.getByRole('button', { name: '加入' }).click();
  await dialog.getByRole('alert').getByText('查无此编号（1 个）：没有-0001').waitFor();
  await city.page.keyboard.press('Escape');
  await isDone(
    city,
    parcels.map((parcel) => parcel.id),
  );

  const name = '浏览器里组建的园区';
  await city.panel.getByLabel('园区名称').fill(name);
  await city.panel.getByRole('button', { name: '存为草案' }).click();
  const asks = city.page.getByRole('dialog', { name: /怎么称呼您/ });
  await asks.getByRole('textbox').fill('张工');
  await asks.getByRole('button', { name: '记住' }).click();
  await city.page.getByRole('heading', { name, level: 2 }).waitFor();
  const saved = city.address().selection?.id;
  const drafts = async () => (await ask(listParks, { query: { kind: 'draft' } })).rows.map((row) => row.id);
  expect(await drafts()).toContain(saved);
  const event = first((await ask(listEvents, { query: { limit: 1 } })).rows);
  expect(event).toMatchObject({ verb: 'create-park', actor: '张工', subject: { name } });

  await city.page.getByRole('button', { name: '历史记录' }).click();
  const line = city.panel.locator('.history li').filter({ hasText: name }).first();
  await line.getByText(/张工/).waitFor();
  await line.getByRole('button', { name: '撤销' }).click();
  await city.page.getByText('已撤销', { exact: true }).first().waitFor();
  expect(await drafts()).not.toContain(saved);
});

/** Waits until the pen is in hand, which the pointer shows. */
const penInHand = (city: City) =>
  expect
    .poll(() => city.map.evaluate((canvas) => getComputedStyle(canvas).cursor), { timeout: 20_000 })
    .toBe('crosshair');

/** Draws a polygon corner by corner about parcels and closes it at its first corner. */
async function drawAbout(city: City, parcels: readonly DrawnParcel[], before: () => Promise<void>): Promise<void> {
  const corners = cornersAbout(parcels);
  const running = city.panel.locator('.form-running');
  await penInHand(city);
  for (const [index, corner] of [...corners, corners[0]].entries()) {
    const { x, y } = await city.pixelAt(corner);
    await city.page.mouse.move(x, y, { steps: 4 });
    if (index === corners.length) await before();
    await city.page.mouse.click(x, y);
    if (index === 2) await expect.poll(() => running.textContent()).toContain('≈');
  }
}

/** Draws round parcels in one stroke. */
async function lassoAbout(city: City, parcels: readonly DrawnParcel[]): Promise<void> {
  const corners = cornersAbout(parcels);
  const start = await city.pixelAt(corners[0]);
  await penInHand(city);
  await city.page.mouse.move(start.x, start.y);
  await city.page.mouse.down();
  for (const corner of [...corners.slice(1), corners[0]]) {
    const { x, y } = await city.pixelAt(corner);
    await city.page.mouse.move(x, y, { steps: 12 });
  }
  await city.page.mouse.up();
}

test('plots drawn over each other are named, hatched on the map, and stepped through', async () => {
  const [west, south] = await openGroundBy((await parkThatIs('met')).bbox);
  const city = await openCity('?pick=import/new');
  await city.page
    .locator('input[type=file]')
    .first()
    .setInputFiles(writeOverlaps([west, south]));
  await city.panel.getByRole('button', { name: /^写入 \d+ 条$/ }).click();
  await city.panelSays('导入报告');
  await city.panel.getByRole('button', { name: '用它们组建园区' }).click();
  await picked(city, 3);
  await city.panel.locator('.steps').getByText('3 个').waitFor();
  const problem = city.panel.locator('.problem');
  const titles = new Map<string, string>();
  for (let step = 1; step <= 3; step++) {
    await city.press('n');
    await city.panel.locator('.steps').getByText(`第 ${step} 个，共 3 个`).waitFor();
    const [title = '', plots = ''] = await problem.locator('p').allTextContents();
    titles.set(plots.split('，')[0] ?? '', title);
  }
  expect(titles).toEqual(
    new Map([
      ['OVER-1、OVER-2', '疑似重叠'],
      ['OVER-1、OVER-3', '疑似重叠'],
      ['OVER-2、OVER-3', '疑似画了两遍'],
    ]),
  );
  await problem.getByRole('button', { name: '在地图上看' }).click();
  await expect.poll(async () => (await city.drawn()).get(FAULT_RED) ?? 0).toBeGreaterThan(20);
  await city.page.goBack();
  await city.panel.getByRole('button', { name: '撤销整次导入' }).click();
  await city.panelSays('这次导入已经撤销，写入的内容已撤出。');
});

/** The strokes of the hatch over ground that two plots share. */
const FAULT_RED = '#c8261c';
