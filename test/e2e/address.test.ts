import { expect, test } from 'vitest';
import { readUnit } from '../../data/contract';
import { ask } from './driver/ask';
import { openCity } from './driver/city';
import { addressOver, first, parkThatIs } from './driver/places';

test('a copied address opens the same view, layers, selection, evidence, filter and language elsewhere', async () => {
  const park = await parkThatIs('met');
  const from = await openCity(
    addressOver(park.bbox, `lang=en&pick=park/${park.id}&list=parks&f.verdict=met&off=carriers&paint=parks&by=use`),
  );
  await from.panel.getByRole('button', { name: /^Contiguous/ }).click();
  await from.panel.locator('.evidence').waitFor();
  const slider = from.panel.getByRole('slider', { name: 'Gap tolerance' });
  await slider.focus();
  await slider.press('ArrowLeft');
  await from.expectAddress((now) => now.gapMetres !== null);
  await from.panel.getByRole('button', { name: 'Copy link' }).click();
  await from.page.getByText('Copied', { exact: true }).waitFor();
  const link = await from.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(from.page.url());

  const to = await openCity(link);
  await to.panel.locator('.evidence').waitFor();
  await to.page.getByRole('heading', { name: park.name, level: 2 }).waitFor();
  expect(to.address()).toEqual(from.address());
  expect(await to.panel.locator('.gap-slider output').textContent()).toBe(
    await from.panel.locator('.gap-slider output').textContent(),
  );
  expect(await to.beside.locator('.list-total').textContent()).toBe(
    await from.beside.locator('.list-total').textContent(),
  );
});

test('a dead id tells what is missing and keeps the rest', async () => {
  const park = await parkThatIs('met');
  const rest = addressOver(park.bbox, 'off=carriers&list=parks');
  const city = await openCity(rest);
  city.watch.allow(/\/api\/\w+\/(999999|nowhere)/);
  const says = {
    'park/999999': '没有这个园区',
    'parcel/999999': '没有这宗地块',
    'unit/nowhere': '没有这个培育单元',
    'carrier/nowhere': '没有这个载体',
    'segment/nowhere': '没有这个细分领域',
  };
  for (const [dead, sentence] of Object.entries(says)) {
    await city.walkTo(`${rest}&pick=${dead}`);
    await city.panelSays(sentence);
    await city.panelSays(new RegExp(`编号 ${dead.split('/')[1]} 不在当前数据里`));
    expect(city.address()).toMatchObject({ layersOff: ['carriers'], list: 'parks' });
    await city.panel.getByRole('button', { name: '关闭' }).click();
    await city.expectAddress((now) => now.selection === null && now.layersOff.includes('carriers'));
  }
});

test('back returns to what was selected before, and leaves the language alone', async () => {
  const park = await parkThatIs('met');
  const unit = await ask(readUnit, { params: { id: park.unit ?? '' } });
  const city = await openCity(`?pick=unit/${unit.id}`);
  await city.panel.getByRole('button', { name: first(unit.parks).name }).click();
  await city.page.getByRole('heading', { name: first(unit.parks).name, level: 2 }).waitFor();
  await city.page.getByRole('button', { name: 'English' }).click();
  await city.page.goBack();
  await city.page.getByRole('heading', { name: unit.name.en, level: 2 }).waitFor();
  await city.page.goForward();
  await city.page.getByRole('heading', { name: first(unit.parks).name, level: 2 }).waitFor();
});
