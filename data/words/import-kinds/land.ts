import { controlWords, surroundingWords } from '../vocabulary';
import type { KindWords } from './field-words';
import { segmentValues, unitField, valuesOf } from './field-words';

/** Parks by their red lines. */
export const parkWords: KindWords<'name' | 'unit' | 'theme' | 'platform'> = {
  title: { zh: '园区及红线', en: 'parks and their red lines' },
  telling: { columns: [/园区|产业园|yqmc|park/], likeness: 0.7 },
  layers: { names: /园区|红线|yqhx|park/i, likeness: 0.5 },
  fields: {
    name: {
      title: { zh: '园区名称', en: 'park name' },
      hint: {
        zh: '按名称辨认园区。成员为内点落在红线内的地块，写入时由系统归集。',
        en: 'Parks are told by their names. Members are the parcels whose inner point lies within the red line.',
      },
      required: true,
      varies: true,
      names: ['yqmc', 'yqm', '园区名称', '园区名', '园区', '产业园名称', '名称', 'mc', 'park_name', 'park', 'name'],
    },
    unit: unitField,
    theme: {
      title: { zh: '主题', en: 'theme' },
      hint: { zh: '方案所列细分领域的名称', en: 'a segment that the plan names' },
      values: segmentValues,
      names: ['zdcy', 'zdsd', 'xfsd', 'zt', '主导产业', '主导赛道', '细分赛道', '细分领域', '主题', 'theme', 'segment'],
    },
    platform: {
      title: { zh: '公共平台', en: 'platforms' },
      hint: { zh: '写作「环节：平台名」，多个以顿号隔开', en: 'written as stage: platform, several divided by commas' },
      names: ['ggpt', 'pt', 'cxpt', '公共平台', '创新平台', '平台链', '平台', 'platforms', 'platform'],
    },
  },
};

/** Outlines of the units themselves. */
export const zoneWords: KindWords<'unit'> = {
  title: { zh: '县区与管理区界线', en: 'outlines of counties and zones' },
  telling: { columns: [/^(xzqmc|xzqdm|adcode)$|行政区(名称|代码)/], likeness: 0.45 },
  layers: { names: /县界|区界|行政区|管理区|xzq|xjxz|zone|count(y|ies)/i, likeness: 0.65 },
  fields: {
    unit: {
      ...unitField,
      required: true,
      varies: true,
      hint: {
        zh: '界线替换该单元现有的示意界线；落在变动范围内、县区并非随地块登记的地块将重新归属。',
        en: "Takes the place of the unit's schematic outline; parcels there whose unit was not stored with them are assigned anew.",
      },
      names: [...unitField.names, '名称', 'mc', 'name', 'adcode', 'dm', 'code'],
    },
  },
};

/** Corridors and planning edges. */
export const corridorWords: KindWords<'kind' | 'name' | 'width' | 'number'> = {
  title: { zh: '廊道与规划边线', en: 'corridors and planning edges' },
  telling: { columns: [/^(fclass|highway|lkd|hxkd)$|道路|路名|红线宽|河流|线类/], likeness: 0.6 },
  layers: {
    names: /道路|路网|铁路|高速|水系|河|沟渠|绿化|电力|规划边|road|rail|river|water|corridor/i,
    likeness: 0.65,
  },
  fields: {
    kind: {
      title: { zh: '类别', en: 'kind' },
      hint: {
        zh: '道路、高速公路、铁路、河流、沟渠、绿化带、电力线、规划边线、县界，或地类编码；整个文件同属一类时可给固定值。',
        en: 'Road, expressway, railway, river, ditch, green belt, power line, planning edge, county boundary, or a land class code; where the whole file is of one kind, give that as the value of all.',
      },
      required: true,
      values: valuesOf(surroundingWords, ['parcel']),
      names: [
        'lb',
        'lx',
        'fl',
        'dllx',
        'xsdl',
        'dlmc',
        'dlbm',
        'gxlx',
        '类别',
        '类型',
        '要素类型',
        '要素名称',
        '线类',
        '地类名称',
        '地类编码',
        'kind',
        'type',
        'class',
        'fclass',
        'highway',
      ],
    },
    name: {
      title: { zh: '名称', en: 'name' },
      names: ['mc', 'dlm', 'hlmc', '道路名称', '河流名称', '路名', '名称', 'name'],
    },
    width: {
      title: { zh: '宽度（米）', en: 'width (m)' },
      hint: {
        zh: '线状要素的用地宽度，两侧各半；没有时按规则取该类宽度。',
        en: 'of the land of a line, half to each side; without it the ruleset gives the width of its kind.',
      },
      numeric: true,
      names: [
        'kd',
        'kd_m',
        'lkd',
        'hxkd',
        'hxk',
        '宽度',
        '宽度(米)',
        '路宽',
        '红线宽度',
        '红线宽',
        'width',
        'width_m',
        'widthmetres',
      ],
    },
    number: {
      title: { zh: '编号', en: 'number' },
      varies: true,
      names: ['bh', 'ysbh', 'bsm', '编号', '标识码', '要素编号', 'number', 'osm_id'],
    },
  },
};

/** Control lines of spatial planning. */
export const controlLineWords: KindWords<'kind' | 'level' | 'name' | 'number'> = {
  title: { zh: '控制线', en: 'control lines' },
  telling: { columns: [/控制线|区块线|红线类型|^(kzxlx|kzxlb|qklx|qkjb)$/], likeness: 0.75 },
  layers: {
    names: /基本农田|生态保护红线|生态红线|开发边界|工业.*(区块|控制)线|控制线|yjjbnt|stbhhx|czkfbj|gyqkx|control/i,
    likeness: 0.8,
  },
  fields: {
    kind: {
      title: { zh: '控制线类别', en: 'kind of control line' },
      hint: {
        zh: '永久基本农田、生态保护红线、城镇开发边界、工业产业区块线；整个文件同属一类时可给固定值。',
        en: 'Permanent basic farmland, ecological red line, urban growth boundary, industrial block; where the whole file is of one kind, give that as the value of all.',
      },
      required: true,
      values: valuesOf(controlWords),
      names: [
        'kzxlx',
        'kzxlb',
        'hxlx',
        'qklx',
        'lx',
        'lb',
        '控制线类型',
        '控制线类别',
        '红线类型',
        '区块线类型',
        '类型',
        '类别',
        'kind',
        'type',
      ],
    },
    level: {
      title: { zh: '级别', en: 'level' },
      hint: { zh: '工业产业区块线的级别：一级或二级', en: 'of an industrial block: one or two' },
      values: [
        { value: '1', title: { zh: '一级', en: 'one' } },
        { value: '2', title: { zh: '二级', en: 'two' } },
      ],
      names: ['jb', 'dj', 'qkjb', 'qkxjb', '级别', '等级', '区块线级别', '控制级别', 'level', 'grade'],
    },
    name: {
      title: { zh: '名称', en: 'name' },
      names: ['mc', 'qkmc', 'kzxmc', '区块名称', '名称', 'name'],
    },
    number: {
      title: { zh: '编号', en: 'number' },
      varies: true,
      names: ['bh', 'qkbh', 'bsm', 'jbntbh', '区块编号', '编号', '标识码', 'number'],
    },
  },
};
