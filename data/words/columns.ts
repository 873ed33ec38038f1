import type { LandUse, ParcelField, PlotStatus, Tenure } from '../contract';

/**
 * Names that columns of bureau files go by, likeliest first, lower case: pinyin initials of the land database
 * standards (TD/T 1016, TD/T 1057), Chinese, English, and the French cadastre's.
 */
export const columnNames: Record<ParcelField, readonly string[]> = {
  number: [
    'dkbh',
    'zddm',
    'zdh',
    'bdcdyh',
    'djh',
    'zdbh',
    'dkdm',
    'dkh',
    'dzjgh',
    '宗地代码',
    '宗地编号',
    '宗地号',
    '地块编号',
    '地块代码',
    '地块号',
    '不动产单元号',
    '地籍号',
    '编号',
    'parcel_no',
    'parcel_number',
    'parcelno',
    'parcel_id',
    'parcelid',
    'plot_no',
    'number',
  ],
  name: [
    'dkmc',
    'zdmc',
    'xmmc',
    'mc',
    'tdzl',
    'zl',
    '地块名称',
    '宗地名称',
    '项目名称',
    '名称',
    '坐落',
    'parcel_name',
    'name',
  ],
  area: [
    'dkmj',
    'zdmj',
    'scmj',
    'tdmj',
    'fzmj',
    'jzmj_td',
    'ydmj',
    'mj',
    '宗地面积',
    '地块面积',
    '实测面积',
    '土地面积',
    '用地面积',
    '面积',
    'contenance',
    'area_m2',
    'area_mu',
    'area_ha',
    'area',
    'shape_area',
  ],
  use: [
    'ydxz',
    'tdyt',
    'dlbm',
    'dlmc',
    'ghyt',
    'ydyhfldm',
    'ydyhflmc',
    'yt',
    '土地用途',
    '用地性质',
    '规划用途',
    '地类名称',
    '地类编码',
    '用途',
    'land_use',
    'landuse',
    'use',
  ],
  status: ['dkzt', 'tdzt', 'kfzt', 'gyzt', 'zt', '地块状态', '供应状态', '开发状态', '状态', 'status'],
  tenure: ['qsxz', 'qlxz', 'syqxz', 'tdsyqlx', '权属性质', '权利性质', '所有权性质', 'tenure', 'ownership'],
  unit: ['xzqmc', 'xzqdm', 'xqmc', 'ssqx', 'qx', '行政区', '行政区名称', '所属区县', '县区', '区县', 'county', 'unit'],
  plotRatio: ['rjl', 'rjlsx', '容积率', 'plot_ratio', 'far'],
  buildingDensity: ['jzmd', '建筑密度', 'building_density', 'coverage'],
  heightLimit: ['jzxg', 'xg', 'jzgd', '建筑限高', '限高', '建筑高度', 'height_limit', 'height'],
  greenShare: ['ldl', '绿地率', 'green_share', 'green_ratio'],
  price: ['cjj', 'cjjg', 'crj', 'jg', 'zj', '成交价', '成交价格', '出让金', '价格', 'price'],
  farmland: ['sfnyd', 'sfgd', '是否耕地', '是否农用地', 'farmland'],
};

/** Words that name a status. */
export const statusNames: readonly (readonly [RegExp, PlotStatus])[] = [
  [/批而未供|已批未供/, 'approved-not-supplied'],
  [/供而未用|供而未建|未开工/, 'supplied-not-started'],
  [/正在供应|挂牌|公告|出让中/, 'on-offer'],
  [/在建|建设中|已开工/, 'under-construction'],
  [/投产|已建成|竣工|生产/, 'in-production'],
  [/低效/, 'inefficient'],
  [/闲置/, 'idle'],
  [/收储|收回|储备/, 'taken-back'],
  [/规划|拟供|待批/, 'planned'],
];

/** Words and codes that name a tenure; the codes are those of QSXZ in the third national survey. */
export const tenureNames: readonly (readonly [RegExp, Tenure])[] = [
  [/国有|^(10|20|21|G)$|state/i, 'state'],
  [/集体|^(30|31|32|33|34|40|41|J)$|collective/i, 'collective'],
];

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
