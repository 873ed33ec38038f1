import type { Named } from '../../contract';
import plan from '../../plan/plan.json';

/** A value that a field may have, as a cell would write it, and what it is called. */
export interface ValueOfField {
  value: string;
  title: Named;
}

/** The values of a vocabulary, but for some. */
export const valuesOf = (words: Record<string, Named>, but: readonly string[] = []): ValueOfField[] =>
  Object.entries(words).flatMap(([value, title]) => (but.includes(value) ? [] : [{ value, title }]));

/** Values that are written as they are called. */
export const asWritten = (words: readonly Named[]): ValueOfField[] =>
  words.map((title) => ({ value: title.zh, title }));

/** The segments that the plan names. */
export const segmentValues: readonly ValueOfField[] = plan.segments.map(({ id, name }) => ({ value: id, title: name }));

/** A field of a kind of import: what it is called, what to know about it, and the names that its columns go by. */
export interface FieldWords {
  title: Named;
  hint?: Named;
  /** Without it a record is held back. */
  required?: boolean;
  numeric?: boolean;
  /** Each record has its own value: none can be given for all. */
  varies?: boolean;
  /** The values that are known for it, as a constant may give them. */
  values?: readonly ValueOfField[];
  /** Likeliest first, lower case, half-width. */
  names: readonly string[];
}

/** A kind of import: what it is called, by what its layers are known, and its fields in order. */
export interface KindWords<Field extends string = string> {
  title: Named;
  /** Columns that tell it: each pattern must fit one; and how much a layer that has them looks like it, 0 to 1. */
  telling: { columns: readonly RegExp[]; likeness: number };
  /** Names that its layers go by; and how much a layer of such a name looks like it. */
  layers: { names: RegExp; likeness: number };
  fields: Record<Field, FieldWords>;
}

const moneyUnits = ['万元', '元', '亿元', '千元'];

/** Column names with each unit of money behind them, as spreadsheets write them. */
export function withMoneyUnits(names: readonly string[]): string[] {
  return [...names, ...names.flatMap((name) => moneyUnits.flatMap((unit) => [`${name}(${unit})`, `${name}${unit}`]))];
}

/** The unit that a record belongs to: county or management zone. */
export const unitField: FieldWords = {
  title: { zh: '县区', en: 'unit' },
  hint: {
    zh: '县区或管理区的名称或行政区划代码',
    en: 'name or code of the county or management zone',
  },
  values: asWritten(plan.units.map(({ name }) => name)),
  names: [
    'xzqmc',
    'xzqdm',
    'xqmc',
    'ssxq',
    'ssqx',
    'ssdq',
    'qx',
    'xq',
    'qxmc',
    '所属县区',
    '所属区县',
    '所属县(市、区)',
    '所属县市区',
    '县(市、区)',
    '县市区',
    '县区',
    '区县',
    '行政区名称',
    '行政区代码',
    '行政区',
    '单元',
    '培育单元',
    '属地',
    '地区',
    'county',
    'district',
    'unit',
  ],
};

/** Calendar year. */
export const yearField: FieldWords = {
  title: { zh: '年度', en: 'year' },
  names: ['nd', 'nf', 'tjnd', '年度', '年份', '统计年度', '年', 'year'],
};
