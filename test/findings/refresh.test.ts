import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { openEngine } from '../../server/engine/engine';
import { lookAtPark } from '../../server/findings/look-at-park';
import { refreshFindings } from '../../server/findings/refresh';
import { perform, undo } from '../../server/operations/perform';
import { verbs } from '../../server/operations/verbs';
import { openZones } from '../../server/parks/zones';
import { rulesets, watched, who } from '../runs/searching';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: true });
const real = openEngine({ db, rulesets }, openZones({ db, rulesets }));
afterAll(() => real.close());
let watch = watched(real);
beforeEach(() => {
  watch = watched(real);
});
/** Loading the city into the engine takes its time on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });
const refresh = (parks?: string[]) =>
  refreshFindings({ db, rulesets, engine: watch.engine }, { ...(parks && { parks }) });
const findingsOf = (park: string) =>
  db.query<{ parcel: number; kind: string }>({
    text: 'select parcel, kind from leftover_finding where park = $1 order by parcel',
    values: [park],
  });
const verdictsOf = async (park: string) =>
  (await db.query({ text: 'select from assessment where subject_id = $1', values: [park] })).length;

/** Members of the park with most leftover plots beside it, so that a draft of them has some too. */
const [model] = await db.query<{ parcels: string[] }>({
  text: `select array_agg(parcel::text order by parcel) as parcels from park_member where park = (
           select park from leftover_finding where kind <> 'too-large' group by park order by count(*) desc, park limit 1)`,
});
const members = model?.parcels ?? [];
const draft = async (name: string, parcels = members): Promise<string> => {
  const done = await perform(db, verbs, who, { verb: 'create-park', args: { name, parcels } });
  return done.outcome.subject.id;
};

it('does no work for parks whose inputs are those of their last look', async () => {
  expect(await refresh()).toEqual([]);
  expect(watch.looked).toEqual([]);
});

it('looks at a park whose inputs changed, and at it alone', async () => {
  const park = await draft('新草案');
  expect(await refresh()).toEqual([park]);
  expect((await findingsOf(park)).length).toBeGreaterThan(0);
  expect(await verdictsOf(park)).toBe(1);
});

it('finds again what went with a draft that was removed and brought back, without another verdict', async () => {
  const park = await draft('删了又回');
  await refresh([park]);
  const before = await findingsOf(park);
  const removed = await perform(db, verbs, who, { verb: 'remove-park', args: { id: park, version: 1 } });
  expect(await findingsOf(park)).toEqual([]);
  await undo(db, verbs, who, removed.event);
  expect(await refresh([park])).toEqual([park]);
  expect(await findingsOf(park)).toEqual(before);
  expect(await verdictsOf(park)).toBe(1);
});

it('finds again what was taken from the table, as when an import is withdrawn and written again', async () => {
  const park = await draft('少了一条');
  await refresh([park]);
  const before = await findingsOf(park);
  await db.query({
    text: 'delete from leftover_finding where park = $1 and parcel = $2',
    values: [park, before[0]?.parcel],
  });
  expect(await refresh([park])).toEqual([park]);
  expect(await findingsOf(park)).toEqual(before);
});

it('never leaves the findings of a slow look in place of those of a newer one', async () => {
  const park = await draft('慢');
  const newer = members.slice(0, Math.ceil(members.length / 2));
  const looking = { db, ruleset: rulesets.current, asOf: '2026-11-23', actor: 'x', asking: {} };
  // The slow one has its answer in hand and has not written it when the park changes and is looked at by another.
  let arrived = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let write = (): void => undefined;
  const mayWrite = new Promise<void>((resolve) => {
    write = resolve;
  });
  const slowEngine: typeof real = {
    ...real,
    ask: async (op, of, args, asking) => {
      const answer = await real.ask(op, of, args, asking);
      if (op === 'refresh') {
        arrived();
        await mayWrite;
      }
      return answer;
    },
  };
  const slow = lookAtPark({ ...looking, engine: slowEngine }, park);
  await answered;
  await perform(db, verbs, who, { verb: 'change-park', args: { id: park, version: 1, parcels: newer } });
  await refresh([park]);
  const right = await findingsOf(park);
  write();
  await slow;
  expect(await findingsOf(park)).toEqual(right);
  await vi.waitFor(async () => expect(await refresh([park])).toEqual([]));
});
