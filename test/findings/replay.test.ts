import { expect, it } from 'vitest';
import { type Ruleset, ruleset } from '../../data/contract/ruleset';
import { judgePark } from '../../server/parks/judge-park';
import type { ParkCase } from '../../server/parks/park-case';
import { openZones } from '../../server/parks/zones';
import { readRulesets } from '../../server/rules';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: true });

it('replays every kept verdict from its own inputs and its own ruleset, to the last digit', {
  timeout: 120_000,
}, async () => {
  const kept = await db.query<{ subject: string; asOf: string; input: ParkCase; answer: object; body: Ruleset }>({
    text: `select a.subject_id as subject, a.as_of::text as "asOf", a.input, a.answer, r.body
           from assessment a join ruleset r on r.id = a.ruleset order by a.id`,
  });
  expect(kept.length).toBeGreaterThan(25);
  const zones = await openZones({ db, rulesets: readRulesets() })();
  for (const { subject, asOf, input, answer, body } of kept) {
    const { firms, ...again } = judgePark(input, { ruleset: ruleset.parse(body), asOf, zones });
    expect(firms.length, subject).toBe(input.firms.length);
    expect(JSON.parse(JSON.stringify(again)), subject).toEqual(answer);
  }
});

it('refuses to change or remove a kept verdict or a recorded event', async () => {
  for (const table of ['assessment', 'event']) {
    await db.query({
      text: `insert into event (actor, verb, subject_kind, subject_id, operation, inverse)
             values ('测试', 'test', 'park', '1', '{}', '{}')`,
    });
    await expect(db.query({ text: `update ${table} set actor = 'x'` })).rejects.toThrow(/append-only/);
    await expect(db.query({ text: `delete from ${table}` })).rejects.toThrow(/append-only/);
  }
});
