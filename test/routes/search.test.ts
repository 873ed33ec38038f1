import { describe, expect, it } from 'vitest';
import type { Answer, search } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true });
const { get } = asking(app);
const ask = async (q: string, lang = 'zh'): Promise<Answer<typeof search>['groups']> => {
  const answer = await get(`/api/search?q=${encodeURIComponent(q)}`, lang);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().groups;
};
const group = async (q: string, kind: string, lang?: string) => (await ask(q, lang)).find((one) => one.kind === kind);

describe('search', () => {
  it('finds units in both languages, with the name in the reader’s', async () => {
    expect((await group('晋江', 'unit'))?.hits[0]?.title).toBe('晋江市');
    expect((await group('晋江', 'unit', 'en'))?.hits[0]?.title).toMatch(/Jinjiang/);
    expect((await group('jinjiang', 'unit'))?.hits[0]?.bbox).toHaveLength(4);
  });

  it('finds parks, carriers and segments, a segment by its weak link', async () => {
    expect((await group('样例园', 'park'))?.total).toBeGreaterThan(25);
    const [carrier] = await db.query<{ name: string }>({ text: 'select name from carrier order by id limit 1' });
    expect((await group(carrier?.name ?? '', 'carrier'))?.hits[0]?.title).toBe(carrier?.name);
    const [link] = await db.query<{ id: string; word: string }>({
      text: 'select id, weak[1] as word from segment where cardinality(weak) > 0 order by id limit 1',
    });
    const found = await group(link?.word ?? '', 'segment');
    expect(found?.hits.map(({ id }) => id)).toContain(link?.id);
    expect(found?.hits[0]?.subtitle).toContain(link?.word);
  });

  it('finds parks by their theme, by its name in both languages and by its alias', async () => {
    const [theme] = await db.query<{ park: string; zh: string; en: string; alias: string | null }>({
      text: `select k.name as park, s.name ->> 'zh' as zh, s.name ->> 'en' as en, s.alias[1] as alias
             from park k join segment s on s.id = k.theme order by cardinality(s.alias) desc, k.name, k.id limit 1`,
    });
    for (const words of [theme?.zh, theme?.en, theme?.alias ?? theme?.zh]) {
      const found = await group(words ?? '', 'park');
      expect(
        found?.hits.map(({ title }) => title),
        words,
      ).toContain(theme?.park);
    }
  });

  it('finds parcels by the beginning of their number first, then by any part of it', async () => {
    const [parcel] = await db.query<{ number: string }>({ text: 'select number from parcel order by id limit 1' });
    const number = parcel?.number ?? '';
    const whole = await group(number, 'parcel');
    expect(whole?.hits[0]).toMatchObject({ title: number, kind: 'parcel' });
    const part = await group(number.slice(2), 'parcel');
    expect(part?.total).toBeGreaterThan(0);
    const prefix = await group(number.slice(0, 4), 'parcel');
    expect(prefix?.hits).toHaveLength(6);
    expect(prefix?.total).toBeGreaterThan(6);
  });

  it('finds firms without any figure', async () => {
    const firms = await group('样例', 'firm');
    expect(firms?.hits[0]?.at?.type).toBe('Point');
    expect(Object.keys(firms?.hits[0] ?? {}).sort()).toEqual(['at', 'bbox', 'id', 'kind', 'subtitle', 'title']);
  });

  it('reads coordinates and names the system they were read in', async () => {
    const [hit] = (await group('118.6, 24.9', 'coordinate', 'en'))?.hits ?? [];
    expect(hit?.at?.coordinates).toEqual([118.6, 24.9]);
    const zone = await group('40358000 2755000', 'coordinate');
    expect(zone?.hits[0]?.subtitle).toContain('40');
  });

  it('takes signs of a pattern as plain signs, and answers nothing where nothing is', async () => {
    expect(await ask('%')).toEqual([]);
    expect(await ask('_')).toEqual([]);
    expect(await ask("' or 1=1 --")).toEqual([]);
    expect((await get('/api/search?q=')).statusCode).toBe(400);
  });
});
