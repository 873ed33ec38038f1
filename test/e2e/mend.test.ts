import { expect, test } from 'vitest';
import { listQuarantine } from '../../data/contract';
import { ask } from './driver/ask';
import type { HandedFile } from './driver/bureau-files';
import { type City, openCity } from './driver/city';
import { openGroundBy } from './driver/parcel-file';
import { parkThatIs } from './driver/places';

const side = 0.0004;
const step = 0.0006;

/** Three plots whose outline crosses itself, one whose axes are swapped, and one that is sound. */
function troubledFile([west, south]: readonly [number, number], prefix: string): HandedFile {
  const features = Array.from({ length: 5 }, (_, index) => {
    const [x, y] = [west + index * step, south];
    const low = [
      [x, y],
      [x + side, y],
    ];
    const high = [
      [x + side, y + side],
      [x, y + side],
    ];
    const ring = [...low, ...(index < 3 ? high.reverse() : high), [x, y]];
    return {
      type: 'Feature',
      properties: { DKBH: `${prefix}-${index + 1}` },
      geometry: { type: 'Polygon', coordinates: [index === 3 ? ring.map(([lon, lat]) => [lat, lon]) : ring] },
    };
  });
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  return { name: `${prefix}.geojson`, mimeType: 'application/geo+json', buffer };
}

/** Hands the file over, writes it, and answers the id of its import. */
async function takeIn(city: City, file: HandedFile): Promise<string> {
  await city.page.locator('input[type=file]').first().setInputFiles(file);
  await city.panel.getByRole('button', { name: /^写入 \d+ 条$/ }).click();
  await city.panelSays('导入报告');
  return city.address().selection?.id ?? '';
}

async function undo(city: City): Promise<void> {
  await city.panel.getByRole('button', { name: '撤销整次导入' }).click();
  await city.panelSays('这次导入已经撤销');
}

test('a round of mending shows the next record at once, and says first what one press mends', async () => {
  const ground = await openGroundBy((await parkThatIs('met')).bbox);
  const city = await openCity('?pick=import/new');
  const id = await takeIn(city, troubledFile(ground, 'E2E-ROUND'));
  const held = await ask(listQuarantine, { params: { id }, query: {} });
  expect(held.rows.map(({ code }) => code)).toEqual([
    'self-crossing',
    'self-crossing',
    'self-crossing',
    'outside-extent',
  ]);
  const list = city.panel.getByRole('list', { name: '暂扣的记录' });
  await list.getByText('可就地修复：理顺图形').first().waitFor();
  await list.getByRole('button', { name: /第 1 条/ }).click();
  await city.panelSays('可以修好');
  const placeOf = async (text: RegExp) => (await city.panel.getByText(text).boundingBox())?.y ?? Number.NaN;
  expect(await placeOf(/^理顺图形/)).toBeLessThan(await placeOf(/^不在这里修也可以/));

  // Neither the list nor the report arrives anew until the next record has been seen.
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await city.page.route(/\/quarantine\?|\/api\/imports\/[^/?]+$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await city.panel.getByRole('button', { name: '写入这一条' }).click();
  await city.panel.getByRole('heading', { name: /^第 2 条/ }).waitFor();
  await city.panelSays('1 / 3');
  await city.panel.getByText('暂扣 3', { exact: true }).waitFor();
  await city.panel.getByRole('button', { name: '同因的 2 条' }).waitFor();
  arrive();
  await city.panel.getByRole('button', { name: '返回报告' }).click();
  await city.panelSays('2 写入 + 3 暂扣 = 5 收到');
  await undo(city);
});

test('on a phone the record, the way to mend it and the way on are in reach of a finger', async () => {
  const ground = await openGroundBy((await parkThatIs('met')).bbox);
  const city = await openCity('?pick=import/new', { window: 'phone' });
  await takeIn(city, troubledFile(ground, 'E2E-FINGER'));
  // Axes that are swapped put a record where no map reaches; it is shown once they are swapped back.
  await city.panel
    .getByRole('list', { name: '暂扣的记录' })
    .getByRole('button', { name: /第 4 条/ })
    .click();
  await city.panelSays('可以修好');
  const { width, height } = city.page.viewportSize() ?? { width: 0, height: 0 };
  const write = await city.panel.getByRole('button', { name: '写入这一条' }).boundingBox();
  expect((write?.y ?? height) + (write?.height ?? 0)).toBeLessThanOrEqual(height);
  const small = await city.panel
    .locator('button:visible:not(.link):not(.explained)')
    .evaluateAll((buttons) => buttons.filter((one) => one.clientHeight < 38).map((one) => one.textContent));
  expect(small).toEqual([]);
  expect(await city.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await city.panel.getByRole('button', { name: '返回报告' }).click();
  await undo(city);
});

test('a file handed over without a name waits for one, also when the asking is put off by Escape', async () => {
  const ground = await openGroundBy((await parkThatIs('met')).bbox);
  const city = await openCity('?pick=import/new', { actor: null });
  await city.page.locator('input[type=file]').first().setInputFiles(troubledFile(ground, 'E2E-UNSIGNED'));
  const field = city.page.getByRole('dialog').getByRole('textbox');
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await city.page.keyboard.press('Escape');
  await city.panelSays('文件已留在这里');
  await city.panelSays('E2E-UNSIGNED.geojson');
  await city.panel.getByRole('button', { name: /^署\s?名$/ }).click();
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await field.fill('陈科长');
  await city.page.keyboard.press('Enter');
  await city.expectAddress((now) => now.selection?.kind === 'import' && now.selection.id !== 'new');
  await city.panelSays('5 条记录');
});
