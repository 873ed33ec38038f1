import type { Grade } from '../contract/vocabulary';
import { gradeWords } from './vocabulary';

/** What the findings of the title and separate-supply tests say. `{name}` is filled from the message's arguments. */
const findings = {
  'after-targets': {
    zh: '判定日晚于方案目标期末 {date}，方案其后是否仍然有效，尚不可知。',
    en: 'The day is after the plan’s targets end ({date}); whether the plan is in force later is not known.',
  },
  suspected: { zh: '系统研判，待主管部门认定。', en: 'Suspected by the machine, for the bureau to determine.' },
  'firms-short': { zh: '还差 {count} 家。', en: '{count} more needed.' },
  'uscc-invalid': {
    zh: '企业 {firm} 的统一社会信用代码 {uscc} 校验不符，请核实；暂按所填代码计一家。',
    en: 'The code {uscc} of firm {firm} fails its checksum: check it. It is counted by the code as given.',
  },
  'firm-identity': {
    zh: '企业 {firm}（代码 {uscc} 校验不符）与他家同名，可能是同一家，请核实。',
    en: 'Firm {firm} (code {uscc} fails its checksum) has the name of another and may be the same: check it.',
  },
  'firms-merged': {
    zh: '{count} 条重复记录已按统一社会信用代码合并，一家只计一次。',
    en: '{count} repeated records were merged by code; one firm counts once.',
  },
  'technology-not-counted': {
    zh: '{count} 家只有科技型中小企业资格，按现行口径不计入。',
    en: '{count} firms are technology SMEs only and are not counted under the present reading.',
  },
  'technology-counted': {
    zh: '科技型中小企业按现行口径计为创新型以上。',
    en: 'Technology SMEs count as innovative under the present reading.',
  },
  'contiguity-by-assumption': {
    zh: '方案未给距离；按最大间距 {maxGapMetres} 米研判。',
    en: 'The plan gives no distance; read with gaps of up to {maxGapMetres} m.',
  },
  'contiguity-ruling': {
    zh: '基本连片（最大一片 {share}）：是否视为集中连片，须主管部门认定。',
    en: 'Nearly contiguous (largest piece {share}): whether that will do is for the bureau to rule.',
  },
  'gap-contents': {
    zh: '{from} 与 {to} 之间（宽 {widthMetres} 米）有何地物不详。',
    en: 'What lies between {from} and {to} ({widthMetres} m apart) is not known.',
  },
  'gap-blocked': {
    zh: '{from} 与 {to} 相距 {widthMetres} 米，不能连接。',
    en: '{from} and {to}, {widthMetres} m apart, cannot be joined.',
  },
  'kept-apart-barrier': {
    zh: '分隔各片的都是不可跨越的障碍（高速公路、铁路、河流或县界等）。',
    en: 'Barriers alone (expressway, railway, river, county boundary or the like) keep its pieces apart.',
  },
  'kept-apart-occupied': {
    zh: '分隔各片的都是他人地块。',
    en: 'Other people’s plots alone keep its pieces apart.',
  },
  'kept-apart-too-wide': {
    zh: '各片间距都超过 {maxGapMetres} 米。',
    en: 'Its pieces are kept apart by width alone: every gap exceeds {maxGapMetres} m.',
  },
  'kept-apart-unknown': {
    zh: '能否连片，只取决于尚不清楚的间隙内容。',
    en: 'Whether its pieces join hangs only on gaps whose contents are not known.',
  },
  'join-skipped': {
    zh: '园区有 {members} 宗地块，超过 {limit} 宗，未搜索可并入的地块。',
    en: 'With {members} plots, more than {limit}, the search for plots that would join it was left out.',
  },
  'crosses-unit': {
    zh: '园区跨越培育单元：{units}，须认定。',
    en: 'The park reaches over unit lines ({units}), for a ruling.',
  },
  'output-missing': { zh: '缺企业 {firm} {year} 年产值。', en: 'The {year} output of firm {firm} is missing.' },
  'output-negative': {
    zh: '企业 {firm} {year} 年产值为负，按缺失处理。',
    en: 'The {year} output of firm {firm} is negative and is taken as missing.',
  },
  'output-conflict': {
    zh: '企业 {firm} {year} 年产值各记录不一致，按缺失处理。',
    en: 'Records differ on the {year} output of firm {firm}; it is taken as missing.',
  },
  'output-none': {
    zh: '{year} 年园区没有产值，占比无从计算。',
    en: 'The park has no output in {year}: there is nothing to take a share of.',
  },
  'firms-none': { zh: '园区内没有企业记录。', en: 'No firm is on record in the park.' },
  'output-year': { zh: '按 {year} 年产值计算。', en: 'By the output of {year}.' },
  'share-near-limit': {
    zh: '占比 {share}，与限值 {limit} 十分接近。',
    en: 'The share is {share}, very near the limit of {limit}.',
  },
  'missing-cannot-change': {
    zh: '所缺数字无论多少都不影响本项结论。',
    en: 'Whatever the missing figures are, they could not change this answer.',
  },
  'value-at-least': { zh: '所列数值为下限。', en: 'The value shown is a lower bound.' },
  'value-at-most': { zh: '所列数值为上限。', en: 'The value shown is an upper bound.' },
  'grades-missing': { zh: '缺企业等级记录。', en: 'The firm’s grades are missing.' },
  'leader-missing': { zh: '缺龙头企业认定。', en: 'A ruling on whether it is a leader is missing.' },
  'link-missing': { zh: '缺所处产业链环节。', en: 'Its link in the chain is missing.' },
  'link-ruling': {
    zh: '不在所列四个环节之内；是否属“等”所指，须认定。',
    en: 'Not one of the four links listed; whether it is of the kind is for a ruling.',
  },
  'drives-chain-missing': { zh: '缺牵引带动力认定。', en: 'A ruling on whether it drives its chain is missing.' },
  'expands-missing': { zh: '缺增资扩产需求。', en: 'Whether it needs to expand is not on record.' },
  'tax-missing': { zh: '缺 {year} 年纳税额。', en: 'The tax of {year} is missing.' },
  'tax-negative': {
    zh: '{year} 年纳税额为负，按缺失处理。',
    en: 'The tax of {year} is negative and is taken as missing.',
  },
  'tax-years': { zh: '按 {from}—{to} 年三个完整年度的平均值计算。', en: 'The mean of the full years {from} to {to}.' },
  'may-apply-only': {
    zh: '符合者可以申请单独供地，是否供地由供地小组“一企一策”决定。',
    en: 'Meeting the tests allows an application; whether land is supplied is decided case by case.',
  },
  'unit-missing': {
    zh: '缺所在培育单元，办理层级不明。',
    en: 'Its unit is not on record, so that who handles it is not known.',
  },
  'counted-specialized': {
    zh: '{grade}资格在 {date} 有效，计入。',
    en: 'Holds a valid grade ({grade}) on {date}: counted.',
  },
  'not-counted-grade': {
    zh: '{date} 没有有效的专精特新资格，不计入。',
    en: 'No specialized grade is valid on {date}: not counted.',
  },
  'not-counted-outside': { zh: '不在园区范围内，不计入。', en: 'Outside the park: not counted.' },
  'not-counted-identity': { zh: '可能与他家重复，暂不计入。', en: 'May be the same firm as another: not counted yet.' },
} as const;

export type FindingCode = keyof typeof findings;
/** One statement of a finding, before it is said in a language. */
export interface FindingMessage {
  readonly code: FindingCode;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Says a finding's statement in the reader's language. */
export function sayFinding({ code, args = {} }: FindingMessage, lang: 'zh' | 'en'): string {
  return findings[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(args[name] ?? '');
    return name === 'grade' ? (gradeWords[value as Grade]?.[lang] ?? value) : value;
  });
}

/** What is wrong with a geometry, and what to do about it. */
export const faultWords = {
  empty: { zh: '没有图形，请补充。', en: 'There is no geometry; supply one.' },
  'not-polygon': { zh: '不是面（Polygon 或 MultiPolygon）。', en: 'Not a polygon or multipolygon.' },
  'not-line-or-polygon': { zh: '不是线或面。', en: 'Neither lines nor polygons.' },
  'not-finite': { zh: '坐标不是有限的数。', en: 'A coordinate is not a finite number.' },
  'out-of-range': {
    zh: '经纬度超出范围（经度在前，±180；纬度在后，±90）。',
    en: 'Out of range: longitude first (±180), then latitude (±90).',
  },
  'outside-extent': {
    zh: '在规划范围之外，请检查坐标系与坐标顺序。',
    en: 'Outside the planning extent; check the datum and the order of coordinates.',
  },
  unclosed: {
    zh: '环没有闭合，末点须与首点相同。',
    en: 'A ring is not closed; its last position must repeat the first.',
  },
  'too-few-points': { zh: '点数不足。', en: 'Too few positions.' },
  'no-area': { zh: '面积为零。', en: 'Encloses no area.' },
  'self-crossing': {
    zh: '边界自相交，请在所示位置修正。',
    en: 'The boundary crosses itself; mend it at the place shown.',
  },
  'hole-outside': { zh: '内环超出外环。', en: 'A hole reaches outside its outer ring.' },
} as const;
