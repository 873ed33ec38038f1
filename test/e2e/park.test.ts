import { expect, test } from 'vitest';
import { formatOf } from '../../client/text/format';
import { readParkVerdict } from '../../data/contract';
import { contiguityWords, verdictWords } from '../../data/words/vocabulary';
import { ask } from './driver/ask';
import { openCity } from './driver/city';
import { addressOver, parkThatIs } from './driver/places';

const names = {
  'specialized-count': '专精特新中小企业数',
  contiguity: '是否集中连片',
  'output-share': '创新型以上企业产值占比',
};

test.each(['met', 'unmet', 'unknown'] as const)(
  'a park whose title is %s shows three tests with evidence',
  async (verdict) => {
    const park = await parkThatIs(verdict);
    const answer = await ask(readParkVerdict, { params: { id: park.id } });
    const city = await openCity(addressOver(park.bbox, `pick=park/${park.id}`));
    await expect.poll(() => city.panel.locator('.park-lead').textContent()).toContain(verdictWords[verdict].zh);
    for (const one of answer.title.tests) {
      const line = city.panel.locator('.test').filter({ hasText: names[one.id] });
      await expect.poll(() => line.textContent()).toContain(verdictWords[one.verdict].zh);
      expect(await line.textContent()).toContain(`依据 · ${formatOf('zh').clause(one.clause)}`);
      expect(await line.textContent()).toContain(one.origin === 'assumption' ? '假设' : '政策规定');
      for (const missing of one.missing) expect(await line.textContent()).toContain(missing);
      await line.getByRole('button').first().click();
      await city.expectAddress((now) => now.line === one.id);
      await city.panel.locator('.evidence').waitFor();
    }
  },
);

test('the evidence of contiguity: pieces, gaps, the slider past its flip point, and the way through the problems', async () => {
  const park = await parkThatIs('met');
  const answer = await ask(readParkVerdict, { params: { id: park.id } });
  const flips = answer.contiguity.flipsAtMetres ?? 0;
  expect(flips, 'the first park that is met joins at some gap').toBeGreaterThan(1);
  const city = await openCity(addressOver(park.bbox, `pick=park/${park.id}&line=contiguity`));
  await city.panelSays(`▲ ${flips.toFixed(1)} 米 起连片`);
  const before = await city.drawn();

  const slider = city.panel.getByRole('slider', { name: '允许间距' });
  await slider.focus();
  await slider.press('Home');
  await city.expectAddress((now) => now.gapMetres === 0);
  await city.panelSays(/正按 0\.0 米 推演/);
  const reading = city.panel.locator('.reading').filter({ hasText: '常规' });
  await expect.poll(() => reading.textContent()).toContain(contiguityWords.separate.zh);
  await expect
    .poll(async () => [...(await city.drawn()).keys()].filter((hue) => !before.has(hue)).length)
    .toBeGreaterThan(3);
  const steps = city.panel.locator('.steps');
  const problem = city.panel.locator('.problem');
  const place = async () =>
    /第 (\d+) 个，共 (\d+) 个/
      .exec((await steps.textContent()) ?? '')
      ?.slice(1)
      .map(Number);
  await city.press('n');
  await expect.poll(() => problem.getAttribute('data-state')).toBe('open');
  await expect.poll(place).toEqual([1, expect.any(Number)]);
  const firstGap = await problem.textContent();
  await city.press('n');
  await expect.poll(() => problem.textContent()).not.toBe(firstGap);
  await expect.poll(place).toEqual([2, expect.any(Number)]);
  await city.press('b');
  await expect.poll(() => problem.textContent()).toBe(firstGap);
  await city.panel.getByText('全部间隙').click();
  await city.panel.locator('.gap[data-state="open"]').first().waitFor();
  await expect.poll(() => city.panel.locator('.gap[aria-pressed="true"]').count()).toBe(1);

  await city.panel.getByRole('button', { name: '恢复现行参数' }).click();
  await city.expectAddress((now) => now.gapMetres === null);
  await expect.poll(() => reading.textContent()).toContain(contiguityWords.contiguous.zh);
});

test('firms are counted or not, each with the reason, in English', async () => {
  const park = await parkThatIs('unmet');
  const city = await openCity(addressOver(park.bbox, `lang=en&pick=park/${park.id}&line=specialized-count`));
  await city.panelSays(/\d+ counted/);
  await city.panelSays(/\d+ not counted/);
  const firms = city.panel.locator('.firm');
  await expect.poll(() => firms.count()).toBeGreaterThan(1);
  for (const firm of await firms.all())
    expect((await firm.locator('small').last().textContent())?.length).toBeGreaterThan(5);
  await city.panelSays('Parameters used');
  await city.panelSays('policy');
  await city.panelSays('assumption');
});
