import { describe, expect, it, vi } from 'vitest';
import type { Answer, listEvents, listLeftover, listRunChanges, listRuns, Run, readPark } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const { get, post, patch, remove } = asking(app);
/** Loading the city into the engine takes its time on a busy machine. */
const long = { timeout: 240_000 };
const patience = { timeout: 200_000, interval: 50 };

const begin = async (scope: string, reason?: string): Promise<Run> => {
  const answer = await post('/api/runs', { scope, ...(reason && { reason }) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const ended = (id: string): Promise<Run> =>
  vi.waitFor(async () => {
    const run: Run = (await get(`/api/runs/${id}`)).json();
    if (run.phase === 'waiting' || run.phase === 'running') throw new Error(`still ${run.phase}`);
    return run;
  }, patience);
const searched = async (scope: string): Promise<Run> => ended((await begin(scope)).id);
const changesOf = async ({ id }: Run, query = ''): Promise<Answer<typeof listRunChanges>> =>
  (await get(`/api/runs/${id}/changes?${query}`)).json();
const list = async (query = ''): Promise<Answer<typeof listLeftover>> =>
  (await get(`/api/leftover?limit=500${query}`)).json();

describe('a search of the whole city', long, () => {
  it('ends with what the list then shows, by class and in all', async () => {
    const started = await begin('city', '季度复核');
    expect(started).toMatchObject({ scope: 'city', actor: '测试员', outcome: null, error: null });
    const run = await ended(started.id);
    expect(run).toMatchObject({ phase: 'done', error: null });
    expect(run.progress.parksDone).toBe(run.progress.parksOf);
    expect(run.progress.plotsPerSecond).toBeGreaterThan(0);
    expect(run.progress.secondsLeft).toBe(0);
    const { summary, total } = await list();
    expect(run.outcome?.byKind.map(({ kind, count }) => ({ kind, count }))).toEqual(
      summary.map(({ kind, count }) => ({ kind, count })),
    );
    for (const [place, { areaMu }] of summary.entries())
      expect(run.outcome?.byKind[place]?.areaMu).toBeCloseTo(areaMu, 6);
    // The first search of a scope has nothing to be compared with: all of it is new.
    const { total: told, rows } = await changesOf(run, 'limit=500');
    expect(run.outcome).toMatchObject({ appeared: told, changed: 0, gone: 0 });
    expect(told).toBeGreaterThanOrEqual(total);
    expect(rows.every(({ before, after }) => before === null && after !== null && after !== 'too-large')).toBe(true);
    const history: Answer<typeof listEvents> = (await get(`/api/events?kind=run&id=${run.id}`)).json();
    expect(history.rows).toMatchObject([{ verb: 'order-run', reason: '季度复核', subject: { name: '全市' } }]);
  });

  it('finds nothing otherwise when nothing was touched', async () => {
    const run = await searched('city');
    expect(run.outcome).toMatchObject({ appeared: 0, changed: 0, gone: 0 });
    expect(await changesOf(run)).toEqual({ total: 0, rows: [] });
  });

  it('is one: who starts a second follows the first', async () => {
    const [one, other] = await Promise.all([begin('city'), begin('city')]);
    expect(one?.id).toBe(other?.id);
    const underWay: Answer<typeof listRuns> = (await get('/api/runs?active=true')).json();
    expect(underWay.rows.filter(({ scope }) => scope === 'city').length).toBeLessThanOrEqual(1);
    await ended(one?.id ?? '');
    const ordered = await db.query({
      text: `select from event where verb = 'order-run' and subject_id = $1`,
      values: [one?.id],
    });
    expect(ordered).toHaveLength(1);
    const all: Answer<typeof listRuns> = (await get('/api/runs?scope=city&active=false')).json();
    expect(all.rows[0]?.id).toBe(one?.id);
  });
});

describe('a search of a park', long, () => {
  /** The park with most leftover plots beside it: a draft of its members has them too. */
  const model = async (): Promise<Answer<typeof readPark>> => {
    const [most] = await db.query<{ park: string }>({
      text: `select park::text from leftover_finding where kind <> 'too-large' group by park order by count(*) desc, park limit 1`,
    });
    return (await get(`/api/parks/${most?.park}`)).json();
  };

  it('tells what appeared and what is gone since the last one, whatever looked in between', async () => {
    const { members, leftover } = await model();
    const parcels = members.map(({ id }) => id);
    const taken = leftover.find(({ kind }) => kind === 'enclosed' || kind === 'corner') ?? leftover[0];
    const { id } = (await post('/api/parks', { name: '变动园', parcels })).json();
    const scope = `park/${id}`;
    const first = await searched(scope);
    expect(first.outcome?.appeared).toBeGreaterThan(0);

    // The plot is taken into the park: its own finding goes. The write itself looks at the park again at once.
    await patch(`/api/parks/${id}`, { version: 1, parcels: [...parcels, taken?.parcel] });
    expect((await list(`&park=${id}`)).rows.map(({ parcel }) => parcel.id)).not.toContain(taken?.parcel);
    const second = await searched(scope);
    const gone = await changesOf(second);
    expect(second.outcome?.gone).toBeGreaterThan(0);
    expect(gone.total).toBe(gone.rows.length);
    const { appeared = 0, changed = 0, gone: went = 0 } = second.outcome ?? {};
    expect(gone.total).toBe(appeared + changed + went);
    expect(gone.rows.find(({ parcel }) => parcel.id === taken?.parcel)).toMatchObject({
      before: taken?.kind,
      after: null,
      ruling: null,
      park: { id, name: '变动园' },
    });

    await patch(`/api/parks/${id}`, { version: 2, parcels });
    const third = await changesOf(await searched(scope));
    expect(third.rows.find(({ parcel }) => parcel.id === taken?.parcel)).toMatchObject({
      before: null,
      after: taken?.kind,
    });
    expect(await changesOf(await searched(scope))).toEqual({ total: 0, rows: [] });
    await remove(`/api/parks/${id}?version=3`);
  });

  it('leaves rulings as they are, and says where the machine says otherwise now', async () => {
    const { members, leftover } = await model();
    const parcels = members.map(({ id }) => id);
    const { id } = (await post('/api/parks', { name: '认定园', parcels })).json();
    const plot = leftover[0];
    const body = { subject: 'plot', park: id, parcel: plot?.parcel, reason: '踏勘' };
    await post('/api/rulings', { ...body, claim: { decision: 'change', kind: 'scattered' } });
    const [before] = (await get(`/api/rulings?park=${id}`)).json().rows;
    expect(before).toMatchObject({ foundAs: plot?.kind, foundOtherwise: false });
    await searched(`park/${id}`);
    expect((await get(`/api/rulings?park=${id}`)).json().rows).toEqual([before]);
    expect((await list(`&park=${id}&ruled=changed`)).rows).toMatchObject([
      { standing: 'scattered', finding: { kind: plot?.kind }, ruling: { id: before.id } },
    ]);

    await patch(`/api/parks/${id}`, { version: 1, parcels: [...parcels, plot?.parcel] });
    const run = await searched(`park/${id}`);
    expect((await get(`/api/rulings?park=${id}`)).json().rows).toMatchObject([{ id: before.id, foundOtherwise: true }]);
    expect((await changesOf(run)).rows.find(({ parcel }) => parcel.id === plot?.parcel)).toMatchObject({
      after: null,
      ruling: { id: before.id, foundOtherwise: true },
    });
    await remove(`/api/parks/${id}?version=2`);
  });

  it('is refused where there is no such park or unit', async () => {
    expect((await post('/api/runs', { scope: 'park/424242' })).statusCode).toBe(404);
    expect((await post('/api/runs', { scope: 'unit/atlantis' })).statusCode).toBe(404);
    expect((await post('/api/runs', { scope: 'everywhere' })).statusCode).toBe(400);
    const unsigned = await app.inject({ method: 'POST', url: '/api/runs', payload: { scope: 'city' } });
    expect(unsigned.json().code).toBe('actor-missing');
  });
});

describe('stopping', long, () => {
  it('refuses a search that is over, but lets undo pass over its order', async () => {
    const run = await searched('unit/jinjiang');
    expect(run).toMatchObject({ phase: 'done', scope: 'unit/jinjiang' });
    const refused = await post(`/api/runs/${run.id}/cancel`, {});
    expect(refused.json().code).toBe('run-over');
    const [order] = (await get(`/api/events?kind=run&id=${run.id}`)).json().rows;
    const undone = await post(`/api/events/${order.id}/undo`, {});
    expect(undone.statusCode).toBe(200);
    expect((await get(`/api/runs/${run.id}`)).json()).toEqual(run);
    expect((await post(`/api/runs/00000000-0000-4000-8000-000000000000/cancel`, {})).statusCode).toBe(404);
  });

  it('takes the search from whoever does it', async () => {
    const started = await begin('city');
    const stopped = await post(`/api/runs/${started.id}/cancel`, {});
    if (stopped.statusCode === 409) return;
    expect(stopped.json()).toMatchObject({ phase: 'cancelled', outcome: null });
    expect((await ended(started.id)).phase).toBe('cancelled');
    const next = await searched('city');
    expect(next).toMatchObject({ phase: 'done', outcome: { appeared: 0, gone: 0 } });
  });
});
