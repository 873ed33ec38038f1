import type { LandUse } from '../contract';

/** Words that name a use; they come before any code, because codes of two standards contradict each other. */
export const useNames: readonly (readonly [RegExp, LandUse])[] = [
  [/科研|研发|新型产业|research/i, 'research'],
  [/物流|仓储|logistic|warehouse/i, 'logistics'],
  [/工业|工矿|采矿|厂|industr/i, 'industrial'],
  [/商|餐饮|旅馆|金融|办公|commerc|retail/i, 'commercial'],
  [/居住|住宅|宅基|resident/i, 'residential'],
  [/绿地|公园|广场|green|park/i, 'green'],
  [/道路|公路|铁路|交通|街巷|机场|港口|transport|road/i, 'transport'],
  [/水域|河流|湖泊|水库|坑塘|沟渠|滩涂|water/i, 'water'],
  [/耕地|水田|旱地|水浇地|园地|林地|草地|农用|设施农|farm|forest|orchard/i, 'farmland'],
  [/机关|教育|学校|医疗|卫生|文化|体育|公共|公用|社会福利|特殊|public|school/i, 'public'],
];

/** Urban land classes of GB 50137-2011, by their letters. */
export const urbanClasses: readonly (readonly [RegExp, LandUse])[] = [
  [/^A35/i, 'research'],
  [/^M\d?/i, 'industrial'],
  [/^W\d?/i, 'logistics'],
  [/^B\d{0,2}$/i, 'commercial'],
  [/^R\d?/i, 'residential'],
  [/^[AU]\d{0,2}$/i, 'public'],
  [/^G\d?/i, 'green'],
  [/^S\d{0,2}$/i, 'transport'],
  [/^E1/i, 'water'],
  [/^E2/i, 'farmland'],
];

/** Number codes by standard; a column's name tells which one it speaks. Longest prefix first. */
export const numberedClasses: Record<'survey' | 'planning', readonly (readonly [string, LandUse])[]> = {
  // Third national land survey (GB/T 21010-2017 with its working classes).
  survey: [
    ['0508', 'logistics'],
    ['0604', 'logistics'],
    ['0810', 'green'],
    ['1006', 'farmland'],
    ['1104', 'farmland'],
    ['1107', 'water'],
    ['01', 'farmland'],
    ['02', 'farmland'],
    ['03', 'farmland'],
    ['04', 'farmland'],
    ['05', 'commercial'],
    ['06', 'industrial'],
    ['07', 'residential'],
    ['08', 'public'],
    ['09', 'public'],
    ['10', 'transport'],
    ['11', 'water'],
    ['12', 'other'],
  ],
  // Classification for territorial planning and use control (2023).
  planning: [
    ['0802', 'research'],
    ['1101', 'logistics'],
    ['1301', 'public'],
    ['01', 'farmland'],
    ['02', 'farmland'],
    ['03', 'farmland'],
    ['04', 'farmland'],
    ['05', 'water'],
    ['06', 'farmland'],
    ['07', 'residential'],
    ['08', 'public'],
    ['09', 'commercial'],
    ['10', 'industrial'],
    ['11', 'logistics'],
    ['12', 'transport'],
    ['13', 'public'],
    ['14', 'green'],
    ['15', 'public'],
    ['16', 'other'],
    ['17', 'water'],
  ],
};

/** Columns that speak the survey's codes, and columns that speak the plan's. */
export const codeStandards: Record<'survey' | 'planning', readonly string[]> = {
  survey: ['dlbm', '地类编码'],
  planning: ['ydyhfldm', 'ghyt', 'ydxz', '规划用途', '用地性质'],
};
