import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFormat } from '../../../data/contract';
import { exportColumns, exportFormats, lossWords } from '../../../data/words/exports';

const docs = join(import.meta.dirname, '../../../docs');
const heads = {
  zh: ['格式', '用于', '坐标系', '改变或丢失的'],
  en: ['format', 'what for', 'systems', 'what it changes or loses'],
} as const;
const systems = {
  zh: { any: '任选', projected: '只能是平面', degrees: '只能是经纬度' },
  en: { any: 'any', projected: 'planes only', degrees: 'degrees only' },
} as const;

/** The table of the documentation, out of the data that the dialog shows and the round trips are held to. */
function lossTable(lang: 'zh' | 'en'): string {
  const rows = exportFormat.options.map((format) => {
    const { title, about, crs, losses } = exportFormats[format];
    const lost = losses.map((loss) => lossWords[loss][lang]).join(lang === 'zh' ? '；' : '; ');
    return [title[lang], about[lang], systems[lang][crs], lost || (lang === 'zh' ? '无' : 'nothing')];
  });
  const head = [...heads[lang]];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

test.each([
  ['en', 'formats.md'],
  ['zh', 'formats.zh-CN.md'],
] as const)('the documentation in %s (%s) says of each format what the data say', (lang, file) => {
  expect(readFileSync(join(docs, file), 'utf8')).toContain(lossTable(lang));
});

test('every field name fits ten bytes of a shapefile, and none stands twice', () => {
  const names = Object.values(exportColumns).map(({ short }) => short);
  expect(names.filter((name) => !/^[A-Z]{1,10}$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
