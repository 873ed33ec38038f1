import { afterAll, describe, expect, it } from 'vitest';
import type { Ruleset } from '../../data/contract/ruleset';
import { openEngine } from '../../server/engine/engine';
import { perform, undo } from '../../server/operations/perform';
import { verbs } from '../../server/operations/verbs';
import { judgePark } from '../../server/parks/judge-park';
import { openZones } from '../../server/parks/zones';
import { readRulesets } from '../../server/rules';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: true });
const rulesets = readRulesets();
const ruleset: Ruleset = rulesets.current;
const asOf = '2026-11-23';
const zones = openZones({ db, rulesets });
const engine = openEngine({ db, rulesets }, zones);
afterAll(() => engine.close());
const parks = await db.query<{ id: string; kind: string }>({ text: 'select id::text, kind from park order by id' });
const ids = parks.map(({ id }) => id);
const versionsOf = () => engine.askEach('version', ids, { ruleset });
const who = { actor: '测试', reason: null };

describe('the city in memory', () => {
  it('answers for every park what the same park answers written out as plain values, to the last digit', async () => {
    const looked = await engine.askEach('refresh', ids, { ruleset, asOf });
    const laid = await zones();
    for (const found of looked) {
      const { firms, ...plain } = judgePark(JSON.parse(JSON.stringify(found?.input)), { ruleset, asOf, zones: laid });
      expect(firms.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(plain)), found?.input.park).toEqual(JSON.parse(JSON.stringify(found?.title)));
    }
    expect(looked).toHaveLength(ids.length);
  });

  it('tells the same verdicts with and without what they rest on', async () => {
    const told = await engine.askEach('verdicts', ids, { ruleset, asOf });
    const judged = await engine.askEach('judge', ids, { ruleset, asOf });
    const short = judged.map((found) => ({
      title: found?.finding.verdict,
      contiguity: found?.finding.contiguity.verdict,
      tests: found?.finding.tests.map(({ id, verdict }) => ({ id, verdict })),
    }));
    expect(told).toEqual(short);
  });

  it('holds every parcel once, read in one go, and says what it weighs', async () => {
    const [row] = await db.query<{ parcels: number; points: number }>({
      text: 'select count(*)::int as parcels, sum(st_npoints(geom) - st_nrings(geom))::int as points from parcel',
    });
    const { threads, sharedBytes, loads } = await engine.report();
    expect(new Set(threads.map(({ parcels }) => parcels))).toEqual(new Set([row?.parcels]));
    // Points that ten decimals no longer tell apart are one.
    expect(threads[0]?.points).toBeGreaterThan((row?.points ?? 0) - 10);
    expect(threads[0]?.points).toBeLessThanOrEqual(row?.points ?? 0);
    expect(sharedBytes).toBeGreaterThan((row?.points ?? 0) * 32);
    expect(loads).toMatchObject({ full: 1, updates: 0 });
  });

  it('knows nothing of a park or of parcels that are not there', async () => {
    expect(await engine.ask('version', { parks: ['999999'] }, { ruleset })).toBeNull();
    expect(await engine.ask('version', { parcels: ['999999999'] }, { ruleset })).toBeNull();
  });
});

describe('an edit', () => {
  it('of one park is seen at once, touches that park and leaves all others as they were', async () => {
    const before = await versionsOf();
    const free = await db.query<{ id: string }>({
      text: `select p.id::text from parcel p where not exists (select from park_member m where m.parcel = p.id)
             order by p.id limit 3`,
    });
    const done = await perform(db, verbs, who, {
      verb: 'create-park',
      args: { name: '测试草案', parcels: free.map(({ id }) => id) },
    });
    const { id } = done.outcome.subject;
    const drawn = await engine.ask('verdicts', { parcels: free.map((parcel) => parcel.id) }, { ruleset, asOf });
    expect(await engine.ask('verdicts', { parks: [id] }, { ruleset, asOf })).toEqual(drawn);
    expect(await versionsOf()).toEqual(before);
    expect((await engine.report()).loads).toMatchObject({ full: 1, updates: 0 });
    await undo(db, verbs, who, done.event);
    expect(await engine.ask('version', { parks: [id] }, { ruleset })).toBeNull();
  });

  it('of one parcel is read alone, and turns the parks around it', async () => {
    const before = await versionsOf();
    const [moved] = await db.query<{ parcel: number; park: string }>({
      text: 'select parcel, park::text from park_member order by park, parcel limit 1',
    });
    const shift = (degrees: number) =>
      db.transaction(async (tx) => {
        await tx.query({
          text: 'update parcel set geom = st_translate(geom, $2, 0) where id = $1',
          values: [moved?.parcel, degrees],
        });
        await tx.query({ text: `update layer_version set version = version + 1 where layer = 'parcels'` });
      });
    await shift(0.0001);
    const after = await versionsOf();
    const turned = ids.filter((_, n) => before[n] !== after[n]);
    expect(turned).toContain(moved?.park);
    expect(turned.length).toBeLessThan(ids.length / 2);
    const { loads, threads } = await engine.report();
    expect(loads).toMatchObject({ full: 1, updates: 1 });
    expect(threads[0]?.grounds).toBe(2);
    await shift(-0.0001);
    expect(await versionsOf()).toEqual(before);
  });

  it('many times over is packed together again without a change of any answer', async () => {
    const before = await versionsOf();
    for (let n = 0; n < 12; n++) {
      await db.transaction(async (tx) => {
        await tx.query({
          text: 'update parcel set price_cny = $1 where id = (select min(id) from parcel)',
          values: [n],
        });
        await tx.query({ text: `update layer_version set version = version + 1 where layer = 'parcels'` });
      });
      await engine.ask('version', { parks: [ids[0] ?? ''] }, { ruleset });
    }
    const { threads, loads } = await engine.report();
    expect(threads.every(({ grounds }) => grounds < 12)).toBe(true);
    expect(loads.full).toBe(1);
    expect(await versionsOf()).toEqual(before);
  });
});
