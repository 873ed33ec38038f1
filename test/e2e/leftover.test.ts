import { expect, test } from 'vitest';
import {
  type LeftoverKind,
  type LeftoverRow,
  listLeftover,
  listParks,
  listRuns,
  readLeftoverCap,
  readRun,
} from '../../data/contract';
import { leftoverWords, tenureWords } from '../../data/words/vocabulary';
import { violations } from './driver/accessibility';
import { ask } from './driver/ask';
import { type City, openCity } from './driver/city';
import { first } from './driver/places';

const patience = { timeout: 40_000 };
const classes: readonly LeftoverKind[] = ['corner', 'scattered', 'enclosed'];
const rowOf = (city: City, row: LeftoverRow) => city.beside.locator('.rows li').filter({ hasText: row.parcel.number });
const measure = (city: City, name: string) => city.panel.getByRole('button', { name, exact: true });
const hues = async (city: City) => new Set((await city.drawn()).keys());

/** The rows of the key that most rows have. */
function largest<R>(rows: readonly R[], keyOf: (row: R) => string): R[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return first([...groups.values()].sort((a, b) => b.length - a.length));
}

/** From now on keeps what is ever shown at a place of the page, however short; answers it all when called. */
async function everShown(city: City, selector: string): Promise<() => Promise<string>> {
  const kept = await city.page.evaluateHandle((place) => {
    const texts = new Set<string>();
    const look = () => {
      for (const { textContent } of document.querySelectorAll(place)) texts.add(textContent);
    };
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
    return texts;
  }, selector);
  return () => kept.evaluate((texts) => [...texts].join('\n'));
}

/** Plots of the three classes beside one park, the park with the most of them. */
async function plotsOfOnePark(): Promise<LeftoverRow[]> {
  const { rows } = await ask(listLeftover, { query: { kind: classes.join(), ruled: 'none', limit: 500 } });
  return largest(rows, ({ park }) => park.id);
}

test('a search over one unit shows how far it is, what it found, and leads to what changed', async () => {
  const { rows: parks } = await ask(listParks, { query: {} });
  const { unit } = first(
    largest(
      parks.filter((park) => park.unit !== null),
      (park) => park.unit ?? '',
    ),
  );
  const city = await openCity(`?list=leftover&f.view=all&scope=unit/${unit}`);
  const head = city.beside.getByRole('region', { name: '零散地查找' });
  await head.getByText('还没有在这一范围查找过').waitFor();
  const progress = await everShown(city, '.run-progress');
  await head.getByRole('button', { name: /查找边角地、插花地、夹心地/ }).click();
  await city.expectAddress((now) => now.selection?.kind === 'run');
  await expect.poll(progress, patience).toMatch(/园区 \d+ \/ \d+|排队等待/);
  await city.panel.locator('.mark').filter({ hasText: '已完成' }).waitFor();

  const run = await ask(readRun, { params: { id: city.address().selection?.id ?? '' } });
  expect(run.scope).toBe(`unit/${unit}`);
  for (const { kind, count } of run.outcome?.byKind ?? []) {
    const line = city.panel.getByRole('row', { name: leftoverWords[kind].zh });
    await expect.poll(() => line.textContent()).toContain(`${count} 宗`);
  }
  await city.panelSays(`新出现 ${run.outcome?.appeared}`);
  await head.getByText(/上次查找 .+测试员/).waitFor();
  await head.getByRole('button', { name: '重新查找边角地、插花地、夹心地' }).waitFor();
  await city.panel
    .locator('.run-history')
    .getByText(/测试员 · 用时/)
    .first()
    .waitFor();

  const change = city.panel.locator('.rows li').first();
  await expect.poll(() => change.textContent()).toContain('原先没有 →');
  await change.getByRole('button').click();
  await city.expectAddress((now) => now.selection?.kind === 'leftover');
});

test('the list is filtered by class, ruling, tenure and area, and a park stands against its cap', async () => {
  const query = { kind: 'corner,enclosed', tenure: 'state', minMu: 0.5, maxMu: 2.5, ruled: 'none' } as const;
  const { total } = await ask(listLeftover, { query });
  expect(total).toBeGreaterThan(0);
  const city = await openCity('?list=leftover&f.view=all&f.kind=corner,enclosed&f.ruled=none&f.tenure=state');
  await city.beside.getByRole('spinbutton', { name: '面积从 (亩)' }).fill('0.5');
  await city.beside.getByRole('spinbutton', { name: '到 (亩)' }).fill('2.5');
  await city.page.keyboard.press('Enter');
  await city.expectAddress((now) => now.filter.minMu === '0.5' && now.filter.maxMu === '2.5');
  await expect.poll(() => city.beside.locator('.list-total').textContent()).toContain(`共 ${total} `);
  await city.beside.getByText(tenureWords.state.zh, { exact: true }).waitFor();

  const [plot] = await plotsOfOnePark();
  const park = plot?.park.id ?? '';
  const cap = await ask(readLeftoverCap, { params: { park } });
  await city.walkTo(`?list=leftover&f.view=all&f.park=${park}`);
  const line = city.beside.getByRole('region', { name: '零散地合计占比' });
  await expect.poll(() => line.textContent()).toContain(`${cap.leftoverMu.toFixed(2)} 亩`);
  expect(await line.textContent()).toContain('分母');
});

test('every measure is drawn on the map, kept by a click and let go by Esc', async () => {
  const plot = first(await plotsOfOnePark());
  const city = await openCity(`?list=leftover&f.view=all&pick=leftover/${plot.parcel.id}`);
  await city.panelSays('与园区贴合，分段编号');
  await city.panelSays('夹心地：贴合占比');
  const calm = await hues(city);
  for (const [name, legend] of [
    ['被围合程度', '视点'],
    ['地块楔入园区', '邻近园区的凸包'],
    ['内接圆直径', /最大内接圆/],
  ] as const) {
    await measure(city, name).press('Enter');
    await city.expectAddress((now) => now.line?.endsWith(`@${plot.park.id}`) ?? false);
    await city.panelSays(legend);
    await expect.poll(async () => [...(await hues(city))].filter((hue) => !calm.has(hue)).length).toBeGreaterThan(3);
    expect(await measure(city, name).getAttribute('aria-pressed')).toBe('true');
  }
  await city.press('Escape');
  await city.expectAddress((now) => now.line === null && now.selection?.id === plot.parcel.id);
});

test('a class is changed with a reason and a document; list, card and history follow; it is undone from the history', async () => {
  const plot = first((await plotsOfOnePark()).filter(({ finding }) => finding.kind !== 'scattered'));
  const city = await openCity(`?list=leftover&f.view=all&f.park=${plot.park.id}&pick=leftover/${plot.parcel.id}`);
  await city.panelSays('系统研判，待认定');
  await city.panel.getByRole('button', { name: '认定', exact: true }).click();
  const dialog = city.page.getByRole('dialog').filter({ hasText: `认定地块 ${plot.parcel.number}` });
  await dialog.getByText('改认为另一类').click();
  await dialog.getByText(leftoverWords.scattered.zh, { exact: true }).click();
  await dialog.getByRole('button', { name: '记录认定' }).click();
  await dialog.getByText('请写明理由').waitFor();
  await dialog.getByLabel('理由（必填）').fill('现场踏勘：与园区相互嵌入');
  await dialog.getByLabel('文件（文号或标题）').fill('泉资规〔2026〕12号');
  await expect.poll(() => dialog.getByLabel('认定单位').inputValue()).toBe('市资规局、市工信局');
  await dialog.locator('input[type=file]').setInputFiles([
    { name: '踏勘.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') },
    { name: '脚本.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
  ]);
  await dialog.getByText(/不收这种文件（脚本\.exe）/).waitFor();
  await dialog.getByRole('button', { name: '移除 脚本.exe' }).click();
  await dialog.locator('.attached li[data-state="stored"]').filter({ hasText: '踏勘.pdf' }).waitFor();
  await dialog.getByRole('button', { name: '记录认定' }).click();

  await city.panelSays(`经认定为${leftoverWords.scattered.zh}`);
  await city.panelSays(/测试员，\d{4}-/);
  await city.panelSays('文件：泉资规〔2026〕12号');
  await city.panelSays(`疑似${leftoverWords[plot.finding.kind].zh}，待主管部门认定`);
  const link = city.panel.getByRole('link', { name: '踏勘.pdf' });
  const file = await city.page.request.get(new URL((await link.getAttribute('href')) ?? '', city.page.url()).href);
  expect((await file.body()).toString('latin1')).toMatch(/^%PDF/);
  await expect.poll(() => rowOf(city, plot).textContent(), patience).toContain('经认定为插花地');
  await city.beside.getByText(/已认定 1 \/ \d+/).waitFor();

  await city.panel.getByText('认定经过').click();
  await city.panel.locator('.ruling-history').getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => rowOf(city, plot).textContent(), patience).toContain('疑似');
  await city.panel.locator('.ruling-card').getByText('系统研判，待认定').waitFor();
});

test('a park is ruled through from one plot to the next without leaving the keys', async () => {
  const plots = await plotsOfOnePark();
  const park = first(plots).park.id;
  const city = await openCity(`?list=leftover&f.view=all&f.park=${park}&f.sort=number&f.kind=${classes.join()}`);
  const numbers = plots.map(({ parcel }) => parcel.number).sort((a, b) => a.localeCompare(b));
  const idOf = (number: string | undefined) => plots.find(({ parcel }) => parcel.number === number)?.parcel.id;
  const stands = (number: string | undefined) =>
    city.expectAddress((now) => now.selection?.kind === 'leftover' && now.selection.id === idOf(number));
  await city.beside.getByText(`已认定 0 / ${plots.length}`).waitFor();
  await city.press('n');
  await stands(numbers[0]);
  await city.press('n');
  await stands(numbers[1]);
  await city.press('b');
  await stands(numbers[0]);

  await city.panel.getByRole('button', { name: '认定', exact: true }).click();
  const dialog = city.page.getByRole('dialog');
  await dialog.getByLabel('理由（必填）').fill('与规划图件相符');
  await dialog.getByRole('button', { name: '记录，看下一宗' }).click();
  await stands(numbers[1]);
  await dialog.getByText(`认定地块 ${numbers[1]}`).waitFor();
  await city.beside.getByText(`已认定 1 / ${plots.length}`).waitFor();
  await dialog.getByText('与规划图件相符', { exact: true }).click();
  await expect.poll(() => dialog.getByLabel('理由（必填）').inputValue()).toBe('与规划图件相符');
  await dialog.press('Escape');
  await city.expectAddress((now) => now.line === null && now.selection?.kind === 'leftover');
});

test.each(['light', 'dark'])(
  'axe finds nothing wrong with reasons, rulings and searches in the %s theme',
  async (theme) => {
    const plot = first(await plotsOfOnePark());
    const [run] = (await ask(listRuns, { query: {} })).rows;
    const shared = `?theme=${theme}&list=leftover&f.view=all&f.park=${plot.park.id}`;
    const city = await openCity(`${shared}&pick=leftover/${plot.parcel.id}`);
    const found: string[] = [];
    const judge = async (name: string) => {
      for (const line of await violations(city)) found.push(`${name}: ${line}`);
    };
    await city.panelSays('夹心地：贴合占比');
    await city.beside.getByRole('region', { name: '零散地合计占比' }).waitFor();
    await judge('card');
    await measure(city, '被围合程度').click();
    await city.panelSays('视点');
    await judge('measure kept');
    await city.panel.getByRole('button', { name: '认定', exact: true }).click();
    await city.page.getByRole('dialog').getByLabel('认定单位').waitFor();
    await judge('ruling');
    await city.walkTo(`${shared}&pick=run/${run?.id ?? '-'}`);
    await city.panelSays('查找记录');
    await judge('search');
    expect(found).toEqual([]);
  },
);

test('the classes that the list is narrowed to are read whole', async () => {
  const city = await openCity(`?list=leftover&f.view=all&f.kind=${classes.join()}`);
  const chosen = city.beside.locator('.list-fields .ant-select-selection-item');
  const texts = () => chosen.allTextContents();
  await expect.poll(texts, patience).toEqual(classes.map((kind) => leftoverWords[kind].zh));
  const cut = await chosen.evaluateAll((tags) => tags.filter((tag) => tag.scrollWidth > tag.clientWidth).length);
  expect(cut).toBe(0);
});
