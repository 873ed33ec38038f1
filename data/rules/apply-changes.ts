import { leavesOf, type Rule, type Ruleset, ruleset } from '../contract/ruleset';
import type { Named } from '../contract/vocabulary';
import type { RuleChanges, RuleMove } from '../contract/what-if';
import type { RuleFaultCode } from '../words/rules';
import { isTaken, moveOf } from './moves';

/** Why a rule cannot be given a value; `leaf` and `move` are absent where there is no such rule. */
export interface RuleFault {
  readonly rule: string;
  readonly code: RuleFaultCode;
  readonly value: RuleChanges[string];
  readonly leaf?: Rule;
  readonly move?: RuleMove | null;
}
/** One rule that was moved. */
export interface MovedRule {
  readonly rule: string;
  readonly leaf: Rule;
  readonly after: RuleChanges[string];
}
type Applied = { ok: true; ruleset: Ruleset; moved: MovedRule[] } | { ok: false; faults: RuleFault[] };

/**
 * Moves rules of a ruleset by `group.name`. What has the value already is not moved; a moved rule is an assumption,
 * whatever it was. Answers every fault at once, or a ruleset that the schema of data/rules takes.
 */
export function applyChanges(
  base: Ruleset,
  changes: RuleChanges,
  as: { id: string; title?: Named } = { id: base.id },
): Applied {
  const leaves = new Map(leavesOf(base.rules).map(([path, leaf]) => [path.join('.'), leaf]));
  const faults: RuleFault[] = [];
  const moved: MovedRule[] = [];
  for (const [rule, value] of Object.entries(changes)) {
    const leaf = leaves.get(rule);
    const fault = leaf ? faultOf(rule, leaf, value) : { rule, value, code: 'rule-unknown' as const };
    if (fault) faults.push(fault);
    else if (leaf && leaf.value !== value) moved.push({ rule, leaf, after: value });
  }
  if (faults.length > 0) return { ok: false, faults };
  const to = Object.fromEntries(moved.map(({ rule, after }) => [rule, after]));
  return { ok: true, ruleset: ruleset.parse({ ...moveTo(base, to), ...as }), moved };
}

/**
 * The ruleset with rules at new values, unchecked: for changes that `applyChanges` has taken. A moved rule is an
 * assumption, whatever it was; everything else is shared with the base.
 */
export function moveTo(base: Ruleset, changes: RuleChanges): Ruleset {
  const rules: Record<string, Record<string, Rule>> = { ...base.rules };
  for (const [rule, value] of Object.entries(changes)) {
    const [group = '', name = ''] = rule.split('.');
    const leaf = rules[group]?.[name];
    if (leaf) rules[group] = { ...rules[group], [name]: { ...leaf, value, origin: 'assumption' } };
  }
  return { ...base, rules: rules as Ruleset['rules'] };
}

function faultOf(rule: string, leaf: Rule, value: RuleChanges[string]): RuleFault | null {
  const move = moveOf(rule, leaf);
  const fault = (code: RuleFaultCode): RuleFault => ({ rule, code, value, leaf, move });
  if (!move) return fault('rule-fixed');
  if (move.as === 'switch') return typeof value === 'boolean' ? null : fault('rule-not-yes-or-no');
  if (move.as === 'choice') return move.of.some((word) => word === value) ? null : fault('rule-not-a-choice');
  if (typeof value !== 'number') return fault('rule-not-a-number');
  if (value < move.least || value > move.most) return fault('rule-out-of-bounds');
  return isTaken(rule, value) ? null : fault('rule-not-whole');
}
