import { expect, test } from 'vitest';
import { formatOf } from '../../client/text/format';
import { listUnits, readUnit } from '../../data/contract';
import { ask } from './driver/ask';
import { openCity } from './driver/city';
import { first } from './driver/places';

test('units are coloured in four ways, each with its own legend', async () => {
  const city = await openCity();
  const legend = city.beside.locator('.layer-group').first();
  const seen = new Set<string>([await legend.locator('.legend-rows').innerHTML()]);
  const pictures = new Set<string>([dominant(await city.drawn())]);
  for (const way of ['细分领域', '园区数', '可供地']) {
    await legend.getByText(way, { exact: true }).click();
    if (way === '细分领域') {
      await legend.getByRole('combobox', { name: '选择细分领域' }).click();
      await city.page.locator('.ant-select-item-option').nth(3).click();
      await city.expectAddress((now) => now.colouring === 'segment' && now.segment !== null);
    }
    await expect.poll(async () => seen.has(await legend.locator('.legend-rows').innerHTML())).toBe(false);
    await expect.poll(async () => pictures.has(dominant(await city.drawn())), { timeout: 30_000 }).toBe(false);
    seen.add(await legend.locator('.legend-rows').innerHTML());
    pictures.add(dominant(await city.drawn()));
  }
  expect(pictures.size).toBe(4);
});

test('the card of a unit tells its segments, carriers, land, targets and clause', async () => {
  const { units } = await ask(listUnits, {});
  const unit = first(units.filter((one) => one.kind === 'county' && one.parkCount > 1 && one.segments.length > 2));
  const card = await ask(readUnit, { params: { id: unit.id } });
  const city = await openCity('?f.view=all');
  await city.choose('单元', unit.name.zh);
  await city.page.getByRole('heading', { name: unit.name.zh, level: 2 }).waitFor();
  await city.panelSays(/短板/);
  for (const park of card.parks) await city.panel.getByRole('button', { name: park.name }).waitFor();
  for (const carrier of card.carriers) await city.panel.getByRole('button', { name: carrier.name }).first().waitFor();
  await city.panelSays('大致位置，不是园区边界');
  await city.panelSays(/尚未导入/);
  await city.panelSays(`依据 · ${formatOf('zh').clause(card.clause)}`);
  await city.panel
    .getByRole('button', { name: first(card.carriers).name })
    .first()
    .click();
  await city.panelSays('方案点名的载体');
  await city.panelSays('大致位置，不是园区边界');
});

test('a unit without a park says so and offers to form the first, in English too', async () => {
  const { units } = await ask(listUnits, {});
  const bare = first(units.filter((one) => one.kind !== 'context' && one.parkCount === 0));
  const city = await openCity(`?lang=en&pick=unit/${bare.id}`);
  await city.panelSays('This unit has no park yet. Pick or lasso parcels to form the first one.');
  await city.panel.getByRole('button', { name: 'Form a park' }).click();
  await city.expectAddress((now) => now.selection?.kind === 'form');
});

/** The colours that cover most of a picture, as one word. */
const dominant = (colours: Map<string, number>): string =>
  [...colours]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([colour]) => colour)
    .sort()
    .join();
