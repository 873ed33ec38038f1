import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Ruleset, ruleset } from '../data/contract/ruleset';

/** The rulesets at hand. Without an id the newest of those in force answers. */
export interface Rulesets {
  readonly all: readonly Ruleset[];
  readonly current: Ruleset;
  /** The ruleset of this id, the current one without an id, null if there is none of that id. */
  find(id?: string): Ruleset | null;
}

const folder = fileURLToPath(new URL('../data/rules/', import.meta.url));

/**
 * Reads and checks every ruleset of a folder (data/rules unless told otherwise); throws naming the file that fails.
 * The current one is the newest in force on `today` (YYYY-MM-DD); with none in force, the newest.
 */
export function readRulesets(from: string = folder, today: string = new Date().toISOString().slice(0, 10)): Rulesets {
  const all = readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const read = ruleset.safeParse(JSON.parse(readFileSync(`${from}/${name}`, 'utf8')));
      if (!read.success) throw new Error(`${name}: ${read.error.message}`);
      return read.data;
    })
    .sort((a, b) => b.inForce.from.localeCompare(a.inForce.from));
  const inForce = all.filter(({ inForce: { from: first, until } }) => first <= today && (until ?? today) >= today);
  const current = inForce[0] ?? all[0];
  if (!current) throw new Error(`no ruleset in ${from}`);
  return { all, current, find: (id) => (id === undefined ? current : (all.find((set) => set.id === id) ?? null)) };
}
