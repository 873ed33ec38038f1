import { gradeWords } from '../vocabulary';
import type { FieldWords, KindWords } from './field-words';
import { asWritten, segmentValues, unitField, valuesOf, withMoneyUnits, yearField } from './field-words';

const uscc: FieldWords = {
  title: { zh: '统一社会信用代码', en: 'unified social credit code' },
  hint: {
    zh: '18 位，按 GB 32100 校验；企业按它辨认。',
    en: '18 characters with the check of GB 32100; firms are told by it.',
  },
  required: true,
  varies: true,
  names: [
    'tyshxydm',
    'shxydm',
    'xydm',
    'tyxydm',
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '统一信用代码',
    'uscc',
    'credit_code',
  ],
};
const firmName: FieldWords = {
  title: { zh: '企业名称', en: 'firm' },
  varies: true,
  names: ['qymc', 'dwmc', 'gsmc', '企业名称', '单位名称', '公司名称', '企业全称', '名称', 'firm', 'company', 'name'],
};
const dated = (zh: string, en: string, names: string[]): FieldWords => ({
  title: { zh, en },
  hint: {
    zh: '填认定日期，或填「是」并另有认定日期列',
    en: 'the date of award, or yes beside a column of award dates',
  },
  names,
});

const inDegrees = {
  zh: '以度为单位；记录已按坐标成图的，以图上的位置为准。',
  en: 'in degrees; a record that is drawn lies where it is drawn.',
};
const linkValues = valuesOf({
  'final-assembly': { zh: '总装', en: 'final assembly' },
  'chip-making': { zh: '芯片制造', en: 'chip making' },
  'system-integration': { zh: '系统集成', en: 'system integration' },
  'key-materials': { zh: '关键新材料研发', en: 'key new materials' },
  other: { zh: '其他', en: 'other' },
});

/** Firms with their grades. */
export const firmWords: KindWords<
  | 'uscc'
  | 'name'
  | 'grades'
  | 'innovative'
  | 'specialized'
  | 'littleGiant'
  | 'technology'
  | 'awardedOn'
  | 'validUntil'
  | 'document'
  | 'unit'
  | 'plot'
  | 'longitude'
  | 'latitude'
  | 'segment'
  | 'link'
> = {
  title: { zh: '企业与等级', en: 'firms and grades' },
  telling: { columns: [/信用代码|xydm$|^uscc$|credit/], likeness: 0.65 },
  layers: { names: /企业|名录|名单|firm|compan/i, likeness: 0.4 },
  fields: {
    uscc,
    name: firmName,
    grades: {
      title: { zh: '等级', en: 'grades' },
      hint: {
        zh: '创新型、专精特新、小巨人；一格多个以顿号隔开，可在括号内写认定日期或有效期。',
        en: 'Innovative, specialized, little giant; several in a cell divided by commas, each with its dates in brackets if need be.',
      },
      values: valuesOf(gradeWords),
      names: [
        'qydj',
        'dj',
        'zz',
        'rdlx',
        'tdjb',
        'pydj',
        '企业等级',
        '等级',
        '资质',
        '认定类型',
        '认定类别',
        '认定等级',
        '梯度等级',
        '培育等级',
        '企业类型',
        '称号',
        'grades',
        'grade',
      ],
    },
    innovative: dated('创新型中小企业', 'innovative SME', ['cxx', 'cxxzxqy', '创新型中小企业', '创新型', 'innovative']),
    specialized: dated('专精特新中小企业', 'specialized SME', [
      'zjtx',
      'zjtxzxqy',
      '专精特新中小企业',
      '专精特新',
      'specialized',
    ]),
    littleGiant: dated('小巨人', 'little giant', [
      'xjr',
      'zjtxxjr',
      '专精特新小巨人',
      '专精特新“小巨人”企业',
      '专精特新"小巨人"企业',
      '小巨人',
      'little_giant',
    ]),
    technology: dated('科技型中小企业', 'technology SME', ['kjx', 'kjxzxqy', '科技型中小企业', '科技型', 'technology']),
    awardedOn: {
      title: { zh: '认定日期', en: 'awarded on' },
      names: [
        'rdrq',
        'rdsj',
        'fzrq',
        'pzrq',
        'gsrq',
        '认定日期',
        '认定时间',
        '公布日期',
        '发证日期',
        '批准日期',
        'awarded_on',
        'award_date',
        'valid_from',
      ],
    },
    validUntil: {
      title: { zh: '有效期', en: 'valid until' },
      hint: {
        zh: '截止日期，或「起 至 止」；空着按规则自认定日起计。',
        en: 'the last day, or from and to; left empty, the ruleset counts from the award.',
      },
      names: [
        'yxq',
        'yxqz',
        'yxqx',
        'jzrq',
        '有效期',
        '有效期至',
        '有效期限',
        '截止日期',
        '到期日期',
        'valid_until',
        'expires',
      ],
    },
    document: {
      title: { zh: '认定文号', en: 'document' },
      names: ['rdwh', 'wh', 'wjh', '认定文号', '文号', '认定文件', 'document'],
    },
    unit: unitField,
    plot: {
      title: { zh: '所在地块编号', en: 'parcel' },
      varies: true,
      names: ['dkbh', 'szdk', 'zddm', '所在地块编号', '所在地块', '地块编号', '宗地代码', 'parcel', 'plot'],
    },
    longitude: {
      title: { zh: '经度', en: 'longitude' },
      hint: inDegrees,
      numeric: true,
      varies: true,
      names: ['jd', 'lon', 'lng', '经度', 'longitude'],
    },
    latitude: {
      title: { zh: '纬度', en: 'latitude' },
      hint: inDegrees,
      numeric: true,
      varies: true,
      names: ['wd', 'lat', '纬度', 'latitude'],
    },
    segment: {
      title: { zh: '细分领域', en: 'segment' },
      hint: {
        zh: '方案所列细分领域的名称；不在其列的按未知处理。',
        en: 'a segment that the plan names; any other counts as unknown.',
      },
      values: segmentValues,
      names: ['xfly', 'xfsd', 'sshy', '细分领域', '细分赛道', '赛道', 'segment'],
    },
    link: {
      title: { zh: '产业链环节', en: 'link of the chain' },
      values: linkValues,
      names: ['cylhj', 'hj', '产业链环节', '所处环节', '环节', 'link'],
    },
  },
};

/** Yearly output and tax of firms; sensitive. */
export const firmYearWords: KindWords<'uscc' | 'name' | 'year' | 'output' | 'tax' | 'moneyUnit'> = {
  title: { zh: '企业年度产值与税收', en: 'yearly output and tax of firms' },
  telling: {
    columns: [/信用代码|xydm$|^uscc$|credit/, /产值|税收|纳税|营业收入|^(cz|ss|gyzcz|nsje)$|output|^tax/],
    likeness: 0.8,
  },
  layers: { names: /产值|税收|纳税|output|tax/i, likeness: 0.4 },
  fields: {
    uscc,
    name: {
      ...firmName,
      hint: { zh: '只供核对，企业按信用代码辨认。', en: 'to check by; firms are told by their codes.' },
    },
    year: {
      ...yearField,
      hint: {
        zh: '没有年度列时，从「2023年产值（万元）」这样的表头读出，每年一列亦可。',
        en: 'Without such a column the years are read off headers such as 2023年产值(万元), one column a year.',
      },
    },
    output: {
      title: { zh: '产值', en: 'output' },
      varies: true,
      hint: {
        zh: '单位写在表头或单元格里，如「产值（万元）」',
        en: 'with its unit of money in the header or the cell',
      },
      names: withMoneyUnits([
        'cz',
        'gyzcz',
        'zcz',
        'ndcz',
        '产值',
        '工业总产值',
        '工业产值',
        '总产值',
        '年产值',
        '年度产值',
        '营业收入',
        'output',
      ]),
    },
    tax: {
      title: { zh: '税收', en: 'tax' },
      varies: true,
      hint: {
        zh: '单位写在表头或单元格里，如「税收（万元）」',
        en: 'with its unit of money in the header or the cell',
      },
      names: withMoneyUnits([
        'ss',
        'nsje',
        'nse',
        'sjss',
        '税收',
        '纳税额',
        '纳税总额',
        '实缴税收',
        '入库税收',
        '税收总额',
        '年纳税',
        'tax',
      ]),
    },
    moneyUnit: {
      title: { zh: '金额单位', en: 'unit of money' },
      hint: {
        zh: '表头没有写明时：单位所在的列，或给固定值',
        en: 'where the header does not say: its column, or one value for all',
      },
      values: asWritten([
        { zh: '元', en: 'CNY' },
        { zh: '千元', en: 'thousand CNY' },
        { zh: '万元', en: 'ten thousand CNY' },
        { zh: '亿元', en: 'hundred million CNY' },
      ]),
      names: ['dw', 'jedw', '金额单位', '单位', 'money_unit', 'currency'],
    },
  },
};
