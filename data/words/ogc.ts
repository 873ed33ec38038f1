import type { Named } from '../contract';
import { exportCellWords } from './exports';

const named = (zh: string, en: string): Named => ({ zh, en });

/** What the collections of `/ogc` are called, and what they hold. */
export const collectionWords = {
  parcels: {
    title: named('地块', 'Parcels'),
    description: named(
      '全部地块：编号、用途、供应状态、面积与所在园区；几何为 CGCS2000 经纬度，未作任何偏移。',
      'All parcels with number, use, supply status, area and park; CGCS2000 degrees, nothing shifted.',
    ),
  },
  parks: {
    title: named('园区', 'Parks'),
    description: named(
      '园区范围，并附集中连片与称号两项判定；资料不足时为 unknown。',
      'Outlines of parks with the verdicts on contiguity and title; unknown where data is missing.',
    ),
  },
  'leftover-plots': {
    title: named('疑似边角地、插花地、夹心地', 'Suspected leftover plots'),
    description: named(
      '园区旁的疑似边角地、插花地、夹心地，含现行类别、判定依据与面积；均为疑似，以主管部门认定为准。',
      'Suspected corner, scattered and enclosed plots beside parks: the class that holds, the reasons and the area; for the bureau to determine.',
    ),
  },
  zones: {
    title: named('县（市、区）与管理区', 'Zones'),
    description: named(
      '规划单元范围。示意界线（schematic = true）不作为划界依据。',
      'Units of the plan. Outlines marked schematic are not for delimitation.',
    ),
  },
  corridors: {
    title: named('廊道与边线', 'Corridors and edges'),
    description: named(
      '道路、铁路、河流、沟渠、绿化带、电力线与规划边线；线要素以宽度代表其用地。',
      'Roads, railways, rivers, ditches, green belts, power lines and planning edges; a line stands for its width of land.',
    ),
  },
} as const;

const { draft, official, accept, change, reject, county, context } = exportCellWords;
/** Kinds of parks, of units, and what a person ruled: in the words that exports use. */
export const parkKindWords = { draft, official } as const;
export const unitKindWords = { county, 'management-zone': exportCellWords['management-zone'], context } as const;
export const decisionWords = { accept, change, reject } as const;

/** What the properties of features are called. */
export const propertyWords = {
  number: named('地块编号', 'Number'),
  name: named('名称', 'Name'),
  name_zh: named('中文名称', 'Chinese name'),
  name_en: named('英文名称', 'English name'),
  unit: named('所属单元', 'Unit'),
  unitName: named('所属单元名称', 'Name of the unit'),
  unitBasis: named('单元归属依据', 'How the unit is known'),
  use: named('用途类别', 'Use group'),
  useCode: named('用地代码', 'Land use code'),
  status: named('供应状态', 'Supply status'),
  tenure: named('权属', 'Tenure'),
  areaMu: named('面积（亩）', 'Area (mu)'),
  areaSquareMetres: named('椭球面积（平方米）', 'Ellipsoidal area (m²)'),
  declaredAreaSquareMetres: named('申报面积（平方米）', 'Declared area (m²)'),
  plotRatio: named('容积率', 'Plot ratio'),
  buildingDensity: named('建筑密度', 'Building density'),
  heightLimitMetres: named('限高（米）', 'Height limit (m)'),
  greenShare: named('绿地率', 'Green share'),
  farmland: named('是否农用地', 'Farmland'),
  park: named('园区编号', 'Park id'),
  parkName: named('园区名称', 'Name of the park'),
  leftover: named('疑似边角、插花、夹心地类别', 'Suspected leftover class'),
  kind: named('类型', 'Kind'),
  theme: named('主题', 'Theme'),
  themeName: named('主题名称', 'Name of the theme'),
  memberCount: named('地块数', 'Parcels'),
  title: named('称号判定', 'Verdict on the title'),
  contiguity: named('集中连片判定', 'Verdict on contiguity'),
  class: named('现行类别', 'Class that holds'),
  found: named('机器研判类别', 'Class found'),
  decision: named('人工认定', 'Ruling'),
  suspected: named('疑似（未经人工认定）', 'Suspected (nobody has ruled)'),
  because: named('判定依据', 'Reasons'),
  missing: named('缺少的资料', 'What is missing'),
  belt: named('片区', 'Belt'),
  beltName: named('片区名称', 'Name of the belt'),
  adcode: named('行政区划代码', 'Administrative code'),
  schematic: named('示意界线', 'Schematic outline'),
  widthMetres: named('宽度（米）', 'Width (m)'),
  source: named('数据来源', 'Source'),
  sourceTitle: named('数据来源名称', 'Title of the source'),
  sample: named('样例数据', 'Sample data'),
  changedAt: named('更新时间', 'Changed at'),
  foundAt: named('研判时间', 'Found at'),
  geometry: named('几何', 'Geometry'),
} as const;

/** Words of the pages and documents of `/ogc`. */
export const ogcWords = {
  service: named('园图 OGC 接口', 'Yuantu OGC API'),
  serviceAbout: named(
    '供 QGIS 等桌面 GIS 直接打开的地块、园区与疑似边角地、插花地、夹心地。不含企业产值、税收与联系方式。',
    'Parcels, parks and suspected leftover plots for desktop GIS. Firms’ output, tax and contacts are never part of it.',
  ),
  illustration: named('示意用途，不作为划界依据。', 'For illustration, not for delimitation.'),
  sampleMark: named('含样例数据，并非真实地块。', 'Holds sample data, not real plots.'),
  about: named('服务说明', 'This service'),
  collections: named('数据集', 'Collections'),
  collection: named('数据集说明', 'The collection'),
  conformance: named('符合的标准', 'Conformance'),
  api: named('接口定义（OpenAPI）', 'API definition (OpenAPI)'),
  items: named('要素', 'Items'),
  asJson: named('JSON', 'As JSON'),
  asHtml: named('网页', 'As a page'),
  queryables: named('可查询字段', 'Queryables'),
  tilesets: named('矢量瓦片', 'Vector tiles'),
  tileset: named('瓦片集', 'Tile set'),
  tile: named('一个瓦片', 'One tile'),
  tilingScheme: named('瓦片矩阵', 'Tile matrix set'),
  tilingSchemes: named('瓦片矩阵列表', 'Tile matrix sets'),
  style: named('MapLibre 样式', 'MapLibre style'),
  licence: named('许可', 'Licence'),
  sources: named('来源', 'Sources'),
  extent: named('范围', 'Extent'),
  count: named('共', 'In all'),
  shown: named('本页', 'On this page'),
  next: named('下一页', 'Next page'),
  field: named('字段', 'Field'),
  meaning: named('含义', 'Meaning'),
  type: named('类型', 'Type'),
  values: named('取值', 'Values'),
  inWords: named('（文字）', ' (in words)'),
  self: named('本文档', 'This document'),
} as const;
