import type { Named } from '../contract';

/** What the values of rules are counted in; a unit that is missing here needs no word. */
export const ruleUnits: Readonly<Record<string, Named>> = {
  m: { zh: '米', en: 'm' },
  m2: { zh: '平方米', en: 'm²' },
  mu: { zh: '亩', en: 'mu' },
  share: { zh: '%', en: '%' },
  degrees: { zh: '度', en: '°' },
  firms: { zh: '家', en: 'firms' },
  years: { zh: '年', en: 'years' },
  runs: { zh: '段', en: 'stretches' },
  snaps: { zh: '倍容差', en: '× snap' },
  times: { zh: '倍', en: 'times' },
};

/** The words that a rule's choice is made of. */
export const ruleChoices: Readonly<Record<string, Named>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  ellipsoidal: { zh: '椭球面积', en: 'ellipsoidal' },
  planar: { zh: '平面面积', en: 'planar' },
  site: { zh: '在园产值', en: 'of the site' },
  firm: { zh: '企业全部产值', en: 'of the whole firm' },
  all: { zh: '全部企业', en: 'all firms' },
  'above-scale': { zh: '规模以上企业', en: 'firms above scale' },
  park: { zh: '园区', en: 'the park' },
  'park-and-leftover': { zh: '园区与零散地之和', en: 'the park and its leftover plots' },
};

export type RuleFaultCode = keyof typeof ruleFaults;

/** Why a rule cannot be moved so; `{name}` is filled with the rule, its bounds and what was asked. */
export const ruleFaults = {
  'rule-unknown': { zh: '规则集中没有“{rule}”这一条。', en: 'The ruleset has no rule “{rule}”.' },
  'rule-fixed': {
    zh: '“{title}”（{rule}）不能在推演中移动：它是列表或坐标系，或这里的结论与它无关。',
    en: '“{title}” ({rule}) cannot be moved here: it is a list or a coordinate system, or no verdict looked at depends on it.',
  },
  'rule-out-of-bounds': {
    zh: '“{title}”（{rule}）应在 {least} 至 {most} {unit}之间，不能是 {value}。',
    en: '“{title}” ({rule}) must lie between {least} and {most} {unit}; {value} does not.',
  },
  'rule-not-whole': {
    zh: '“{title}”（{rule}）应为 {least} 至 {most} 的整数，不能是 {value}。',
    en: '“{title}” ({rule}) must be a whole number from {least} to {most}, not {value}.',
  },
  'rule-not-a-number': {
    zh: '“{title}”（{rule}）应为 {least} 至 {most} 之间的数，不能是“{value}”。',
    en: '“{title}” ({rule}) must be a number from {least} to {most}, not “{value}”.',
  },
  'rule-not-yes-or-no': {
    zh: '“{title}”（{rule}）只能是“是”或“否”（true 或 false），不能是“{value}”。',
    en: '“{title}” ({rule}) is either true or false, not “{value}”.',
  },
  'rule-not-a-choice': {
    zh: '“{title}”（{rule}）只能取 {choices} 之一，不能是“{value}”。',
    en: '“{title}” ({rule}) must be one of {choices}, not “{value}”.',
  },
  'nothing-moved': {
    zh: '没有移动任何阈值，没有可保存的提案。请先移动至少一项。',
    en: 'No threshold has been moved, so there is nothing to propose. Move at least one first.',
  },
} satisfies Record<string, Named>;

/** What a proposal's file says of itself and of each moved rule. */
export const proposalWords = {
  title: { zh: '提案：{name}', en: 'Proposal: {name}' },
  note: {
    zh: '提案：由 {before} 改为 {after}（尚未采用，采用前须核定条款与来源）。',
    en: 'Proposed: {after} in place of {before} (not adopted; settle clause and origin before it is).',
  },
} satisfies Record<string, Named>;
