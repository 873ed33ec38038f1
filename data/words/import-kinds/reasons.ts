import type { Named } from '../../contract';
import type { Reason } from '../imports';

const reason = (title: Named, message: Named, remedy: Named): Reason => ({ title, message, remedy });
const fillIn: Named = {
  zh: '请补填后重新导入，或改选对应的列。',
  en: 'Fill it in and import again, or choose another column for it.',
};
const correct: Named = {
  zh: '请在表中更正后重新导入，或在此处改正。',
  en: 'Correct it in the table and import again, or mend it here.',
};
const useUpdate: Named = {
  zh: '如需更新，请选「按编号更新」或「替换」；否则请剔除该条。',
  en: 'To change it, choose to update or to replace; else leave the record out.',
};

/** Why a record of a kind other than parcels is held back. */
export const kindReasons = {
  'value-missing': reason(
    { zh: '缺必填项', en: 'a needed value is missing' },
    { zh: '第 {record} 条没有「{column}」。', en: 'Record {record} has no {column}.' },
    fillIn,
  ),
  'kind-unreadable': reason(
    { zh: '类别认不出', en: 'kind not recognised' },
    { zh: '第 {record} 条的类别「{value}」认不出。', en: 'The kind of record {record}, “{value}”, is not known.' },
    correct,
  ),
  'width-negative': reason(
    { zh: '宽度有误', en: 'width cannot be' },
    {
      zh: '第 {record} 条的宽度「{value}」不是不小于零的数。',
      en: 'The width of record {record}, “{value}”, is not a number of zero or more.',
    },
    correct,
  ),
  'uscc-invalid': reason(
    { zh: '信用代码有误', en: 'credit code is wrong' },
    {
      zh: '第 {record} 条的统一社会信用代码「{value}」不合 GB 32100 的位数或校验码。',
      en: 'The credit code of record {record}, “{value}”, fails the length or the check character of GB 32100.',
    },
    { zh: '请向企业核对代码后更正。', en: 'Check the code with the firm and correct it.' },
  ),
  'grade-unreadable': reason(
    { zh: '等级认不出', en: 'grade not recognised' },
    { zh: '第 {record} 条的等级「{value}」认不出。', en: 'The grade of record {record}, “{value}”, is not known.' },
    {
      zh: '请写作创新型、专精特新、小巨人或科技型，多个以顿号隔开。',
      en: 'Write innovative, specialized, little giant or technology, divided by commas.',
    },
  ),
  'grade-undated': reason(
    { zh: '等级缺认定日期', en: 'grade without a date' },
    {
      zh: '第 {record} 条的等级「{value}」没有认定日期，无法判断是否有效。',
      en: 'The grade “{value}” of record {record} has no date of award, so its validity cannot be told.',
    },
    { zh: '请补填认定日期（到日）。', en: 'Fill in the date of award, to the day.' },
  ),
  'date-unreadable': reason(
    { zh: '日期读不出', en: 'date cannot be read' },
    {
      zh: '第 {record} 条「{column}」的「{value}」不是到日的日期。',
      en: '{column} of record {record}, “{value}”, is not a date to the day.',
    },
    { zh: '请写作 2024-05-31 或 2024年5月31日。', en: 'Write it as 2024-05-31.' },
  ),
  'dates-reversed': reason(
    { zh: '有效期先后颠倒', en: 'dates the wrong way round' },
    {
      zh: '第 {record} 条的有效期止于 {until}，早于认定日期 {from}。',
      en: 'The grade of record {record} ends on {until}, before its award on {from}.',
    },
    correct,
  ),
  'year-unreadable': reason(
    { zh: '年度有误', en: 'year cannot be' },
    {
      zh: '第 {record} 条的年度「{value}」不是 {least} 至 {most} 之间的年份。',
      en: 'The year of record {record}, “{value}”, is not one from {least} to {most}.',
    },
    correct,
  ),
  'year-missing': reason(
    { zh: '没有年度', en: 'no year' },
    {
      zh: '文件没有年度：没有选年度列，「{column}」的表头也没有写年份（第 {record} 条）。',
      en: 'The file has no year: no column is chosen for it, nor does the header “{column}” name one (record {record}).',
    },
    { zh: '请改选年度列，或为年度给固定值。', en: 'Choose a column for the year, or give one value for all.' },
  ),
  'figures-missing': reason(
    { zh: '没有数值', en: 'no figure' },
    { zh: '第 {record} 条没有任何可写入的数值。', en: 'Record {record} holds no figure to write.' },
    fillIn,
  ),
  // Without the value: it may be a firm's output or tax.
  'amount-unreadable': reason(
    { zh: '数值读不出', en: 'figure cannot be read' },
    {
      zh: '第 {record} 条「{column}」列的值不是数。',
      en: 'The value of record {record} in column “{column}” is not a number.',
    },
    correct,
  ),
  'amount-negative': reason(
    { zh: '数值为负', en: 'negative figure' },
    {
      zh: '第 {record} 条「{column}」列的值小于零。',
      en: 'The value of record {record} in column “{column}” is below zero.',
    },
    correct,
  ),
  'money-unit-unknown': reason(
    { zh: '金额单位不明', en: 'unit of money not told' },
    {
      zh: '第 {record} 条「{column}」列没有写明是元还是万元。',
      en: 'Column “{column}” of record {record} does not tell its unit of money.',
    },
    {
      zh: '请把表头写成「产值（万元）」，或在「金额单位」处填写。',
      en: 'Write the unit in the header, or give it as the unit of money.',
    },
  ),
  'measure-unit-unknown': reason(
    { zh: '计量单位不明', en: 'unit of measure not told' },
    {
      zh: '第 {record} 条「{column}」列没有写明该资源的计量单位（{value}）。',
      en: 'Column “{column}” of record {record} does not tell a unit that measures this resource ({value}).',
    },
    {
      zh: '请在表头、单元格或「计量单位」处写明亩、公顷、吨标准煤、吨等。',
      en: 'Write mu, hectares, tce or t in the header, the cell or the unit of measure.',
    },
  ),
  'unit-unknown': reason(
    { zh: '县区不明', en: 'unit not known' },
    {
      zh: '第 {record} 条的县区「{value}」不在方案的单元之列。',
      en: 'The unit of record {record}, “{value}”, is none that the plan knows.',
    },
    { zh: '请写单元全称或行政区划代码。', en: "Write the unit's full name or code." },
  ),
  'plot-unknown': reason(
    { zh: '地块不明', en: 'parcel not known' },
    {
      zh: '第 {record} 条所在地块「{value}」不在库中。',
      en: 'The parcel of record {record}, “{value}”, is not in the register.',
    },
    { zh: '请先导入该地块，或更正编号。', en: 'Import that parcel first, or correct its number.' },
  ),
  'plot-ambiguous': reason(
    { zh: '地块编号不唯一', en: 'parcel number used twice' },
    {
      zh: '第 {record} 条所在地块「{value}」在库中不止一块。',
      en: 'The register holds more than one parcel “{value}”, named by record {record}.',
    },
    {
      zh: '请改用经纬度，或先理清重复的编号。',
      en: 'Give longitude and latitude instead, or clear up the repeated number first.',
    },
  ),
  'location-partial': reason(
    { zh: '坐标有误', en: 'place cannot be read' },
    {
      zh: '第 {record} 条的坐标不成对，或读不成数。',
      en: 'The coordinates of record {record} are not a pair of numbers.',
    },
    {
      zh: '请更正，或改填以度为单位的经纬度；平面坐标请按「按坐标成图」的图层读取。',
      en: 'Correct them, or give longitude and latitude in degrees; coordinates of a plane are read from the drawn layer.',
    },
  ),
  'firm-unknown': reason(
    { zh: '企业不在库中', en: 'firm not known' },
    {
      zh: '第 {record} 条的企业（{number}）不在库中。',
      en: 'The firm of record {record} ({number}) is not in the register.',
    },
    { zh: '请先导入企业名录。', en: 'Import the list of firms first.' },
  ),
  'firm-name-missing': reason(
    { zh: '新企业缺名称', en: 'a new firm without a name' },
    {
      zh: '第 {record} 条（{number}）是新企业，没有名称。',
      en: 'Record {record} ({number}) is a new firm without a name.',
    },
    fillIn,
  ),
  'key-taken': reason(
    { zh: '库中已有', en: 'already there' },
    {
      zh: '第 {record} 条（{number}）已由「{file}」导入。',
      en: 'Record {record} ({number}) has already come in with “{file}”.',
    },
    useUpdate,
  ),
  'key-ambiguous': reason(
    { zh: '库中同名不止一个', en: 'name held by more than one' },
    {
      zh: '第 {record} 条（{number}）在库中不止一个，无法判断更新哪一个。',
      en: 'More than one in the register goes by {number} (record {record}); which one is meant cannot be told.',
    },
    { zh: '请先理清库中的重复。', en: 'Clear up the repetition in the register first.' },
  ),
  'key-repeated': reason(
    { zh: '同一事项重复', en: 'stated more than once' },
    {
      zh: '第 {record} 条与第 {first} 条说的是同一事项（{number}），无法判断以哪条为准。',
      en: 'Records {record} and {first} state the same thing ({number}); which one holds cannot be told.',
    },
    { zh: '请保留一条后重新导入。', en: 'Keep one of them and import again.' },
  ),
} as const satisfies Record<string, Reason>;
