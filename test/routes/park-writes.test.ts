import { describe, expect, it } from 'vitest';
import type { Answer, listEvents, listParcels, readPark } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const { get, post, patch, remove } = asking(app);

const { rows }: Answer<typeof listParcels> = (await get('/api/parcels?limit=20&use=industrial&sort=-area')).json();
const free = rows.filter(({ park }) => park === null).map(({ id }) => id);
const three = free.slice(0, 3);
const create = async (name: string, parcels = three): Promise<{ id: string; event: string }> => {
  const answer = await post('/api/parks', { name, parcels, reason: '试排' });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const card = async (id: string): Promise<Answer<typeof readPark>> => (await get(`/api/parks/${id}`)).json();
const undo = (event: string) => post(`/api/events/${event}/undo`, {});
const members = async (id: string) => (await card(id)).members.map((member) => member.id).toSorted();

describe('a draft park', () => {
  it('is saved with its members, listed at once with a verdict, and kept as an event', async () => {
    const { id, event } = await create('试排一号');
    const draft = await card(id);
    expect(draft).toMatchObject({ name: '试排一号', kind: 'draft', version: 1, memberCount: 3 });
    expect(draft.areaSquareMetres).toBeCloseTo(
      draft.members.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0),
      0,
    );
    const list = (await get('/api/parks?kind=draft')).json();
    expect(list.rows.map((park: { id: string }) => park.id)).toContain(id);
    const history: Answer<typeof listEvents> = (await get(`/api/events?kind=park&id=${id}`)).json();
    expect(history.rows[0]).toMatchObject({ id: event, actor: '测试员', reason: '试排', verb: 'create-park' });
  });

  it('keeps a verdict that names its ruleset and inputs', async () => {
    const { id } = await create('留痕');
    const kept = await db.query<{ ruleset: string; input_version: string }>({
      text: "select ruleset, input_version from assessment where subject_kind = 'park' and subject_id = $1",
      values: [id],
    });
    expect(kept).toHaveLength(1);
    const verdict = (await get(`/api/parks/${id}/verdict`)).json();
    expect(kept[0]).toEqual({ ruleset: verdict.title.ruleset, input_version: verdict.inputVersion });
  });

  it('is changed, taken back and done again', async () => {
    const { id } = await create('改名前');
    const more = free.slice(0, 4);
    const change = await patch(`/api/parks/${id}`, { version: 1, name: '改名后', parcels: more });
    expect(change.json()).toMatchObject({ id, version: 2 });
    expect(await card(id)).toMatchObject({ name: '改名后', version: 2, memberCount: 4 });
    const back = await undo(change.json().event);
    expect(await card(id)).toMatchObject({ name: '改名前', version: 3, memberCount: 3 });
    expect(await members(id)).toEqual(three.toSorted());
    const redo = await undo(back.json().event);
    expect(redo.statusCode).toBe(200);
    expect(await card(id)).toMatchObject({ name: '改名后', version: 4, memberCount: 4 });
    const again = await undo(change.json().event);
    expect(again.statusCode).toBe(409);
    expect(again.json().code).toBe('already-undone');
  });

  it('is removed and brought back under its own id with all that hung on it', async () => {
    const { id } = await create('删除再恢复');
    await db.query({
      text: `insert into ruling (subject_kind, subject_id, park, claim, reason, actor)
             values ('gap', 'x', $1, '{"holds": ["road"]}', '现场踏勘', '测试员')`,
      values: [id],
    });
    await db.query({
      text: "insert into title_record (park, awarded_on, document) values ($1, '2026-01-02', '文号一')",
      values: [id],
    });
    const removed = await remove(`/api/parks/${id}?version=1`);
    expect(removed.statusCode).toBe(200);
    expect((await get(`/api/parks/${id}`)).statusCode).toBe(404);
    const back = await undo(removed.json().event);
    expect(back.statusCode).toBe(200);
    expect(await card(id)).toMatchObject({ name: '删除再恢复', version: 2, titleRecord: { document: '文号一' } });
    expect(await members(id)).toEqual(three.toSorted());
    const rulings = await db.query({ text: 'select claim from ruling where park = $1', values: [id] });
    expect(rulings).toEqual([{ claim: { holds: ['road'] } }]);
    expect((await undo(back.json().event)).statusCode).toBe(200);
    expect((await get(`/api/parks/${id}`)).statusCode).toBe(404);
  });

  it('is not written over by someone who read an older version', async () => {
    const { id } = await create('并发');
    const first = await patch(`/api/parks/${id}`, { version: 1, name: '甲改' });
    const late = await patch(`/api/parks/${id}`, { version: 1, name: '乙改' });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'version-stale', message: expect.stringContaining('甲改') });
    expect((await remove(`/api/parks/${id}?version=1`)).statusCode).toBe(409);
    await patch(`/api/parks/${id}`, { version: 2, name: '甲再改' });
    const undone = await undo(first.json().event);
    expect(undone.statusCode).toBe(409);
    expect(undone.json().code).toBe('undo-conflict');
    expect((await card(id)).name).toBe('甲再改');
  });

  it('refuses parcels that do not exist and writes nothing', async () => {
    const count = async () => (await get('/api/parks')).json().rows.length;
    const before = await count();
    const answer = await post('/api/parks', { name: '空', parcels: [...three, '88888888'] });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'parcels-unknown', message: expect.stringContaining('88888888') });
    expect(await count()).toBe(before);
  });
});

describe('who may write what', () => {
  it('asks for a name before anything is written', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/parks', payload: { name: '无名', parcels: three } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('actor-missing');
  });

  it('leaves official parks as they are', async () => {
    const { rows: official } = (await get('/api/parks?kind=official')).json();
    const answer = await patch(`/api/parks/${official[0].id}`, { version: 1, name: '改' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().code).toBe('park-official');
    expect((await remove(`/api/parks/${official[0].id}?version=1`)).json().code).toBe('park-official');
  });

  it('names every part of a request that is not as described', async () => {
    const answer = await post('/api/parks', { name: '', parcels: [] });
    expect(answer.statusCode).toBe(400);
    const paths = answer.json().issues.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/name', '/parcels']));
    expect((await undo('424242')).statusCode).toBe(404);
  });
});
