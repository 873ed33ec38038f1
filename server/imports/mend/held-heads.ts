import type { Lang } from '../../lang';

interface Heads {
  record: string;
  number: string;
  code: string;
  reason: string;
  remedy: string;
}
const heads: Record<Lang, Heads> = {
  zh: { record: '序号', number: '编号', code: '原因代码', reason: '原因', remedy: '处理建议' },
  en: { record: 'record', number: 'number', code: 'code', reason: 'reason', remedy: 'remedy' },
};

/** Names of the columns that say why a record is held back. */
export const headsOf = (lang: Lang): Heads => heads[lang];

/** Names of the columns that say where its fault lies. */
export const placeHeads: Record<Lang, [string, string]> = { zh: ['经度', '纬度'], en: ['longitude', 'latitude'] };

/** Every column that some of the records have, in the order in which they come. */
export function columnsOf(rows: readonly { raw: Record<string, unknown> }[]): string[] {
  return [...new Set(rows.flatMap(({ raw }) => Object.keys(raw)))];
}
