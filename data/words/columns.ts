import type { ParcelField, PlotStatus, Tenure } from '../contract';
import { type ExportColumn, exportColumns } from './exports';

/** The names by which our own exports call a column, as guessing compares them: half-width, lower case. */
export const ownNames = (column: ExportColumn): string[] => {
  const { short, zh, en } = exportColumns[column];
  return [short, zh, en].map((name) => name.normalize('NFKC').toLowerCase());
};

/**
 * Names of the area that a file declares, beside one that it was computed to have: where a column goes by one of them,
 * even an empty one, no other is taken for it.
 */
export const declaredAreaNames: readonly string[] = [...ownNames('declared'), '申报面积', 'declared_area'];

/** Names of columns of land use codes. */
const useCodeNames: readonly string[] = [...ownNames('useCode'), 'ydyhfldm', '用地代码', 'use_code'];

/**
 * Names that columns of bureau files go by, likeliest first, half-width, lower case: pinyin initials of the land database
 * standards (TD/T 1016, TD/T 1057), Chinese, English, the French cadastre's, and those of our own exports.
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
    ...ownNames('number'),
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
    ...ownNames('name'),
  ],
  area: [
    ...declaredAreaNames,
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
    ...ownNames('squareMetres'),
  ],
  // Words before codes: a column of codes beside one of words fills the code.
  use: [
    'ydxz',
    'tdyt',
    'dlmc',
    'ghyt',
    'ydyhflmc',
    'yt',
    '土地用途',
    '用地性质',
    '规划用途',
    '地块用途',
    '地类名称',
    '用途',
    'land_use',
    'landuse',
    'use',
    ...useCodeNames,
  ],
  useCode: useCodeNames,
  status: [
    'dkzt',
    'tdzt',
    'kfzt',
    'gyzt',
    'zt',
    '地块状态',
    '供应状态',
    '开发状态',
    '状态',
    'status',
    ...ownNames('status'),
  ],
  tenure: [
    'qsxz',
    'qlxz',
    'syqxz',
    'tdsyqlx',
    '权属性质',
    '权利性质',
    '所有权性质',
    'tenure',
    'ownership',
    ...ownNames('tenure'),
  ],
  unit: [
    'xzqmc',
    'xzqdm',
    'xqmc',
    'ssqx',
    'qx',
    '行政区',
    '行政区名称',
    '所属区县',
    '县区',
    '区县',
    'county',
    'unit',
    ...ownNames('unit'),
  ],
  plotRatio: ['rjl', 'rjlsx', '容积率', 'plot_ratio', 'far', ...ownNames('plotRatio')],
  buildingDensity: ['jzmd', '建筑密度', 'building_density', 'coverage', ...ownNames('density')],
  heightLimit: ['jzxg', 'xg', 'jzgd', '建筑限高', '限高', '建筑高度', 'height_limit', 'height', ...ownNames('height')],
  greenShare: ['ldl', '绿地率', 'green_share', 'green_ratio', ...ownNames('green')],
  price: ['cjj', 'cjjg', 'crj', 'jg', 'zj', '成交价', '成交价格', '出让金', '价格', 'price', ...ownNames('price')],
  farmland: ['sfnyd', 'sfgd', '是否耕地', '是否农用地', 'farmland', ...ownNames('farmland')],
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

/** Words that say of a value that it is not known, those of our own exports among them. */
export const unknownNames =
  /^(权属|状态|用途)?(未知|不明|不详|未填|未填写|待定|资料不足)$|^(tenure )?(not known|unknown)$|^n\/a$|^[-—/]+$/i;

/** Words and codes that name a tenure; the codes are those of QSXZ in the third national survey. */
export const tenureNames: readonly (readonly [RegExp, Tenure])[] = [
  [/国有|^(10|20|21|G)$|state/i, 'state'],
  [/集体|^(30|31|32|33|34|40|41|J)$|collective/i, 'collective'],
];
