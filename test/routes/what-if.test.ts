import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Answer, type askWhatIf, type listLeftover, type listParks, whatIfAnswer } from '../../data/contract';
import { ruleset as rulesetSchema } from '../../data/contract/ruleset';
import { readRulesets } from '../../server/rules';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const { get, post, remove } = asking(app);
type WhatIf = Answer<typeof askWhatIf>;
type Changes = Record<string, number | boolean | string>;

const ask = async (changes: Changes, scope = 'city'): Promise<WhatIf> => {
  const answer = await post('/api/what-if', { changes, scope });
  expect(answer.statusCode, answer.body).toBe(200);
  return whatIfAnswer.parse(answer.json());
};
const refused = async (changes: Changes, lang?: string): Promise<{ path: string; message: string }[]> => {
  const answer = await post('/api/what-if', { changes }, lang);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().code).toBe('request-invalid');
  return answer.json().issues;
};
const parks: Answer<typeof listParks>['rows'] = (await get('/api/parks')).json().rows;

describe('what if', () => {
  it('says what holds now where nothing is moved', async () => {
    const { changes, parks: found, leftover, base } = await ask({});
    expect(base).toBe('plan-2023-2025');
    expect(changes).toEqual([]);
    expect(found.looked).toBe(parks.length);
    expect(found.title.after).toEqual(found.title.before);
    for (const verdict of ['met', 'unmet', 'unknown'] as const)
      expect(found.title.before[verdict]).toBe(parks.filter(({ title }) => title === verdict).length);
    expect([found.flips, leftover.flips, leftover.flipped]).toEqual([[], [], 0]);
    const { summary }: Answer<typeof listLeftover> = (await get('/api/leftover')).json();
    for (const { kind, count } of summary)
      expect(leftover.kinds.find((one) => one.kind === kind)?.before, kind).toBe(count);
  });

  it('finds plots no longer too large under a raised limit, and nothing else to flip', async () => {
    const { parks: found, leftover, changes } = await ask({ 'leftover.limitMu': 5 });
    expect(found.flips).toEqual([]);
    expect(leftover.flipped).toBeGreaterThan(0);
    expect(leftover.flips.every(({ before }) => before === 'too-large')).toBe(true);
    expect(leftover.flips.some(({ after }) => after === 'enclosed')).toBe(true);
    expect(leftover.flips[0]?.number).toMatch(/^YL/);
    expect(changes).toMatchObject([{ rule: 'leftover.limitMu', unit: 'mu', before: 3, after: 5 }]);
  });

  it('lets parks fall apart where no gap may be bridged', async () => {
    const { parks: found } = await ask({ 'contiguity.maxGapMetres': 0 });
    const apart = found.flips.filter(({ after }) => after.contiguity === 'separate');
    expect(apart.length).toBeGreaterThan(5);
    const [one] = apart.filter(({ before }) => before.title === 'met');
    expect(one).toMatchObject({ before: { contiguity: 'contiguous' }, after: { title: 'unmet' } });
    expect(one?.outline.coordinates.length).toBeGreaterThan(0);
    expect(found.title.after.met).toBeLessThan(found.title.before.met);
  });

  it('lets parks meet the title where three firms are enough, as the park itself would say', async () => {
    const { parks: found } = await ask({ 'title.specializedFirms': 3 });
    const met = found.flips.filter(({ before, after }) => before.title === 'unmet' && after.title === 'met');
    expect(met.length).toBeGreaterThan(0);
    for (const { id, before } of met) {
      const { title } = (await get(`/api/parks/${id}/verdict`)).json();
      const [count, ...others] = title.tests;
      expect(title.verdict).toBe(before.title);
      expect(count).toMatchObject({ id: 'specialized-count', value: 3, verdict: 'unmet' });
      expect(others.every(({ verdict }: { verdict: string }) => verdict === 'met')).toBe(true);
    }
  });

  it('keeps to a scope', async () => {
    const [park] = parks;
    if (!park?.unit) throw new Error('the first park has no unit');
    const inUnit = parks.filter(({ unit }) => unit === park.unit).length;
    expect((await ask({}, `unit/${park.unit}`)).parks.looked).toBe(inUnit);
    expect((await ask({}, `park/${park.id}`)).parks.looked).toBe(1);
    const belts = await Promise.all(['central', 'coastal', 'mountain'].map((belt) => ask({}, `belt/${belt}`)));
    expect(belts.reduce((sum, { parks: { looked } }) => sum + looked, 0)).toBe(parks.length);
    expect((await post('/api/what-if', { changes: {}, scope: 'park/999999' })).statusCode).toBe(404);
    expect((await post('/api/what-if', { changes: {}, scope: 'moon' })).statusCode).toBe(400);
  });

  it('answers the same question from memory, and what does not move as if it were not asked', async () => {
    const first = await ask({ 'title.outputShare': 0.3, 'leftover.limitMu': 3 });
    const again = await ask({ 'leftover.limitMu': 3, 'title.outputShare': 0.3 });
    expect(again).toEqual(first);
    expect(first.changes.map(({ rule }) => rule)).toEqual(['title.outputShare']);
  });

  it('names every rule that cannot be moved so, with its bounds, in the reader’s language', async () => {
    const changes = { 'title.specializedFirms': 0, 'x.y': 1, 'measure.cityCrs': 'z', 'title.outputShare': 1.2 };
    const zh = await refused(changes);
    expect(zh.map(({ path }) => path)).toEqual(Object.keys(changes).map((rule) => `/changes/${rule}`));
    expect(zh.map(({ message }) => message)).toEqual([
      '“专精特新企业数”（title.specializedFirms）应在 1 至 20 家之间，不能是 0。',
      '规则集中没有“x.y”这一条。',
      expect.stringContaining('不能在推演中移动'),
      '“创新型以上企业产值占比”（title.outputShare）应在 0 至 100 %之间，不能是 120。',
    ]);
    const [english] = await refused({ 'grades.years': 2.5 }, 'en');
    expect(english?.message).toBe(
      '“Years a grade is valid” (grades.years) must be a whole number from 1 to 10, not 2.5.',
    );
  });

  it('gives up when its reader goes away, and answers the next', async () => {
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const body = JSON.stringify({ changes: { 'leftover.reachMetres': 7 } });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const gone = request(`${url}/api/what-if`, { method: 'POST', headers });
    gone.on('error', () => undefined);
    await new Promise<void>((sent) => gone.end(body, () => sent()));
    gone.destroy();
    expect((await ask({ 'title.specializedFirms': 5 })).parks.looked).toBe(parks.length);
  });
});

describe('the rules in force', () => {
  it('are told with how each can be moved and what it changes', async () => {
    const told = (await get('/api/rulesets/current')).json();
    expect(told.id).toBe('plan-2023-2025');
    const found = Object.fromEntries(told.rules.map((rule: { rule: string }) => [rule.rule, rule]));
    expect(found['contiguity.maxGapMetres']).toMatchObject({
      value: 50,
      origin: 'assumption',
      touches: ['title', 'contiguity', 'leftover'],
      move: { as: 'number', least: 0, most: 200 },
      title: { zh: '常规口径最大间距' },
    });
    expect(found['contiguity.gapRoles'].move).toBeNull();
    for (const { clause, responsible } of told.rules) {
      expect(told.documents[clause.document]).toBeDefined();
      expect(responsible.every((office: string) => told.offices[office])).toBe(true);
    }
  });
});

describe('a proposed ruleset', () => {
  const list = async () => (await get('/api/rulesets/drafts')).json().rows;
  const undo = (event: string) => post(`/api/events/${event}/undo`, {});
  const changes = { 'title.specializedFirms': 3, 'leftover.limitInclusive': false };

  it('is saved, listed, removed and brought back as it was', async () => {
    const saved = await post('/api/rulesets/drafts', { name: '放宽企业数', changes, reason: '先看影响' });
    expect(saved.statusCode, saved.body).toBe(200);
    const { id, event } = saved.json();
    const [draft] = await list();
    expect(draft).toMatchObject({
      id,
      name: '放宽企业数',
      changes,
      base: 'plan-2023-2025',
      actor: '测试员',
      reason: '先看影响',
    });
    const removed = await remove(`/api/rulesets/drafts/${id}`);
    expect(removed.statusCode).toBe(200);
    expect(await list()).toEqual([]);
    expect((await remove(`/api/rulesets/drafts/${id}`)).statusCode).toBe(404);
    const back = await undo(removed.json().event);
    expect(back.statusCode, back.body).toBe(200);
    expect(await list()).toEqual([draft]);
    expect((await undo(event)).statusCode).toBe(200);
    expect(await list()).toEqual([]);
    const { rows } = (await get(`/api/events?kind=draft-ruleset&id=${id}`)).json();
    expect(rows.map(({ verb }: { verb: string }) => verb)).toEqual([
      'remove-draft-ruleset',
      'restore-draft-ruleset',
      'remove-draft-ruleset',
      'save-draft-ruleset',
    ]);
    expect(rows.at(-1)).toMatchObject({ subject: { name: '放宽企业数' }, facts: { rules: 2 }, reason: '先看影响' });
  });

  it('is a complete ruleset as a file, in force on no day, its moved values assumptions', async () => {
    const { id } = (await post('/api/rulesets/drafts', { name: '文件', changes })).json();
    const file = await get(`/api/rulesets/drafts/${id}/file`);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="draft-${id}.json"`);
    expect(file.body).toContain('\n  "inForce": {');
    const proposed = rulesetSchema.parse(file.json());
    const { current } = readRulesets();
    expect(proposed.id).toBe(`draft-${id}`);
    expect(proposed.title.zh).toBe('提案：文件');
    expect(proposed.inForce.from > '2100').toBe(true);
    expect(proposed.rules.title.specializedFirms).toMatchObject({ value: 3, origin: 'assumption' });
    expect(proposed.rules.title.specializedFirms.note.zh).toContain('由 4 改为 3');
    expect(proposed.rules.title.outputShare).toEqual(current.rules.title.outputShare);
    expect(proposed.rules.contiguity).toEqual(current.rules.contiguity);
    expect((await get('/api/rulesets/drafts/999999/file')).statusCode).toBe(404);
  });

  it('is refused where it moves nothing, what cannot be moved, or under no name', async () => {
    const issues = async (payload: object) => (await post('/api/rulesets/drafts', payload)).json().issues;
    expect(await issues({ name: '空', changes: {} })).toMatchObject([{ path: '/changes' }]);
    expect(await issues({ name: '原样', changes: { 'title.specializedFirms': 4 } })).toMatchObject([
      { path: '/changes' },
    ]);
    expect(await issues({ name: '错', changes: { 'supply.taxYears': 2 } })).toMatchObject([
      { path: '/changes/supply.taxYears' },
    ]);
    expect(await issues({ name: ' ', changes })).toMatchObject([{ path: '/name' }]);
    const unsigned = await app.inject({ method: 'POST', url: '/api/rulesets/drafts', payload: { name: 'x', changes } });
    expect(unsigned.json().code).toBe('actor-missing');
  });
});
