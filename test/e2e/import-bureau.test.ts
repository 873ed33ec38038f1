import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ImportReport, listParcels, readImport } from '../../data/contract';
import { inventUscc } from '../../scripts/sample-city/uscc';
import { ask } from './driver/ask';
import { boundaryTxt, firmWorkbook, gbkShapefile, type HandedFile } from './driver/bureau-files';
import { type City, openCity } from './driver/city';
import { openGroundBy } from './driver/parcel-file';
import { parkThatIs } from './driver/places';

const geodatabase = join(import.meta.dirname, '../fixtures/corpus/files/gdb-plain.zip');
const patience = { timeout: 30_000, interval: 100 };
const anImport = (now: { selection: { kind: string; id: string } | null }) =>
  now.selection?.kind === 'import' && now.selection.id !== 'new';

const hand = (city: City, files: HandedFile[]) => city.page.locator('input[type=file]').first().setInputFiles(files);

/** Writes what is previewed and answers the report, which must add up. */
async function write(city: City): Promise<ImportReport> {
  await city.panel.getByRole('button', { name: /^写入 \d+ 条$/ }).click();
  await city.panelSays('导入报告');
  const report = await reportNow(city);
  expect(report.accepted + report.quarantined).toBe(report.received);
  await city.panelSays(`${report.accepted} 写入 + ${report.quarantined} 暂扣 = ${report.received} 收到`);
  return report;
}

async function reportNow(city: City): Promise<ImportReport> {
  const { report } = await ask(readImport, { params: { id: city.address().selection?.id ?? '' } });
  if (!report) throw new Error('the import has no report');
  return report;
}

/** Opens a choice of the panel by its label and takes an option of it. */
async function choose(city: City, label: string | RegExp, option: string): Promise<void> {
  await city.panel.getByRole('combobox', { name: label }).click();
  await city.page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

async function undo(city: City): Promise<void> {
  await city.panel.getByRole('button', { name: '撤销整次导入' }).click();
  await city.panelSays('这次导入已经撤销');
}

test('a TXT, a loose GBK shapefile and a drawing are handed over at once, and each goes its own way', async () => {
  const [west, south] = await openGroundBy((await parkThatIs('met')).bbox);
  const city = await openCity('?pick=import/new');
  const drawing = { name: '总图.dwg', mimeType: 'application/acad', buffer: Buffer.from('AC1032') };
  const shapefile = gbkShapefile('鞋服园', [west, south], 'E2E-SHP');
  await hand(city, [boundaryTxt('另一份勘测定界.txt', [west, south + 0.003], 'E2E-OTHER'), ...shapefile, drawing]);
  const queue = city.panel.locator('.import-queue');
  await queue.getByText('在 CAD 里另存为 DXF').waitFor();
  await expect.poll(() => queue.getByText('待确认').count(), patience).toBe(2);

  await queue.getByRole('button', { name: '鞋服园.zip' }).click();
  await city.panel.locator('.import-sample').getByText('晋江鞋服园1号').waitFor();
  expect((await write(city)).accepted).toBe(6);
  await undo(city);

  await city.panel.getByRole('button', { name: '下一个：另一份勘测定界.txt' }).click();
  await city.panelSays('勘测定界 TXT');
  await city.panel.getByRole('button', { name: '放弃这次导入' }).click();
  await city.page
    .getByRole('tooltip')
    .getByRole('button', { name: '放 弃' })
    .or(city.page.getByRole('button', { name: '放弃', exact: true }))
    .click();
  await city.panelSays('什么都没有写入');
});

test('a plot of a bureau TXT that crosses itself is held, mended in place, and taken back with the rest', async () => {
  const corner = await openGroundBy((await parkThatIs('met')).bbox);
  const city = await openCity('?pick=import/new');
  await hand(city, [boundaryTxt('五里勘测定界.txt', corner, 'E2E-TXT')]);
  await city.expectAddress(anImport);
  await city.panel.locator('.import-sample').getByText('五里地块1').waitFor();
  const id = city.address().selection?.id ?? '';
  const report = await write(city);
  expect([report.received, report.quarantined]).toEqual([6, 1]);
  await city.panel
    .locator('.rows')
    .getByRole('button', { name: /E2E-TXT-5/ })
    .click();
  await city.panelSays('可以修好');
  await city.panel.getByRole('button', { name: '写入这一条' }).click();
  await city.panelSays('6 写入 + 0 暂扣 = 6 收到');
  await city.panelSays('暂扣的记录都已修好写入');
  expect((await ask(listParcels, { query: { import: id } })).total).toBe(6);
  await undo(city);
  expect((await ask(listParcels, { query: { import: id } })).total).toBe(0);
});

test('a FileGDB is seen on the map before it is written', async () => {
  const city = await openCity('?pick=import/new');
  await hand(city, [{ name: '地块.gdb.zip', mimeType: 'application/zip', buffer: readFileSync(geodatabase) }]);
  await city.expectAddress(anImport);
  await city.panelSays('FileGDB');
  await city.panelSays('3 条记录');
  await city.panel.getByRole('button', { name: '放大表格' }).click();
  await city.page.getByRole('dialog').getByText('东海一号').waitFor();
  await city.page.getByRole('dialog').getByRole('button', { name: '1', exact: true }).click();
  await city.panel.getByRole('button', { name: /^写入 \d+ 条$/ }).waitFor();
});

test('red lines of one kind without a column for it are given it, which the table shows and the report says', async () => {
  const corner = await openGroundBy((await parkThatIs('met')).bbox);
  const city = await openCity('?pick=import/new');
  await hand(city, gbkShapefile('划定成果', corner, 'E2E-LINE'));
  await city.expectAddress(anImport);
  await city.panel.locator('.import-sample').waitFor();
  await choose(city, '内容', '控制线');
  await city.panelSays('还没有对应的必填项：控制线类别');
  await choose(city, '控制线类别: 固定值', '生态保护红线');
  await city.panel.locator('.import-table .import-constant').getByText('生态保护红线').first().waitFor();
  const report = await write(city);
  expect([report.kind, report.received, report.quarantined]).toEqual(['control-lines', 6, 0]);
  await city.panelSays('文件没有「控制线类别」列，全部记录按固定值「生态保护红线」写入');
  await undo(city);
});

test('a firm list comes in as a workbook and is taken back', async () => {
  const city = await openCity('?pick=import/new');
  const firms = [900_001, 900_002].map((serial, index) => ({
    name: `泉州试验机械${index + 1}有限公司`,
    code: inventUscc(serial),
    grade: '专精特新中小企业（2024-03-01）',
  }));
  await hand(city, [firmWorkbook('企业名录.xlsx', firms)]);
  await city.expectAddress(anImport);
  await city.panelSays('企业名录');
  await expect.poll(() => city.panel.locator('.import-columns').textContent(), patience).toContain('系统推测');
  const report = await write(city);
  expect([report.kind, report.received, report.quarantined]).toEqual(['firms', 2, 0]);
  await undo(city);
});
