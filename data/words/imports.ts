import type { Named } from '../contract';
import { kindReasons } from './import-kinds/reasons';

/** What is wrong and what to do about it; `{name}` is filled from the arguments that travel with the code. */
export interface Reason {
  title: Named;
  message: Named;
  remedy: Named;
}

const checkSource: Named = {
  zh: '请在原软件中修正该图形后重新导出，或仅导出该条后补录。',
  en: 'Mend the shape in the software it came from and export it again, or export this record alone and add it.',
};

/** Why a record is held back. */
export const recordReasons = {
  ...kindReasons,
  'geometry-missing': {
    title: { zh: '没有图形', en: 'no shape' },
    message: { zh: '第 {record} 条（{number}）没有图形。', en: 'Record {record} ({number}) has no shape.' },
    remedy: { zh: '请补上界址范围后重新导入。', en: 'Draw its outline and import it again.' },
  },
  'not-polygon': {
    title: { zh: '不是面', en: 'not a polygon' },
    message: {
      zh: '第 {record} 条（{number}）是 {type}，不是面状图形。',
      en: 'Record {record} ({number}) is a {type}, not a polygon.',
    },
    remedy: { zh: '地块须为面；请先将线构面后导出。', en: 'A parcel is a polygon; build polygons from lines first.' },
  },
  'wrong-shape': {
    title: { zh: '图形类型不符', en: 'wrong kind of shape' },
    message: {
      zh: '第 {record} 条（{number}）是 {type}，不是这类数据应有的图形。',
      en: 'Record {record} ({number}) is a {type}, which this kind of data is not drawn as.',
    },
    remedy: {
      zh: '请核对导入类别，或只导出相应的图层。',
      en: 'Check what is being imported, or export the right layer.',
    },
  },
  'line-too-short': {
    title: { zh: '线只有一个点', en: 'line of one point' },
    message: {
      zh: '第 {record} 条（{number}）的线不足两个不同的点。',
      en: 'Record {record} ({number}) has a line of fewer than two different points.',
    },
    remedy: checkSource,
  },
  'coordinate-not-finite': {
    title: { zh: '坐标不是数', en: 'coordinate is not a number' },
    message: {
      zh: '第 {record} 条（{number}）含有不是数的坐标。',
      en: 'Record {record} ({number}) holds a coordinate that is not a number.',
    },
    remedy: checkSource,
  },
  'ring-too-short': {
    title: { zh: '界址点不足', en: 'too few points' },
    message: {
      zh: '第 {record} 条（{number}）有一圈不足三个不同的点。',
      en: 'Record {record} ({number}) has a ring of fewer than three different points.',
    },
    remedy: checkSource,
  },
  'ring-unclosed': {
    title: { zh: '界线未闭合', en: 'ring not closed' },
    message: {
      zh: '第 {record} 条（{number}）的界线首尾不相接。',
      en: 'The outline of record {record} ({number}) does not end where it begins.',
    },
    remedy: checkSource,
  },
  'self-crossing': {
    title: { zh: '界线自相交', en: 'outline crosses itself' },
    message: {
      zh: '第 {record} 条（{number}）的界线在 {place} 处自相交。',
      en: 'The outline of record {record} ({number}) crosses itself at {place}.',
    },
    remedy: checkSource,
  },
  'shape-invalid': {
    title: { zh: '图形有误', en: 'faulty shape' },
    message: {
      zh: '第 {record} 条（{number}）图形有误（{detail}），位置 {place}。',
      en: 'The shape of record {record} ({number}) is faulty ({detail}) at {place}.',
    },
    remedy: checkSource,
  },
  'no-area': {
    title: { zh: '没有面积', en: 'no area' },
    message: {
      zh: '第 {record} 条（{number}）的图形面积不足 0.01 平方米。',
      en: 'The shape of record {record} ({number}) covers less than 0.01 m².',
    },
    remedy: checkSource,
  },
  'outside-extent': {
    title: { zh: '超出规划范围', en: 'outside the planning extent' },
    message: {
      zh: '第 {record} 条（{number}）位于 {place}，超出规划范围。',
      en: 'Record {record} ({number}) lies at {place}, outside the planning extent.',
    },
    remedy: {
      zh: '请核对坐标系与带号；确属范围外的地块请从文件中剔除。',
      en: 'Check the coordinate system and zone; leave out parcels that truly lie elsewhere.',
    },
  },
  'number-missing': {
    title: { zh: '缺地块编号', en: 'no parcel number' },
    message: {
      zh: '第 {record} 条在「{column}」列没有编号。',
      en: 'Record {record} has no number in column “{column}”.',
    },
    remedy: { zh: '请补填编号，或改选编号所在的列。', en: 'Fill in the number, or choose another column for it.' },
  },
  'number-too-long': {
    title: { zh: '编号过长', en: 'number too long' },
    message: {
      zh: '第 {record} 条的编号超过 {limit} 个字。',
      en: 'The number of record {record} is longer than {limit} characters.',
    },
    remedy: { zh: '请核对编号所在的列。', en: 'Check which column holds the number.' },
  },
  'duplicate-number': {
    title: { zh: '编号重复', en: 'number used twice' },
    message: {
      zh: '编号 {number} 在文件中出现 {count} 次（第 {records} 条），图形或内容不同，无法判断以哪条为准。',
      en: 'Number {number} stands {count} times in the file (records {records}) with different shapes or values; which one holds cannot be told.',
    },
    remedy: {
      zh: '请确定保留哪一条、更正其余编号后重新导入。',
      en: 'Decide which one holds, correct the others and import again.',
    },
  },
  'duplicate-record': {
    title: { zh: '记录重复', en: 'record repeated' },
    message: {
      zh: '第 {record} 条与第 {first} 条编号（{number}）和内容完全相同，只收第一条。',
      en: 'Record {record} repeats record {first}: same number ({number}), same content. Only the first is taken.',
    },
    remedy: {
      zh: '无需处理；也可在原文件中删去重复条目。',
      en: 'Nothing needs doing; you may delete the repeat at its source.',
    },
  },
  'number-taken': {
    title: { zh: '编号已在库中', en: 'number already in the register' },
    message: {
      zh: '第 {record} 条的编号 {number} 已由「{file}」导入。',
      en: 'Number {number} of record {record} has already come in with “{file}”.',
    },
    remedy: {
      zh: '如需更新，请先撤销原来的导入；否则请更正编号。',
      en: 'To replace it, withdraw the earlier import first; otherwise correct the number.',
    },
  },
  'number-ambiguous': {
    title: { zh: '库中编号不唯一', en: 'number carried by several' },
    message: {
      zh: '库中有 {count} 宗地块的编号都是 {number}，第 {record} 条不知应更新哪一宗。',
      en: '{count} parcels carry number {number}, so it cannot be told which one record {record} should write over.',
    },
    remedy: { zh: '请先更正库中的重复编号。', en: 'Correct the numbers that stand twice first.' },
  },
  'record-damaged': {
    title: { zh: '记录损坏', en: 'record damaged' },
    message: {
      zh: '第 {record} 条在文件中已损坏：{detail}。',
      en: 'Record {record} is damaged in the file: {detail}.',
    },
    remedy: { zh: '请从原软件重新导出。', en: 'Export the file again from the software it came from.' },
  },
  'line-unreadable': {
    title: { zh: '有一行读不出', en: 'a line cannot be read' },
    message: {
      zh: '第 {record} 条（{number}）在文件第 {line} 行读不出：「{text}」。',
      en: 'Record {record} ({number}) cannot be read at line {line} of the file: “{text}”.',
    },
    remedy: { zh: '请按行号更正后重新导入。', en: 'Correct that line and import the file again.' },
  },
  'points-differ': {
    title: { zh: '界址点数不符', en: 'count of points differs' },
    message: {
      zh: '第 {record} 条（{number}）在第 {line} 行声明 {declared} 个界址点，实有 {found} 个。',
      en: 'Record {record} ({number}) declares {declared} points at line {line}; {found} are there.',
    },
    remedy: { zh: '请核对是否缺行或多行。', en: 'Check whether rows are missing or too many.' },
  },
  'points-without-plot': {
    title: { zh: '坐标没有地块', en: 'points without a plot' },
    message: {
      zh: '从第 {line} 行起的坐标之前没有地块首行，不知属于哪个地块。',
      en: 'The points from line {line} on follow no header row, so whose they are is not known.',
    },
    remedy: { zh: '请补上以 @ 结尾的地块首行。', en: 'Add the header row of the plot, ending in @.' },
  },
  'summary-row': {
    title: { zh: '合计或附注行', en: 'a total or note' },
    message: {
      zh: '第 {record} 条（第 {line} 行「{text}」）是合计或附注，不是一条数据。',
      en: 'Record {record} (line {line}, “{text}”) is a total or note, not a record.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'cells-differ': {
    title: { zh: '列数不符', en: 'count of cells differs' },
    message: {
      zh: '第 {record} 条（第 {line} 行）有 {found} 格，表头有 {expected} 列，各值可能错位。',
      en: 'Record {record} (line {line}) has {found} cells under a header of {expected}; its values may have shifted.',
    },
    remedy: { zh: '请核对该行的分隔符与引号。', en: 'Check the separators and quotation marks of that line.' },
  },
  'record-deleted': {
    title: { zh: '已标记删除', en: 'marked as deleted' },
    message: {
      zh: '第 {record} 条在 .dbf 中已标记删除，图形仍在。',
      en: 'Record {record} is marked as deleted in the .dbf while its shape is still there.',
    },
    remedy: {
      zh: '如应保留，请在原软件中恢复后重新导出。',
      en: 'If it should stay, restore it at its source and export again.',
    },
  },
} as const satisfies Record<string, Reason>;
export type RecordReason = keyof typeof recordReasons;
