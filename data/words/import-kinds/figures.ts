import type { KindWords } from './field-words';
import { asWritten, unitField, valuesOf, yearField } from './field-words';

const withUnits = (names: string[], units: string[]): string[] => [
  ...names,
  ...names.flatMap((name) => units.map((unit) => `${name}(${unit})`)),
];
const inHeader = {
  zh: '计量单位写在表头或单元格里，如「万吨标准煤」',
  en: 'with its unit of measure in the header or the cell',
};
const perResource = { zh: '每种资源一列的表用这一栏', en: 'for tables with a column for each resource' };

/** Yearly targets by unit. */
export const unitTargetWords: KindWords<'unit' | 'year' | 'measure' | 'comparator' | 'target' | 'actual'> = {
  title: { zh: '分县区年度目标', en: 'yearly targets by unit' },
  telling: { columns: [/县|区|^xzqmc$|unit|county/, /目标|任务|^(mb|mbz|rws)$|target/], likeness: 0.7 },
  layers: { names: /目标|任务|附件|target/i, likeness: 0.4 },
  fields: {
    unit: { ...unitField, required: true },
    year: {
      ...yearField,
      hint: {
        zh: '没有年度列时，从「2023年目标」这样的表头读出，每年一列亦可。',
        en: 'Without such a column the years are read off headers such as 2023年目标, one column a year.',
      },
    },
    measure: {
      title: { zh: '指标', en: 'measure' },
      hint: {
        zh: '没有指标列时，按「专精特新中小企业」「收储面积（亩）」这样的表头读，每个指标一列。',
        en: 'Without such a column each header names a measure, one column a measure.',
      },
      names: ['zb', 'zbmc', '指标', '指标名称', '考核指标', '培育类别', '类别', 'measure', 'indicator'],
    },
    comparator: {
      title: { zh: '比较方式', en: 'comparator' },
      hint: {
        zh: '约、不低于、高于；也可写在目标值里，如「12 家以上」',
        en: 'about, at least, above; may stand with the figure itself',
      },
      values: valuesOf({
        about: { zh: '约', en: 'about' },
        'at-least': { zh: '不低于', en: 'at least' },
        above: { zh: '高于', en: 'above' },
      }),
      names: ['bjfs', 'bj', '比较方式', '口径', 'comparator'],
    },
    target: {
      title: { zh: '目标值', en: 'target' },
      varies: true,
      names: ['mbz', 'mb', 'rws', '目标值', '目标', '目标数', '任务数', '目标任务', 'target'],
    },
    actual: {
      title: { zh: '完成值', en: 'actual' },
      varies: true,
      names: ['wcz', 'wcs', 'sjz', '完成值', '完成数', '实际值', '实际', '实际完成', 'actual'],
    },
  },
};

/** Quotas by unit and year. */
export const quotaWords: KindWords<
  'unit' | 'year' | 'resource' | 'amount' | 'unitOfMeasure' | 'land' | 'energy' | 'carbon' | 'emissions'
> = {
  title: { zh: '资源指标', en: 'quotas' },
  telling: {
    columns: [/县|区|^xzqmc$|unit|county/, /用地指标|能耗|碳排|排放|资源|额度|配额|quota|resource|^(zylx|ydzb|nhzb)$/],
    likeness: 0.7,
  },
  layers: { names: /配额|能耗|碳排|排放|资源指标|quota/i, likeness: 0.4 },
  fields: {
    unit: { ...unitField, required: true },
    year: { ...yearField, required: true },
    resource: {
      title: { zh: '资源', en: 'resource' },
      hint: { zh: '用地、能耗、碳排放、污染物排放', en: 'land, energy, carbon, emissions' },
      values: valuesOf({
        land: { zh: '用地', en: 'land' },
        energy: { zh: '能耗', en: 'energy' },
        carbon: { zh: '碳排放', en: 'carbon' },
        emissions: { zh: '污染物排放', en: 'emissions' },
      }),
      names: ['zy', 'zylx', 'zylb', '资源', '资源类型', '资源类别', '指标类型', '指标名称', '指标', 'resource'],
    },
    amount: {
      title: { zh: '数量', en: 'amount' },
      varies: true,
      hint: inHeader,
      names: ['sl', 'zbs', 'ed', 'zbz', '数量', '指标数', '指标值', '额度', '配额', 'amount', 'quota'],
    },
    unitOfMeasure: {
      title: { zh: '计量单位', en: 'unit of measure' },
      hint: {
        zh: '亩、公顷、平方米；吨标准煤；吨二氧化碳；吨（均可加「万」）。写出单位所在的列，或给固定值。',
        en: 'mu, hectares, m²; tce; tCO2; t. Its column, or one value for all.',
      },
      values: asWritten([
        { zh: '亩', en: 'mu' },
        { zh: '公顷', en: 'hectares' },
        { zh: '平方米', en: 'm²' },
        { zh: '吨标准煤', en: 'tce' },
        { zh: '万吨标准煤', en: 'ten thousand tce' },
        { zh: '吨二氧化碳', en: 'tCO2' },
        { zh: '万吨二氧化碳', en: 'ten thousand tCO2' },
        { zh: '吨', en: 't' },
        { zh: '万吨', en: 'ten thousand t' },
      ]),
      names: ['jldw', 'dw', '计量单位', '单位', 'unit_of_measure', 'uom'],
    },
    land: {
      title: { zh: '用地指标', en: 'land' },
      varies: true,
      hint: perResource,
      names: withUnits(['ydzb', 'jsydzb', '用地指标', '建设用地指标', '用地', 'land'], ['亩', '公顷', '平方米']),
    },
    energy: {
      title: { zh: '能耗指标', en: 'energy' },
      varies: true,
      hint: perResource,
      names: withUnits(
        ['nhzb', 'nhzl', '能耗指标', '能耗', '能耗总量', 'energy'],
        ['吨标准煤', '吨标煤', '万吨标准煤', '万吨标煤', 'tce'],
      ),
    },
    carbon: {
      title: { zh: '碳排放指标', en: 'carbon' },
      varies: true,
      hint: perResource,
      names: withUnits(
        ['tpfzb', 'tpfl', '碳排放指标', '碳排放', '碳排放量', 'carbon'],
        ['吨', '万吨', '吨二氧化碳', '万吨二氧化碳', 'tco2'],
      ),
    },
    emissions: {
      title: { zh: '污染物排放指标', en: 'emissions' },
      varies: true,
      hint: perResource,
      names: withUnits(
        ['pfzb', 'wrwpfzb', '排放指标', '污染物排放指标', '污染物排放', '排放量', 'emissions'],
        ['吨', '万吨', 't'],
      ),
    },
  },
};
