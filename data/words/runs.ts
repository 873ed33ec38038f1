import type { Named } from '../contract';

/** What the history calls a search that looks everywhere. */
export const wholeCity: Named = { zh: '全市', en: 'the whole city' };

/** Why a search ended before its end, and what to do; `{name}` is filled from the arguments that travel with the code. */
export const runFailures = {
  'ruleset-gone': {
    zh: '规则集 {ruleset} 已不在服务器上，查找无法继续。已查到的结果仍在，请重新开始查找。',
    en: 'Ruleset {ruleset} is no longer on the server, so the search cannot go on. What was found is kept; start it again.',
  },
  'broke-off': {
    zh: '查完 {done}/{of} 个园区后多次中断。已查到的结果仍在；请重新开始，若再次中断，请把编号 {id} 告诉管理员。',
    en: 'It broke off again and again after {done} of {of} parks. What was found is kept; start it again, and if it breaks off once more, quote {id} to your administrator.',
  },
} as const satisfies Record<string, Named>;
