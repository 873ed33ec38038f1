import { createHash } from 'node:crypto';
import type { RuleChanges } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import { applyChanges, type MovedRule, type RuleFault } from '../../data/rules/apply-changes';
import { ruleChoices, ruleFaults, ruleUnits } from '../../data/words/rules';
import { refusal } from '../errors';
import type { Lang } from '../lang';

/** A ruleset with some rules moved. Its id tells it from the base, so that nothing kept by id mistakes one for the other. */
export interface Moved {
  readonly ruleset: Ruleset;
  readonly moved: readonly MovedRule[];
}

/** Moves rules of a ruleset, or refuses naming every rule that cannot be moved so, with its bounds. */
export function moveRules(base: Ruleset, changes: RuleChanges, lang: Lang): Moved {
  const applied = applyChanges(base, changes, { id: `${base.id}-moved-${digestOf(changes)}` });
  if (!applied.ok)
    throw refusal('request-invalid', {}, { issues: applied.faults.map((fault) => sayFault(fault, lang)) });
  return { ruleset: applied.moved.length > 0 ? applied.ruleset : base, moved: applied.moved };
}

/** Writes changes so that equal ones read the same, in whatever order they were made. */
export const writeChanges = (changes: RuleChanges): string => JSON.stringify(Object.entries(changes).sort());

/** The refusal of a proposal that moves nothing. */
export function nothingMoved(lang: Lang) {
  return refusal('request-invalid', {}, { issues: [{ path: '/changes', message: ruleFaults['nothing-moved'][lang] }] });
}

const digestOf = (changes: RuleChanges): string =>
  createHash('sha256').update(writeChanges(changes)).digest('hex').slice(0, 12);

function sayFault({ rule, code, value, leaf, move }: RuleFault, lang: Lang): { path: string; message: string } {
  const scale = leaf?.unit === 'share' ? 100 : 1;
  const write = (figure: number) => String(Number((figure * scale).toPrecision(6)));
  const choices = move?.as === 'choice' ? move.of.map((word) => `${ruleChoices[word]?.[lang] ?? word} (${word})`) : [];
  const words: Record<string, string> = {
    rule,
    title: leaf?.title[lang] ?? rule,
    unit: leaf ? (ruleUnits[leaf.unit]?.[lang] ?? '') : '',
    value: typeof value === 'number' ? write(value) : String(value),
    choices: choices.join(lang === 'zh' ? '、' : ', '),
    ...(move?.as === 'number' && { least: write(move.least), most: write(move.most) }),
  };
  const message = ruleFaults[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
  return { path: `/changes/${rule}`, message };
}
