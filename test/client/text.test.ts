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
