import type { DraftRuleset, Named } from '../../data/contract';
import type { Ruleset } from '../../data/contract/ruleset';
import { applyChanges } from '../../data/rules/apply-changes';
import { proposalWords } from '../../data/words/rules';

/** A day that does not come: a proposal dropped among the rulesets unread is in force at no time. */
const NOT_YET = '9999-12-31';

/**
 * Writes a proposal as a complete ruleset in the form of data/rules. The administrator gives it its id and the day from
 * which it is in force; each moved rule says what stood there, and is an assumption until a clause carries it. Null
 * where the base has changed so that the proposal no longer fits it.
 */
export function proposeRuleset(draft: DraftRuleset, base: Ruleset): Ruleset | null {
  const title = fill(proposalWords.title, () => draft.name);
  const applied = applyChanges(base, draft.changes, { id: `draft-${draft.id}`, title });
  if (!applied.ok) return null;
  const { ruleset, moved } = applied;
  const rules: Record<string, Record<string, { note: Named }>> = ruleset.rules;
  for (const { rule, leaf, after } of moved) {
    const [group = '', name = ''] = rule.split('.');
    const written = rules[group]?.[name];
    const words: Record<string, string> = { before: String(leaf.value), after: String(after) };
    const proposed = fill(proposalWords.note, (word) => words[word] ?? '');
    if (written) written.note = { zh: `${leaf.note.zh}${proposed.zh}`, en: `${leaf.note.en} ${proposed.en}` };
  }
  return { ...ruleset, inForce: { from: NOT_YET, until: null } };
}

function fill(text: Named, word: (name: string) => string): Named {
  const say = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => word(name));
  return { zh: say(text.zh), en: say(text.en) };
}
