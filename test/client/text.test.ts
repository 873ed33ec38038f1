import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { i18n } from '../../client/text/i18n';

const folder = join(import.meta.dirname, '../../client/text');
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const bundleOf = (language: string, area: string): Record<string, string> =>
  i18n.getResourceBundle(language, area) ?? {};

test('every word exists in both languages, with the same blanks to fill', async () => {
  for (const file of readdirSync(folder)) await import(join(folder, file));
  const areas = Object.keys(i18n.store.data.zh ?? {});
  expect(areas.length).toBeGreaterThan(5);
  const wrong = areas.flatMap((area) => {
    const zh = bundleOf('zh', area);
    const en = bundleOf('en', area);
    return Object.entries(zh)
      .filter(([key, word]) => !word || !en[key] || String(blanks(word)) !== String(blanks(en[key])))
      .map(([key]) => `${area}.${key}`);
  });
  expect(wrong).toEqual([]);
});

test('no word of a programmer on the screen', async () => {
  for (const file of readdirSync(folder)) await import(join(folder, file));
  const words = Object.keys(i18n.store.data.en ?? {}).flatMap((area) => Object.values(bundleOf('en', area)));
  expect(words.filter((word) => /\b(edit mode|features?|geometry|null|payload|undefined)\b/i.test(word))).toEqual([]);
});

test('Chinese is set with its own brackets and commas, and calls one thing by one word', async () => {
  for (const file of readdirSync(folder)) await import(join(folder, file));
  const shown = Object.keys(i18n.store.data.zh ?? {}).flatMap((area) => Object.values(bundleOf('zh', area)));
  const told = await chineseIn(join(import.meta.dirname, '../../data/words'));
  expect(told.length).toBeGreaterThan(200);
  const words = [...shown, ...told];
  const han = '[\\p{Script=Han}」”）]';
  const half = new RegExp(`${han} ?[,:;(]|\\([^()]*\\p{Script=Han}`, 'u');
  expect(words.filter((word) => half.test(word))).toEqual([]);
  // A ruling is 认定, a segment 细分领域 as in the plan, a belt 片区; the three kinds of leftover plots are named in full.
  expect(words.filter((word) => /裁定|赛道|产业细分|边角地块|操作记录|培育带/.test(word))).toEqual([]);
});

/** Every Chinese text that the modules of a folder give, `zh` beside `en`. */
async function chineseIn(path: string): Promise<string[]> {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(join(path, file)) as Promise<unknown>));
  const seen = new Set<unknown>();
  const gather = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return [];
    seen.add(value);
    const own = value as Record<string, unknown>;
    if (typeof own.zh === 'string' && typeof own.en === 'string') return [own.zh];
    return Object.values(own).flatMap(gather);
  };
  return modules.flatMap(gather);
}
