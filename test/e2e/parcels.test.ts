import { expect, test } from 'vitest';
import { type LeftoverKind, listLeftover, listParcels, pickParcels } from '../../data/contract';
import { leftoverWords, statusWords, useWords } from '../../data/words/vocabulary';
import { ask } from './driver/ask';
import { openCity } from './driver/city';
import { addressOver, first, insideOf, parcelsOf, parkThatIs } from './driver/places';

test('parcels are shown by status and by use; a class can be put out', async () => {
  const park = await parkThatIs('met');
  const city = await openCity(addressOver(park.bbox));
  const legend = city.beside.locator('.layer-group').nth(2);
  const row = legend.getByRole('button', { name: statusWords['in-production'].zh });
  await expect.poll(() => row.textContent(), { timeout: 30_000 }).toMatch(/\d+ · [\d,.]+ 亩/);
  const made = first(
    (await parcelsOf(park)).filter((parcel) => parcel.status === 'in-production' && parcel.areaMu > 5),
  );
  const place = insideOf(made.geometry);
  await city.pointAt(place, made.number);
  await city.page.mouse.move(0, 0);
  const shown = await city.colourAt(place);

  await row.click();
  await city.expectAddress((now) => now.classesOff.includes('parcels-status:in-production'));
  expect(await row.getAttribute('aria-pressed')).toBe('false');
  await expect.poll(() => city.colourAt(place), { timeout: 30_000 }).not.toBe(shown);
  await row.click();
  await expect.poll(() => city.colourAt(place), { timeout: 30_000 }).toBe(shown);

  await legend.getByText('按用途', { exact: true }).click();
  await city.expectAddress((now) => now.parcelScheme === 'use');
  await legend.getByRole('button', { name: useWords.industrial.zh }).waitFor();
});

test('the pointer brings a short tip, and a click the docked panel of the parcel', async () => {
  const park = await parkThatIs('met');
  const query = { bbox: park.bbox.join(), limit: 500 };
  const { rows } = await ask(listParcels, { query });
  const row = first(rows.filter((one) => one.park === null && one.leftover === null && one.areaMu > 5));
  const { parcels } = await ask(pickParcels, { body: { ids: [row.id] } });
  const city = await openCity(addressOver(row.bbox));
  const place = insideOf(first(parcels).geometry);
  await city.clickAt(place, row.number);
  await city.expectAddress((now) => now.selection?.kind === 'parcel' && now.selection.id === row.id);
  await city.panelSays(row.number);
  await city.panelSays(useWords[row.use].zh);
  await city.panelSays('来源');
  expect(await city.panel.boundingBox()).toMatchObject({ x: 1040, width: 400 });
});

test('leftover plots of each class are listed and carry what they rest on', async () => {
  const city = await openCity('?list=leftover&f.view=all');
  const kinds: LeftoverKind[] = ['corner', 'scattered', 'enclosed', 'unknown'];
  for (const kind of kinds) {
    const { rows, total } = await ask(listLeftover, { query: { kind } });
    const plot = first(rows);
    await city.walkTo(`?list=leftover&f.view=all&f.kind=${kind}`);
    await expect
      .poll(() => city.beside.locator('.list-total').textContent(), { timeout: 60_000 })
      .toContain(`共 ${total} `);
    await city.choose('零散地', plot.parcel.number);
    await city.expectAddress((now) => now.selection?.kind === 'leftover' && now.selection.id === plot.parcel.id);
    await city.panelSays(new RegExp(`(疑似)?${leftoverWords[kind].zh}.待主管部门认定`));
    await city.panelSays('理由');
    await city.panelSays('接边比例');
    await city.panelSays('由市资规局、市工信局共同认定');
  }
});
