import { leavesOf } from '../data/contract/ruleset';
import { readRulesets } from '../server/rules';

/** Reads every ruleset, refuses what lacks a clause, and prints each rule with origin and article. */
for (const set of readRulesets().all) {
  process.stdout.write(`${set.id} · ${set.title.zh} · ${set.inForce.from}–${set.inForce.until ?? ''}\n`);
  for (const [path, rule] of leavesOf(set.rules)) {
    const line = [path.join('.'), rule.origin, `${rule.clause.document} ${rule.clause.article}`, rule.title.zh];
    process.stdout.write(`  ${line.join(' · ')}\n`);
  }
}
