import type { RuleChanges } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import { applyChanges, type MovedRule, type RuleFault } from '../../data/rules/apply-changes';
import { ruleChoices, ruleFaults, ruleUnits } from '../../data/words/rules';
import { refusal } from '../errors';
import type { Lang } from '../lang';

/** Reads which rules changes move, or refuses naming every rule that cannot be moved so, with its bounds. */
export function readMoved(base: Ruleset, changes: RuleChanges, lang: Lang): MovedRule[] {
  const applied = applyChanges(base, changes);
  if (applied.ok) return applied.moved;
  throw refusal('request-invalid', {}, { issues: applied.faults.map((fault) => sayFault(fault, lang)) });
}

/** Moved rules as changes by `group.name`, in one order however they were asked. */
export function changesOf(moved: readonly MovedRule[]): RuleChanges {
  return Object.fromEntries(moved.map(({ rule, after }): [string, MovedRule['after']] => [rule, after]).sort());
}

/** The refusal of a proposal that moves nothing. */
export function nothingMoved(lang: Lang) {
  return refusal('request-invalid', {}, { issues: [{ path: '/changes', message: ruleFaults['nothing-moved'][lang] }] });
}

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
