import { randomUUID } from 'node:crypto';
import type { Db } from '../../server/db/pool';
import { type ClaimedRun, claimRun } from '../../server/db/runs/claim-run';
import { readRun } from '../../server/db/runs/read-run';
import { keepRuleset } from '../../server/db/state/keep-ruleset';
import type { Engine } from '../../server/engine/engine';
import { perform } from '../../server/operations/perform';
import { verbs } from '../../server/operations/verbs';
import { readRulesets } from '../../server/rules';
import type { SearchPlace } from '../../server/runs/run-search';

export const rulesets = readRulesets();
export const who = { actor: '测试员', reason: null };

/** An engine that counts which parks are looked at and can be held before it answers about the next one. */
export function watched(engine: Engine) {
  const looked: string[] = [];
  const held: (() => void)[] = [];
  let passes = Number.POSITIVE_INFINITY;
  const watching: Engine = {
    ...engine,
    ask: async (op, of, args, asking) => {
      if (op !== 'refresh') return engine.ask(op, of, args, asking);
      if (passes <= 0) await new Promise<void>((resolve) => held.push(resolve));
      passes -= 1;
      const answer = await engine.ask(op, of, args, asking);
      if ('parks' in of) looked.push(of.parks[0] ?? '');
      return answer;
    },
  };
  return {
    engine: watching,
    looked,
    /** How many questions wait. */
    waiting: () => held.length,
    /** Lets so many more looks through, and holds all others. */
    holdAfter: (count: number) => {
      passes = count;
    },
    /** Lets everything through. */
    letGo: () => {
      passes = Number.POSITIVE_INFINITY;
      for (const go of held.splice(0)) go();
    },
  };
}

export const placeOf = (db: Db, engine: Engine): SearchPlace => ({ db, rulesets, engine, asOf: () => '2026-11-23' });

/** Orders a search and answers its id. */
export async function order(db: Db, scope: string): Promise<string> {
  await keepRuleset(db, rulesets.current);
  const args = { id: randomUUID(), scope, ruleset: rulesets.current.id, actor: who.actor };
  await perform(db, verbs, who, { verb: 'order-run', args });
  return args.id;
}

/** Takes the search up as a process would. */
export async function taken(db: Db): Promise<{ job: ClaimedRun; claim: string }> {
  const claim = randomUUID();
  const job = await claimRun(db, claim);
  if (!job) throw new Error('no search waits');
  return { job, claim };
}

export const rowOf = async (db: Db, id: string) => {
  const row = await readRun(db, id);
  if (!row) throw new Error(`no search ${id}`);
  return row;
};
