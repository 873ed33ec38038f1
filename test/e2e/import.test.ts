import { expect, test } from 'vitest';
import { listParcels, listQuarantine, readImport } from '../../data/contract';
import { ask } from './driver/ask';
import type { HandedFile } from './driver/bureau-files';
import { type City, openCity } from './driver/city';
import { openGroundBy, writeParcelFile } from './driver/parcel-file';
import { parkThatIs } from './driver/places';

/** Hands a file over and answers the id of its import once the server has it. */
async function upload(city: City, file: HandedFile): Promise<string> {
  await city.page.locator('input[type=file]').first().setInputFiles(file);
  await city.expectAddress((now) => now.selection?.kind === 'import' && now.selection.id !== 'new');
  return city.address().selection?.id ?? '';
}

test('a parcel file is previewed, mapped, written and reported, made into a park, and withdrawn', async () => {
  const park = await parkThatIs('met');
  const ground = await openGroundBy(park.bbox);
  const city = await openCity();
  await city.page.getByRole('button', { name: '导入数据' }).first().click();
  const id = await upload(city, writeParcelFile(ground));
  await city.panelSays('60 条记录');
  await city.panelSays(/尚未写入/);
  for (const [column, field] of [
    ['DKBH', '地块编号'],
    ['DKMC', '名称'],
    ['DKMJ', '面积'],
  ] as const) {
    const row = city.panel.locator('.import-columns tr').filter({ hasText: column });
    await expect.poll(() => row.textContent()).toContain(field);
    expect(await row.textContent()).toContain('系统推测');
  }
  expect((await ask(listParcels, { query: { import: id } })).total).toBe(0);

  await city.panel.getByRole('button', { name: /^写入 \d+ 条$/ }).click();
  await city.panelSays('导入报告');
  const { report } = await ask(readImport, { params: { id } });
  if (!report) throw new Error('the import has no report');
  const { received, accepted, quarantined } = report;
  expect(received).toBe(60);
  expect(accepted + quarantined).toBe(received);
  expect(report.areaDisagreesCount).toBe(1);
  await city.panelSays(`${accepted} 写入 + ${quarantined} 暂扣 = ${received} 收到`);
  await city.panelSays('面积相差超过 5 % 的 1 宗');
  await city.panel.getByRole('button', { name: 'E2E-0040' }).waitFor();
  const held = await ask(listQuarantine, { params: { id }, query: {} });
  expect(held.rows.length).toBe(quarantined);
  for (const record of [11, 21, 31]) expect(held.rows.map((row) => row.record)).toContain(record);
  for (const row of held.rows.slice(0, 3)) await city.panelSays(row.mends.length > 0 ? '可就地修复' : row.remedy);
  expect((await ask(listParcels, { query: { import: id } })).total).toBe(accepted);

  await city.panel.getByRole('button', { name: '用它们组建园区' }).click();
  await city.panel.getByRole('heading', { name: `已选 ${accepted} 宗` }).waitFor();
  await expect
    .poll(() => city.panel.locator('.form-verdict').textContent(), { timeout: 30_000 })
    .toContain('是否集中连片');

  await city.page.goBack();
  await city.panel.getByRole('button', { name: '撤销整次导入' }).click();
  await city.panelSays('这次导入已经撤销');
  expect((await ask(listParcels, { query: { import: id } })).total).toBe(0);
});

test('an HTML page that calls itself GeoJSON is refused with its remedy', async () => {
  const city = await openCity('?pick=import/new');
  const buffer = Buffer.from('<!doctype html><html><body>Please sign in</body></html>');
  await upload(city, { name: 'parcels.geojson', mimeType: 'application/geo+json', buffer });
  await city.panel.getByRole('alert').getByText('没有读成').waitFor();
  await expect.poll(() => city.panel.getByRole('alert').textContent()).toMatch(/HTML|网页/);
  await city.panelSays('怎么办');
  await city.panel.getByRole('button', { name: '再导入一个文件' }).click();
  await city.expectAddress((now) => now.selection?.id === 'new');
});
