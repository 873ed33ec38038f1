import { expect, test, vi } from 'vitest';
import { type JoinParkAnswer, joinParkPlots, listParks, type ParkRow, readParkVerdict } from '../../data/contract';
import { contiguityWords } from '../../data/words/vocabulary';
import { ask } from './driver/ask';
import { type City, openCity } from './driver/city';
import { addressOver, first } from './driver/places';

const patience = { timeout: 60_000 };
/** Journeys of many questions, on a machine that others use too. */
vi.setConfig({ testTimeout: 240_000 });
const joinFor = (park: ParkRow, refused: string[] = []) =>
  ask(joinParkPlots, { body: { of: { park: park.id }, refused } });

interface Joinable {
  park: ParkRow;
  best: JoinParkAnswer;
  next: JoinParkAnswer;
}
let found: Promise<Joinable> | null = null;

/** The first park in pieces that a set of plots makes whole, and that another set does without the first plot of it. */
const parkThatJoins = (): Promise<Joinable> => {
  found ??= seekPark();
  return found;
};

async function seekPark(): Promise<Joinable> {
  const { rows } = await ask(listParks, { query: { kind: 'official' } });
  for (const park of rows.filter(({ contiguity }) => contiguity === 'separate')) {
    const best = await joinFor(park);
    if (!best.possible || best.plots.length === 0) continue;
    const next = await joinFor(park, [first(best.plots).id]);
    if (next.possible) return { park, best, next };
  }
  throw new Error('no sample park can be made whole in two ways');
}

/** The numbers of the plots that the panel lists as a set. */
const listed = (city: City) => city.panel.locator('.join-plot .link').allTextContents();
const numbers = (answer: JoinParkAnswer) => answer.plots.map(({ number }) => number);

test('a park in pieces: the plots that make it whole, the next-best, a draft with them, saved and taken back', async () => {
  const { park, best, next } = await parkThatJoins();
  const refused = first(best.plots);
  const city = await openCity(addressOver(park.bbox, `pick=park/${park.id}`));
  await city.panelSays('补齐成片');
  await city.press('j');
  await city.expectAddress((now) => now.line === 'join');
  await expect.poll(() => listed(city), patience).toEqual(numbers(best));
  await city.panelSays(`${refused.areaMu.toFixed(2)} 亩`);
  if (best.proved) await city.panelSays('已证最优');
  const more = (next.weight ?? 0) - (best.weight ?? 0);
  await expect
    .poll(() => city.panel.locator('.join-without').first().textContent(), patience)
    .toContain(`+${more.toFixed(2)} 亩`);
  const rows = city.panel.locator('.join-compare tr[data-changed="true"]');
  await expect
    .poll(() => rows.allTextContents())
    .toContainEqual(expect.stringContaining(contiguityWords.contiguous.zh));

  await city.panel.getByRole('button', { name: `不要 ${refused.number}` }).click();
  await city.expectAddress((now) => now.refused.includes(refused.id));
  await expect.poll(() => listed(city), patience).toEqual(numbers(next));
  // An address that is sent says what was refused.
  await city.page.reload();
  await expect.poll(() => listed(city), patience).toEqual(numbers(next));
  await city.panel.getByRole('button', { name: `取回 ${refused.number}` }).click();
  await expect.poll(() => listed(city), patience).toEqual(numbers(best));

  await city.panel.getByRole('button', { name: '纳入草案' }).click();
  await city.expectAddress((now) => now.selection?.kind === 'form' && now.selection.id === '-');
  await city.expectAddress((now) => best.plots.every(({ id }) => now.picks.includes(id)));
  const verdict = city.panel.locator('.form-verdict');
  await expect.poll(() => verdict.getAttribute('data-stale'), patience).toBe('false');
  await expect.poll(() => verdict.textContent(), patience).toContain(contiguityWords.contiguous.zh);

  const name = '补齐后的园区';
  await city.panel.getByLabel('园区名称').fill(name);
  await city.panel.getByRole('button', { name: '存为草案' }).click();
  await city.page.getByRole('heading', { name, level: 2 }).waitFor();
  const id = city.address().selection?.id ?? '';
  expect((await ask(readParkVerdict, { params: { id } })).contiguity.verdict).toBe('contiguous');
  const toast = city.page.locator('.ant-notification-notice').filter({ hasText: name });
  await toast.getByRole('button', { name: '撤销' }).click();
  await city.page.getByText('已撤销', { exact: true }).first().waitFor();
  const drafts = await ask(listParks, { query: { kind: 'draft' } });
  expect(drafts.rows.map((row) => row.id)).not.toContain(id);
  // The page still asks for the park that has just gone.
  city.watch.allow(new RegExp(`/api/(parks|leftover)/${id}`));
});

test('the plot that lies in a gap is taken into a draft', async () => {
  const { park } = await parkThatJoins();
  const { contiguity } = await ask(readParkVerdict, { params: { id: park.id } });
  const held = contiguity.gaps
    .flatMap(({ bridged, holds }) => (bridged ? [] : holds))
    .find(({ kind }) => kind === 'parcel');
  expect(held?.id, 'a plot of others lies in a gap of that park').toMatch(/^\d+$/);
  const city = await openCity(addressOver(park.bbox, `pick=park/${park.id}&line=contiguity`));
  await city.panelSays('待解决的问题');
  await city.press('n');
  await city.panel
    .getByRole('button', { name: /^纳入 / })
    .first()
    .click();
  await city.expectAddress((now) => now.selection?.kind === 'form' && now.picks.includes(held?.id ?? ''));
  await city.panel.getByRole('heading', { name: `已选 ${park.memberCount + 1} 宗` }).waitFor();
});

test('rulings on gaps count the problems down, turn the verdict, and can be withdrawn', async () => {
  const { rows } = await ask(listParks, { query: { kind: 'official' } });
  const unknown = rows.filter(({ contiguity }) => contiguity === 'unknown');
  const verdicts = await Promise.all(unknown.map(({ id }) => ask(readParkVerdict, { params: { id } })));
  const count = (index: number) =>
    verdicts[index]?.contiguity.gaps.filter(({ bridged }) => bridged === null).length ?? 0;
  const [index] = unknown.map((_, at) => at).sort((a, b) => count(a) - count(b));
  const park = first(unknown.slice(index));
  const problems = count(index ?? 0);
  expect(problems).toBeGreaterThan(1);

  const city = await openCity(addressOver(park.bbox, `pick=park/${park.id}&line=contiguity`));
  const steps = city.panel.locator('.steps');
  const test = city.panel.locator('.test').filter({ hasText: '是否集中连片' });
  for (let left = problems; left > 0; left--) {
    await city.press('n');
    await expect.poll(() => steps.textContent()).toContain(`第 1 个，共 ${left} 个`);
    await rule(city);
    await expect.poll(() => steps.textContent(), patience).toContain(left > 1 ? `还剩 ${left - 1} 个` : '全部解决了');
  }
  await expect.poll(() => test.textContent(), patience).toContain(contiguityWords.contiguous.zh);
  expect((await ask(readParkVerdict, { params: { id: park.id } })).contiguity.verdict).toBe('contiguous');

  await city.panel.getByText('全部间隙').click();
  for (let withdrawn = 1; withdrawn <= problems; withdrawn++) {
    await city.panel.locator('.gap').filter({ hasText: '已认定' }).first().click();
    const ruling = city.panel.getByRole('region', { name: '认定' });
    await ruling.getByText('现场踏勘').waitFor();
    await ruling.getByText(/测试员/).waitFor();
    await ruling.getByRole('button', { name: '撤回认定' }).click();
    await city.page.getByRole('dialog').getByRole('button', { name: '撤回认定' }).click();
    await expect
      .poll(() => city.panel.locator('.gap').filter({ hasText: '已认定' }).count(), patience)
      .toBe(problems - withdrawn);
  }
  await expect.poll(() => test.textContent(), patience).toContain(contiguityWords.unknown.zh);
});

/** Rules that the gap looked at is open ground. */
async function rule(city: City): Promise<void> {
  await city.panel.getByRole('button', { name: '认定其中是什么' }).click();
  const dialog = city.page.getByRole('dialog').filter({ hasText: '间隙中是什么' });
  await dialog.getByText('空地，其中什么也没有').click();
  await dialog.getByLabel('理由（必填）').fill('现场踏勘');
  await dialog.getByRole('button', { name: '记录认定' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
