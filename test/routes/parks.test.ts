import { describe, expect, it } from 'vitest';
import type { Answer, listParks, readPark, readParkVerdict, TitleAnswer } from '../../data/contract';
import { citySeed, generateCity } from '../../scripts/sample-city/generate';
import { joinCandidates } from '../../server/parks/judge-with-join';
import type { KeptCase } from '../../server/parks/park-case';
import { readRulesets } from '../../server/rules';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const { get, post } = asking(app);
const { rows: parks }: Answer<typeof listParks> = (await get('/api/parks')).json();
const ruleset = readRulesets().current;

describe('the list of parks', () => {
  it('carries a verdict on each, some met, some unmet, some unknown', () => {
    expect(parks.length).toBeGreaterThan(25);
    expect(new Set(parks.map(({ title }) => title))).toEqual(new Set(['met', 'unmet', 'unknown']));
    for (const { tests } of parks)
      expect(tests.map(({ id }) => id)).toEqual(['specialized-count', 'contiguity', 'output-share']);
  });

  it('stands as the sample city means every park to stand, so that no row was lost on the way', () => {
    const stands = new Map(parks.map(({ name, contiguity, tests }) => [name, { contiguity, tests }]));
    const meant = generateCity(citySeed).truth.parks;
    expect(meant).toHaveLength(parks.length);
    for (const { name, contiguity, specializedCount, outputShare } of meant) {
      const { tests, contiguity: found } = stands.get(name) ?? { tests: [] };
      expect(found, name).toBe(contiguity);
      expect(tests[0]?.verdict, name).toBe(specializedCount);
      expect(tests[2]?.verdict, name).toBe(outputShare);
    }
  });

  it('filters by unit, verdict and kind', async () => {
    const { rows }: Answer<typeof listParks> = (await get('/api/parks?verdict=unknown')).json();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ title }) => title === 'unknown')).toBe(true);
    const unit = parks[0]?.unit;
    const inUnit: Answer<typeof listParks> = (await get(`/api/parks?unit=${unit}`)).json();
    expect(inUnit.rows.map(({ id }) => id)).toContain(parks[0]?.id);
    expect((await get('/api/parks?verdict=perhaps')).statusCode).toBe(400);
  });
});

describe('one park', () => {
  it('opens its card: members, firms counted or not and why, what runs out', { timeout: 240_000 }, async () => {
    for (const { id, memberCount, title } of parks) {
      const card: Answer<typeof readPark> = (await get(`/api/parks/${id}`)).json();
      expect(card.members).toHaveLength(memberCount);
      expect(card.title).toBe(title);
      expect(card.firms.every(({ why }) => why !== '')).toBe(true);
      const counted = card.firms.filter(({ counted }) => counted).length;
      expect(card.ahead[0]?.specializedLeft ?? counted).toBeLessThanOrEqual(counted);
      expect(Object.values(card.firmsByGrade).reduce((sum, count) => sum + count, 0)).toBe(card.firms.length);
      expect(card.ruleset.id).toBe(ruleset.id);
    }
  });

  it('never lets a figure of a firm out', { timeout: 240_000 }, async () => {
    const figures = await db.query<{ figure: string }>({
      text: `select distinct trunc(output_cny)::text as figure from firm_year where output_cny > 100000
             union select distinct trunc(tax_cny)::text from firm_year where tax_cny > 100000`,
    });
    expect(figures.length).toBeGreaterThan(100);
    const told = [];
    for (const { id } of parks) {
      told.push((await get(`/api/parks/${id}`)).body);
      const verdict = (await get(`/api/parks/${id}/verdict`)).json();
      // What more output is needed is an answer of its own, worked out from the park's sums.
      told.push(JSON.stringify({ ...verdict, title: { ...verdict.title, whatIf: null } }));
    }
    const words = new Set(told.join(' ').match(/\d+/g));
    expect(figures.filter(({ figure }) => words.has(figure))).toEqual([]);
    expect(told.join(' ')).not.toMatch(/outputCny|taxCny|output_cny|tax_cny/);
  });

  it('says what is missing where a park does not exist', async () => {
    for (const url of ['/api/parks/999999', '/api/parks/999999/verdict'])
      expect((await get(url, 'en')).json()).toMatchObject({ code: 'not-found', message: 'There is no park 999999.' });
    expect((await get('/api/parks/x')).statusCode).toBe(400);
  });
});

describe('the verdict on a park', () => {
  it('moves with the tolerance, the day and the year', async () => {
    const spread = parks.find(({ contiguity }) => contiguity === 'contiguous' || contiguity === 'nearly');
    const ask = async (query: string): Promise<Answer<typeof readParkVerdict>> =>
      (await get(`/api/parks/${spread?.id}/verdict?${query}`)).json();
    const none = await ask('maxGapMetres=0');
    expect(none.contiguity.parameters.maxGapMetres).toEqual({ value: 0, origin: 'request' });
    expect((await ask('outputYear=2023')).outputYear).toBe(2023);
    const earlier = await ask('asOf=2021-01-01');
    expect(earlier.asOf).toBe('2021-01-01');
    expect(earlier.title.tests.find(({ id }) => id === 'specialized-count')?.value).toBe(0);
    expect(earlier.inputVersion).toBe(none.inputVersion);
  });

  it('is the one that the stateless endpoints give for the same input, on every sample park', {
    timeout: 240_000,
  }, async () => {
    const kept = await db.query<{ input: KeptCase }>({
      text: `select distinct on (subject_id) input from assessment where subject_kind = 'park' order by subject_id, id desc`,
    });
    const cases = kept.map(({ input }) => input);
    expect(cases).toHaveLength(parks.length);
    const collection = (shapes: readonly { id: string; geometry: unknown }[]) => ({
      type: 'FeatureCollection',
      features: shapes.map(({ id, geometry }) => ({ type: 'Feature', id, geometry, properties: {} })),
    });
    for (const parkCase of cases) {
      const { park, members, between, redLine, firms, rulings } = parkCase;
      expect(rulings, 'a request cannot carry rulings').toEqual([]);
      const plots = collection(members);
      const offered = collection(joinCandidates(parkCase));
      const ground = {
        ...(redLine && { redLine }),
        ...(between && {
          between: {
            type: 'FeatureCollection',
            features: between.map(({ id, geometry, ...properties }) => ({ type: 'Feature', id, geometry, properties })),
          },
        }),
      };
      const saved: Answer<typeof readParkVerdict> = (await get(`/api/parks/${park}/verdict`)).json();
      const contiguity = (await post('/api/analysis/contiguity', { plots, ...ground })).json();
      expect(contiguity, park).toEqual(saved.contiguity);
      const title = await post('/api/analysis/title', {
        park: plots,
        plots: offered,
        firms,
        asOf: saved.asOf,
        ...ground,
      });
      expect(withoutWords(title.json()), park).toEqual(withoutWords(saved.title));
    }
  });

  it('over picked parcels is the one of the park saved from them', async () => {
    const open = parks.find(({ contiguity }) => contiguity === 'separate');
    const card: Answer<typeof readPark> = (await get(`/api/parks/${open?.id}`)).json();
    const parcels = card.members.map(({ id }) => id);
    const preview: Answer<typeof readParkVerdict> = (await post('/api/parks/preview', { parcels })).json();
    const saved: Answer<typeof readParkVerdict> = (await get(`/api/parks/${open?.id}/verdict`)).json();
    expect(preview.title).toEqual(saved.title);
    expect(preview.contiguity).toEqual(saved.contiguity);
    const unknown = await post('/api/parks/preview', { parcels: [...parcels, '99999999'] });
    expect(unknown.statusCode).toBe(422);
    expect(unknown.json()).toMatchObject({ code: 'parcels-unknown', message: expect.stringContaining('99999999') });
  });

  it('counts a person’s word on what a gap holds as knowledge, in the card and in the list', async () => {
    const park = parks.find(({ contiguity }) => contiguity === 'unknown');
    const ask = async (): Promise<Answer<typeof readParkVerdict>> =>
      (await get(`/api/parks/${park?.id}/verdict`)).json();
    const before = await ask();
    const unknown = before.contiguity.gaps.filter(({ bridged }) => bridged === null);
    expect(unknown.length).toBeGreaterThan(0);
    for (const { from, to } of unknown)
      await db.query({
        text: `insert into ruling (subject_kind, subject_id, park, claim, reason, actor)
               values ('gap', $1, $2, $3, '现场踏勘', '测试员')`,
        values: [`${from} ${to}`, park?.id, JSON.stringify({ plots: [from, to], holds: ['road'] })],
      });
    await db.query({ text: "update layer_version set version = version + 1 where layer = 'rulings'" });
    const after = await ask();
    expect(after.contiguity.gaps.filter(({ bridged }) => bridged === null)).toEqual([]);
    expect(after.contiguity.verdict).not.toBe('unknown');
    expect(after.inputVersion).not.toBe(before.inputVersion);
    const { rows }: Answer<typeof listParks> = (await get('/api/parks')).json();
    expect(rows.find(({ id }) => id === park?.id)?.contiguity).toBe(after.contiguity.verdict);
  });
});

/** Stateless answers call plots by the ids they were sent, saved parks by their numbers; all else must be equal. */
function withoutWords(title: TitleAnswer) {
  const tests = title.tests.map((test) => ({ ...test, notes: test.notes.length, missing: test.missing.length }));
  return { ...title, tests };
}
