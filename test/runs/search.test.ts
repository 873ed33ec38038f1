import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silenceSeconds } from '../../server/db/jobs/claim-job';
import { beatRun, claimRun } from '../../server/db/runs/claim-run';
import { openEngine } from '../../server/engine/engine';
import { refusal } from '../../server/errors';
import { GivenUp } from '../../server/jobs/given-up';
import { perform, undo } from '../../server/operations/perform';
import { verbs } from '../../server/operations/verbs';
import { openZones } from '../../server/parks/zones';
import { runSearch } from '../../server/runs/run-search';
import { sayRun } from '../../server/runs/say-run';
import { startSearches } from '../../server/runs/start-searches';
import { testDatabase } from '../support/database';
import { order, placeOf, rowOf, rulesets, taken, watched, who } from './searching';

const db = await testDatabase({ sample: true });
const real = openEngine({ db, rulesets }, openZones({ db, rulesets }));
afterAll(() => real.close());
let watch = watched(real);
const parks = (await db.query<{ id: string }>({ text: 'select id::text from park order by id' })).map(({ id }) => id);
const never = new AbortController().signal;
/** Loading the city into the engine takes its time on a busy machine. */
const long = { timeout: 240_000 };
const patience = { timeout: 200_000, interval: 50 };

beforeEach(() => {
  watch = watched(real);
});
afterEach(async () => {
  await db.query({ text: `update run set phase = 'cancelled', claim = null where phase in ('waiting', 'running')` });
});

const table = () =>
  db.query({
    text: `select kind, count(*)::int as count, round((sum(area) * 0.0015)::numeric, 6)::float8 as "areaMu" from (
             select distinct on (f.parcel) f.kind, p.area_square_metres as area
               from leftover_finding f join parcel p on p.id = f.parcel
              where f.kind in ('enclosed', 'scattered', 'corner', 'manual', 'unknown')
              order by f.parcel, array_position(array['enclosed', 'scattered', 'corner', 'manual', 'unknown'], f.kind)) plots
           group by kind order by kind`,
  });
const round = (mu: number): number => Math.round(mu * 1e6) / 1e6;
const found = () => db.query({ text: 'select park, parcel, finding from leftover_finding order by park, parcel' });
const emptied = () => db.query({ text: 'delete from leftover_finding' });

describe('a search', long, () => {
  it('looks at every park whatever it knew before, and tells what the table holds', async () => {
    const before = await found();
    await emptied();
    const id = await order(db, 'city');
    const { job, claim } = await taken(db);
    await runSearch(placeOf(db, watch.engine), job, claim, never);
    expect(watch.looked.toSorted()).toEqual(parks.toSorted());
    const run = await rowOf(db, id);
    expect(run).toMatchObject({ phase: 'done', parksDone: parks.length, parksOf: parks.length, error: null });
    expect(run.plotsDone).toBeGreaterThan(before.length - 1);
    const told = run.outcome?.byKind.map(({ kind, count, areaMu }) => ({ kind, count, areaMu: round(areaMu) }));
    expect(told?.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual(await table());
    expect(await found()).toEqual(before);
  });

  it('writes nothing where nothing is otherwise', async () => {
    const versions = () => db.query({ text: 'select layer, version from layer_version order by layer' });
    const written = () => db.query({ text: 'select parcel, at from leftover_finding order by park, parcel' });
    const search = async (engine: typeof real): Promise<string> => {
      const id = await order(db, 'city');
      const { job, claim } = await taken(db);
      await runSearch(placeOf(db, engine), job, claim, never);
      return id;
    };
    await search(real);
    const [before, rows] = [await versions(), await written()];
    const id = await search(watch.engine);
    expect(watch.looked).toHaveLength(parks.length);
    expect((await rowOf(db, id)).outcome).toMatchObject({ appeared: 0, changed: 0, gone: 0 });
    expect(await versions()).toEqual(before);
    expect(await written()).toEqual(rows);
  });

  it('keeps what it found when it is stopped midway, and goes on from there when the stop is taken back', async () => {
    await emptied();
    const id = await order(db, 'city');
    watch.holdAfter(6);
    const searches = startSearches(placeOf(db, watch.engine), (error) => {
      throw error;
    });
    searches.wake();
    await vi.waitFor(async () => expect((await rowOf(db, id)).parksDone).toBe(6), patience);
    const stop = await perform(db, verbs, who, { verb: 'cancel-run', args: { id } });
    watch.letGo();
    await vi.waitFor(async () => expect((await rowOf(db, id)).phase).toBe('cancelled'), patience);
    await searches.stop();
    const kept = await rowOf(db, id);
    expect(kept).toMatchObject({ phase: 'cancelled', parksDone: 6, outcome: null });
    const [some] = await db.query<{ parks: number }>({
      text: 'select count(distinct park)::int as parks from leftover_finding',
    });
    expect(some?.parks).toBeGreaterThan(0);
    expect(some?.parks).toBeLessThanOrEqual(6);

    const first = new Set(watch.looked.slice(0, 6));
    const again = watched(real);
    await undo(db, verbs, who, stop.event);
    expect(await rowOf(db, id)).toMatchObject({ phase: 'waiting', parksDone: 6 });
    const { job, claim } = await taken(db);
    await runSearch(placeOf(db, again.engine), job, claim, never);
    expect(again.looked.toSorted()).toEqual(parks.filter((park) => !first.has(park)).toSorted());
    expect(await rowOf(db, id)).toMatchObject({ phase: 'done', parksDone: parks.length });
  });

  it('is taken up where a killed process left it, and that process has no more say', async () => {
    const id = await order(db, 'city');
    const dead = watch;
    dead.holdAfter(5);
    const killed = await taken(db);
    const dying = runSearch(placeOf(db, dead.engine), killed.job, killed.claim, never);
    dying.catch(() => undefined);
    await vi.waitFor(async () => expect((await rowOf(db, id)).parksDone).toBe(5), patience);
    expect(await claimRun(db, randomUUID())).toBeNull();
    await db.query({
      text: 'update run set heartbeat_at = now() - make_interval(secs => $2) where id = $1',
      values: [id, silenceSeconds + 1],
    });

    const alive = watched(real);
    const searches = startSearches(placeOf(db, alive.engine), (error) => {
      throw error;
    });
    searches.wake();
    await vi.waitFor(async () => expect((await rowOf(db, id)).phase).toBe('done'), patience);
    await searches.stop();
    const done = new Set(dead.looked);
    expect(alive.looked.toSorted()).toEqual(parks.filter((park) => !done.has(park)).toSorted());
    expect(await rowOf(db, id)).toMatchObject({ parksDone: parks.length, parksOf: parks.length });

    expect(await beatRun(db, id, killed.claim)).toBe(false);
    dead.letGo();
    await expect(dying).rejects.toBeInstanceOf(GivenUp);
    expect(await rowOf(db, id)).toMatchObject({ phase: 'done', parksDone: parks.length });
  });

  it('is let go by a server that closes, and ends with the next one', async () => {
    const id = await order(db, 'city');
    watch.holdAfter(3);
    const first = startSearches(placeOf(db, watch.engine), () => undefined);
    first.wake();
    await vi.waitFor(async () => expect((await rowOf(db, id)).parksDone).toBe(3), patience);
    const stopped = first.stop();
    watch.letGo();
    await stopped;
    expect(await rowOf(db, id)).toMatchObject({ phase: 'running' });
    const second = startSearches(placeOf(db, real), () => undefined);
    second.wake();
    await vi.waitFor(async () => expect((await rowOf(db, id)).phase).toBe('done'), patience);
    await second.stop();
  });

  it('is given up with a word when it breaks off again and again', async () => {
    const id = await order(db, `park/${parks[0]}`);
    const errors: unknown[] = [];
    const broken = {
      ...real,
      ask: async () => {
        throw new Error('broken');
      },
    };
    const searches = startSearches(placeOf(db, broken), (error) => errors.push(error));
    searches.wake();
    await vi.waitFor(async () => expect((await rowOf(db, id)).phase).toBe('failed'), patience);
    await searches.stop();
    expect(errors).toHaveLength(3);
    expect((await rowOf(db, id)).error).toMatchObject({ code: 'broke-off', args: { done: 0, of: 1 } });
  });

  it('ends with the words of a refusal, which no other try would change', async () => {
    const id = await order(db, `park/${parks[0]}`);
    const refusing = {
      ...real,
      ask: async () => {
        throw refusal('city-too-large', { needed: 3000, allowed: 2048 });
      },
    };
    const { job, claim } = await taken(db);
    await runSearch(placeOf(db, refusing), job, claim, never);
    const run = await rowOf(db, id);
    expect(run.phase).toBe('failed');
    expect(sayRun(run, 'en').error).toContain('3000 MB');
  });

  it('is one at a time for a scope, and looks at no park outside it', async () => {
    const scope = `park/${parks[1]}`;
    const orders = await Promise.allSettled([order(db, scope), order(db, scope)]);
    expect(orders.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { job, claim } = await taken(db);
    await runSearch(placeOf(db, watch.engine), job, claim, never);
    expect(watch.looked).toEqual([parks[1]]);
    expect(await order(db, scope)).not.toBe(job.id);
  });
});
