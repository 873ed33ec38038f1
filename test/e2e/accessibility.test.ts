import { expect, test } from 'vitest';
import { listLeftover } from '../../data/contract';
import { violations } from './driver/accessibility';
import { ask } from './driver/ask';
import { openCity } from './driver/city';
import { openGroundBy, writeParcelFile } from './driver/parcel-file';
import { addressOver, first, parcelsOf, parkThatIs } from './driver/places';

test.each(['light', 'dark'] as const)('axe finds nothing wrong with any panel in the %s theme', async (theme) => {
  const park = await parkThatIs('met');
  const parcel = first(await parcelsOf(park));
  const plot = first((await ask(listLeftover, { query: { kind: 'corner' } })).rows);
  const over = addressOver(park.bbox, theme === 'dark' ? 'theme=dark' : '');
  const city = await openCity(over);
  const { page, panel, beside } = city;
  const found: string[] = [];
  const judge = async (name: string) => {
    for (const line of await violations(city)) found.push(`${name}: ${line}`);
  };
  const heading = (name: string) => panel.getByRole('heading', { name, level: 2 }).waitFor();
  const row = () => beside.locator('.rows li').first().waitFor();

  await beside.locator('.legend-figure').first().waitFor();
  await judge('layers');
  for (const list of ['units', 'parks', 'parcels', 'leftover']) {
    await city.walkTo(`${over}&list=${list}`);
    await row();
    await judge(`list of ${list}`);
  }
  await city.walkTo(`${over}&pick=unit/${park.unit}`);
  await panel.getByText('依据', { exact: false }).first().waitFor();
  await judge('unit');
  for (const line of ['contiguity', 'specialized-count', 'output-share']) {
    await city.walkTo(`${over}&pick=park/${park.id}&line=${line}`);
    await heading(park.name);
    await panel.locator('.evidence').waitFor();
    await judge(`park with ${line}`);
  }
  await city.walkTo(`${over}&pick=parcel/${parcel.id}`);
  await heading(parcel.number);
  await judge('parcel');
  await city.walkTo(`${over}&pick=leftover/${plot.parcel.id}`);
  await panel.getByText('接边比例').first().waitFor();
  await judge('leftover');
  await city.walkTo(`${over}&pick=parcel/${parcel.id}`);
  await panel.getByRole('button', { name: '加入组建' }).click();
  await panel.locator('.form-verdict').waitFor();
  await judge('form');
  await panel.getByRole('button', { name: '编号' }).click();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await judge('numbers');
  await page.keyboard.press('Escape');

  await city.walkTo(`${over}&pick=import/new`);
  await heading('导入数据');
  await judge('import');
  // One theme tells the words and roles of the rest; it is written and taken back but once.
  if (theme === 'light') {
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(writeParcelFile(await openGroundBy(park.bbox)));
    await panel.getByRole('button', { name: /^写入 \d+ 条$/ }).waitFor();
    await judge('import at its preview');
    await panel.getByRole('button', { name: /^写入 \d+ 条$/ }).click();
    await panel.getByRole('button', { name: '撤销整次导入' }).waitFor();
    await judge('import at its report');
    await panel.getByRole('button', { name: '撤销整次导入' }).click();
    await panel.getByText('这次导入已经撤销，写入的内容已撤出。').waitFor();
  }

  await city.walkTo(`${over}&pick=history/-`);
  await panel.locator('.history li').first().waitFor();
  await judge('history');
  await city.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await judge('keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' });
  await city.press('/');
  await page.keyboard.type(park.name.slice(0, 3));
  await page.locator('.search-hit').first().waitFor();
  await judge('search');
  await page.keyboard.press('Escape');
  for (const face of ['overview', 'pitch']) {
    await city.walkTo(`${over}&face=${face}`);
    await page
      .getByText(face === 'overview' ? '全市总览' : '园区推介')
      .first()
      .waitFor();
    await judge(face);
  }
  expect(found).toEqual([]);
});

test('axe finds nothing wrong on a phone with a park in the sheet', async () => {
  const park = await parkThatIs('unknown');
  const city = await openCity(`?lang=en&pick=park/${park.id}`, { window: 'phone' });
  await city.page.getByRole('heading', { name: park.name, level: 2 }).waitFor();
  await city.panelSays('The three tests');
  expect(await violations(city)).toEqual([]);
});
