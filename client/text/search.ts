import { defineText } from './i18n';

/** Words of the search box. */
export const searchText = defineText('search', {
  zh: {
    label: '搜索',
    placeholder: '单元、园区、地块编号、细分领域、坐标（按 /）',
    unit: '培育单元',
    park: '园区',
    parcel: '地块',
    carrier: '承载园区（方案点名）',
    segment: '细分领域',
    coordinate: '坐标',
    firm: '企业',
    more: '共 {{total}} 条，列出前 {{shown}} 条，请再输入几个字',
    searching: '正在查找…',
    nothing:
      '没有找到“{{text}}”。可以输入单元、园区、地块编号、细分领域的名称，或坐标，如 118.6, 24.9、118°36′ 24°54′、500000 2755000。',
    failed: '查找没有成功：{{message}}',
  },
  en: {
    label: 'Search',
    placeholder: 'Unit, park, parcel number, segment, coordinate (press /)',
    unit: 'Units',
    park: 'Parks',
    parcel: 'Parcels',
    carrier: 'Carriers named by the plan',
    segment: 'Segments',
    coordinate: 'Coordinate',
    firm: 'Firms',
    more: '{{total}} in all, the first {{shown}} shown; type a little more',
    searching: 'Searching…',
    nothing:
      'Nothing found for “{{text}}”. Try the name of a unit, park or segment, a parcel number, or a coordinate such as 118.6, 24.9, 118°36′ 24°54′ or 500000 2755000.',
    failed: 'The search failed: {{message}}',
  },
});
