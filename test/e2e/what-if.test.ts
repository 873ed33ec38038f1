import { expect, test } from 'vitest';
import { askWhatIf, listDraftRulesets, listLeftover, type WhatIfAnswer } from '../../data/contract';
import { violations } from './driver/accessibility';
import { ask } from './driver/ask';
import { type City, openCity } from './driver/city';
import { addressOver, first, parkThatIs } from './driver/places';
import { thresholdsIn } from './driver/rules';

const patience = { timeout: 40_000, interval: 200 };
const flipsUnder = (changes: Record<string, number>, scope = 'city'): Promise<WhatIfAnswer> =>
  ask(askWhatIf, { body: { changes, scope } });
const sentenceOf = ({ parks, leftover }: WhatIfAnswer): string =>
  [parks.flips.length > 0 && `${parks.flips.length} 个园区`, leftover.flipped > 0 && `${leftover.flipped} 宗零散地`]
    .filter(Boolean)
    .join('、');
const heading = (city: City) => city.panel.getByRole('heading', { name: '规则推演', level: 2 }).waitFor();

test('a planner lowers the number of firms and sees which parks would meet the title, in rows and on the map', async () => {
  const answer = await flipsUnder({ 'title.specializedFirms': 3 });
  const city = await openCity();
  await city.page.getByRole('button', { name: '规则推演' }).click();
  await heading(city);
  await city.panelSays('推演，未采用');
  const thresholds = thresholdsIn(city);
  await thresholds.says('尚未移动阈值');
  await expect.poll(() => thresholds.counts('不符合'), patience).toEqual([answer.parks.title.before.unmet]);

  await thresholds.unfold('命名条件');
  const before = await city.drawn();
  await thresholds.type('专精特新企业数', 'title.specializedFirms', '3');
  await thresholds.says(`${sentenceOf(answer)}的结论会变`);
  await city.panelSays(/方案原文是 4 家/);
  await city.panelSays('只供比较：现行规则集和研判结论都不变。');
  const { title } = answer.parks;
  expect(await thresholds.counts('不符合')).toEqual([title.before.unmet, title.after.unmet]);
  expect(await thresholds.parks()).toEqual(answer.parks.flips.map(({ name }) => name));
  await expect
    .poll(async () => [...(await city.drawn()).keys()].filter((hue) => !before.has(hue)).length, patience)
    .toBeGreaterThan(3);
});

test('a trial is sent by its address; a park that flips is shown and opened, and the way back keeps the trial', async () => {
  const answer = await flipsUnder({ 'title.specializedFirms': 3 });
  const park = first(answer.parks.flips);
  const city = await openCity('?pick=rules/-&rule.title.specializedFirms=3');
  const thresholds = thresholdsIn(city);
  await thresholds.says(`${sentenceOf(answer)}的结论会变`);
  const view = city.address().view;
  await city.panel.getByRole('button', { name: park.name }).first().click();
  await city.expectAddress((now) => now.selection?.kind === 'rules' && now.view?.zoom !== view?.zoom);
  await city.panel.getByRole('button', { name: `打开园区 ${park.name}` }).click();
  await city.panel.getByRole('heading', { name: park.name, level: 2 }).waitFor();
  await city.page.goBack();
  await thresholds.says(`${sentenceOf(answer)}的结论会变`);
  await city.panel.getByRole('button', { name: '全部恢复' }).click();
  await thresholds.says('尚未移动阈值');
  await city.expectAddress(({ rules }) => Object.keys(rules).length === 0);
});

test('the keyboard moves a threshold, within the scope of the page', async () => {
  const park = await parkThatIs('met');
  const scope = `unit/${park.unit}`;
  const answer = await flipsUnder({ 'contiguity.maxGapMetres': 0 }, scope);
  expect(answer.parks.flips.length, 'a park of this unit is held together by bridged gaps').toBeGreaterThan(0);
  const city = await openCity(`?scope=${scope}&pick=rules/-`);
  const thresholds = thresholdsIn(city);
  await thresholds.unfold('集中连片');
  await thresholds.slide('常规口径最大间距', 'Home');
  await city.expectAddress(({ rules }) => rules['contiguity.maxGapMetres'] === '0');
  await thresholds.says(`${sentenceOf(answer)}的结论会变`);
  expect(await thresholds.parks()).toEqual(answer.parks.flips.map(({ name }) => name));
  expect(await violations(city)).toEqual([]);
});

test('moved thresholds are kept as a proposal, loaded, deleted and brought back; the rules in force stay', async () => {
  const city = await openCity('?pick=rules/-&rule.title.specializedFirms=3');
  const { panel, page } = city;
  const thresholds = thresholdsIn(city);
  await thresholds.says(/的结论会变/);
  await panel.getByLabel('名称').fill('三家即可');
  await panel.getByLabel('理由').fill('先看影响');
  await panel.getByRole('button', { name: '存为提案' }).click();
  const proposal = panel.locator('.rule-drafts li').filter({ hasText: '三家即可' });
  await expect.poll(() => proposal.textContent(), patience).toContain('测试员');
  expect(first((await ask(listDraftRulesets, {})).rows)).toMatchObject({
    name: '三家即可',
    changes: { 'title.specializedFirms': 3 },
    reason: '先看影响',
  });

  await panel.getByRole('button', { name: '全部恢复' }).click();
  await thresholds.says('尚未移动阈值');
  await panel.getByRole('button', { name: '载入提案 三家即可' }).click();
  await city.expectAddress(({ rules }) => rules['title.specializedFirms'] === '3');
  const file = page.waitForEvent('download');
  await panel.getByRole('link', { name: '下载提案 三家即可' }).click();
  expect((await file).suggestedFilename()).toMatch(/^draft-\d+\.json$/);

  await panel.getByRole('button', { name: '删除提案 三家即可' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await proposal.waitFor({ state: 'detached' });
  await page
    .locator('.ant-notification-notice')
    .filter({ hasText: '已删除提案' })
    .getByRole('button', { name: '撤销' })
    .click();
  await proposal.waitFor();
  await city.walkTo('?pick=history/-');
  await city.panelSays('保存规则提案');
});

test('a park and a leftover plot lead to the thresholds they rest on', async () => {
  const park = await parkThatIs('met');
  const city = await openCity(addressOver(park.bbox, `pick=park/${park.id}`));
  await city.panel.getByText('所用参数').click();
  await city.panel.getByRole('button', { name: '移动阈值推演' }).click();
  await heading(city);
  await thresholdsIn(city).rule('常规口径最大间距').waitFor();

  const plot = first((await ask(listLeftover, { query: { kind: 'enclosed' } })).rows);
  await city.walkTo(`?pick=leftover/${plot.parcel.id}`);
  await city.panel.getByRole('button', { name: '移动阈值推演' }).click();
  await thresholdsIn(city).rule('单宗面积上限').waitFor();
});

test('on a phone the menu leads there, in English', async () => {
  const answer = await flipsUnder({ 'leftover.limitMu': 5 });
  const city = await openCity('?lang=en', { window: 'phone' });
  await city.page.getByRole('button', { name: 'More' }).click();
  await city.page.getByRole('menuitem', { name: 'What if' }).click();
  await city.panel.getByRole('heading', { name: 'Moving the thresholds' }).waitFor();
  const thresholds = thresholdsIn(city);
  await thresholds.unfold('Leftover plots');
  await thresholds.type('Largest single plot', 'leftover.limitMu', '5');
  await thresholds.says(`${answer.leftover.flipped} leftover plots flip`);
  expect(await violations(city)).toEqual([]);
});
