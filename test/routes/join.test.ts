import { describe, expect, it } from 'vitest';
import type { Answer, joinParkPlots, listParks, readParkVerdict } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

type Joined = Answer<typeof joinParkPlots>;

const { app } = await testApp({ sample: true });
const { get, post } = asking(app);
const { rows: parks }: Answer<typeof listParks> = (await get('/api/parks')).json();
const ask = async (body: object): Promise<Joined> => {
  const answer = await post('/api/join', body);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.json();
};
const apart = parks.filter(({ contiguity }) => contiguity === 'separate' || contiguity === 'nearly');
const joined = new Map<string, Joined>();
for (const { id } of apart) joined.set(id, await ask({ of: { park: id } }));
const [joinable, set] = [...joined].find(([, { plots }]) => plots.length > 0) ?? [];
if (!joinable || !set) throw new Error('no sample park can be joined');

describe('the plots that make a park whole', () => {
  it('leave one piece by the very reading that previews a park', async () => {
    const verdict: Answer<typeof readParkVerdict> = (await get(`/api/parks/${joinable}/verdict`)).json();
    expect(set.today.contiguity).toBe(verdict.contiguity.verdict);
    expect(set.today.pieces).toBe(verdict.contiguity.readings.normal.pieces.length);
    expect(set.joined).toMatchObject({ contiguity: 'contiguous', pieces: 1 });
    const members = [...verdict.members.map(({ id }) => id), ...set.plots.map(({ id }) => id)];
    const drawn: Answer<typeof readParkVerdict> = (await post('/api/parks/preview', { parcels: members })).json();
    expect(drawn.contiguity.verdict).toBe('contiguous');
  });

  it('weigh what they measure, and each brings pieces together or leads to one that does', () => {
    const sum = set.plots.reduce((total, { areaMu }) => total + areaMu, 0);
    expect(set.weight).toBeCloseTo(sum, 3);
    expect(set.lowerBound).toBeLessThanOrEqual((set.weight ?? 0) + 1e-9);
    if (set.proved) expect(set.lowerBound).toBeCloseTo(set.weight ?? 0, 6);
    const met = new Set(set.plots.flatMap(({ pieces }) => pieces));
    expect(met.size).toBe(set.today.pieces);
  });

  it('are next-best once one is refused, never lighter, and without it', async () => {
    const [first] = set.plots;
    const other = await ask({ of: { park: joinable }, refused: [first?.id] });
    expect(other.plots.map(({ id }) => id)).not.toContain(first?.id);
    if (other.possible && set.proved) expect(other.weight).toBeGreaterThanOrEqual((set.weight ?? 0) - 1e-9);
    expect(other.candidates).toBe(set.candidates - 1);
  });

  it('are no more by count than by area', async () => {
    const fewest = await ask({ of: { park: joinable }, weigh: 'count' });
    expect(fewest.weight).toBe(fewest.plots.length);
    expect(fewest.plots.length).toBeLessThanOrEqual(set.plots.length);
  });

  it('come from the suspected leftover plots alone where asked so', async () => {
    for (const { id } of apart) {
      const found = await ask({ of: { park: id }, among: 'leftover' });
      expect(found.candidates).toBeLessThanOrEqual(joined.get(id)?.candidates ?? 0);
      for (const { leftover } of found.plots) expect(['corner', 'scattered', 'enclosed']).toContain(leftover);
    }
  });

  it('are none where the park is whole, and none where nothing can be', async () => {
    const whole = parks.find(({ contiguity }) => contiguity === 'contiguous');
    expect(await ask({ of: { park: whole?.id } })).toMatchObject({ alreadyContiguous: true, plots: [], joined: null });
    const hopeless = [...joined.values()].find(({ possible }) => !possible);
    expect(hopeless).toMatchObject({ possible: false, plots: [], weight: null, joined: null });
  });

  it('are refused for a park or parcels that nobody knows', async () => {
    expect((await post('/api/join', { of: { park: '999999' } })).statusCode).toBe(404);
    expect((await post('/api/join', { of: { parcels: ['999999999'] } })).statusCode).toBe(422);
  });
});
