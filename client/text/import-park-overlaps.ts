import { defineText } from './i18n';

/** Words of the parks that share ground with another, in the report on an import. */
export const parkOverlapsText = defineText('import-park-overlaps', {
  zh: {
    none: '写入的园区红线与其他园区没有重叠。',
    count: '{{count}} 处重叠',
    hint: '已写入，请核对：点名称看园区。',
    park: '园区',
    there: '已有园区',
  },
  en: {
    none: 'What was written overlaps the red line of no other park.',
    count: '{{count}} overlaps',
    count_one: '{{count}} overlap',
    hint: 'Written, to be checked: a name opens the park.',
    park: 'Park',
    there: 'was there',
  },
});
