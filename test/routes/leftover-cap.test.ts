import { describe, expect, it } from 'vitest';
import type { Answer, listLeftover, readLeftoverCap, readPark } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app } = await testApp({ sample: true });
const { get } = asking(app);

const listOf = async (query: string): Promise<Answer<typeof listLeftover>> =>
  (await get(`/api/leftover?${query}`)).json();
const capOf = async (park: string): Promise<Answer<typeof readLeftoverCap>> =>
  (await get(`/api/leftover/${park}/cap`)).json();

describe('the sum of a park against its cap', () => {
  it('counts the classes that hold, and changes with what a person rules', async () => {
    const [row] = (await listOf('kind=enclosed&limit=1')).rows;
    const park = row?.park.id ?? '';
    const { rows } = await listOf(`park=${park}&limit=500`);
    const before = await capOf(park);
    const counted = rows.filter(({ standing }) => standing !== null && before.counted.includes(standing));
    const sumMu = counted.reduce((sum, { finding }) => sum + finding.areaMu, 0);
    expect(before.leftoverMu).toBeCloseTo(sumMu, 3);
    const { areaMu }: Answer<typeof readPark> = (await get(`/api/parks/${park}`)).json();
    expect(before.projectMu).toBeCloseTo(areaMu + sumMu, 0);
    expect(before.share).toBeCloseTo(before.leftoverMu / before.projectMu, 9);

    const ruled = await app.inject({
      method: 'POST',
      url: '/api/rulings',
      headers: { 'x-actor': 'tester' },
      payload: {
        subject: 'plot',
        park,
        parcel: row?.parcel.id,
        claim: { decision: 'reject' },
        reason: 'it is a street',
      },
    });
    expect(ruled.statusCode).toBe(200);
    expect((await capOf(park)).leftoverMu).toBeCloseTo(sumMu - (row?.finding.areaMu ?? 0), 3);
  });
  it('refuses a park that nobody knows', async () =>
    expect((await get('/api/leftover/999999/cap')).statusCode).toBe(404));
});
