import { describe, expect, it } from 'vitest';
import type { Answer, explainLeftover, listLeftover, listParks } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app } = await testApp({ sample: true });
const { get } = asking(app);
const { rows }: Answer<typeof listLeftover> = (await get('/api/leftover?limit=500')).json();
const { rows: parks }: Answer<typeof listParks> = (await get('/api/parks')).json();

describe('why a plot beside a park is called what it is called', () => {
  it('is told with the very finding that the list shows, in the reader’s language', async () => {
    const kinds = ['corner', 'scattered', 'enclosed', 'manual', 'unknown'];
    const some = kinds.flatMap((kind) => rows.filter(({ finding }) => finding.kind === kind).slice(0, 2));
    expect(some.length).toBeGreaterThan(8);
    for (const { park, parcel, finding } of some) {
      const answer = await get(`/api/leftover/${park.id}/${parcel.id}/why`);
      expect(answer.statusCode, answer.body).toBe(200);
      const why: Answer<typeof explainLeftover> = answer.json();
      expect(why.finding).toEqual(finding);
      expect(why.contact.runs).toHaveLength(finding.measures.contactRuns);
      expect(why.contact.metres + why.edge.metres + why.rest.metres).toBeCloseTo(why.perimeterMetres, 5);
    }
    const [first] = some;
    const inEnglish = (await get(`/api/leftover/${first?.park.id}/${first?.parcel.id}/why`, 'en')).json();
    expect(inEnglish.finding.because).not.toEqual(first?.finding.because);
  });

  it('names the corridors that its boundary runs along', async () => {
    const corner = rows.find(({ finding }) => finding.kind === 'corner');
    const why: Answer<typeof explainLeftover> = (
      await get(`/api/leftover/${corner?.park.id}/${corner?.parcel.id}/why`)
    ).json();
    expect(why.edge.along.length).toBeGreaterThan(0);
    for (const { id, kind, metres } of why.edge.along) {
      expect(id).toMatch(/./);
      expect(kind).toBeTruthy();
      expect(metres).toBeGreaterThan(0);
    }
  });

  it('is refused where the parcel does not lie beside the park, or there is no such park', async () => {
    const [row] = rows;
    const far = parks.find(
      ({ id }) => !rows.some(({ park, parcel }) => park.id === id && parcel.id === row?.parcel.id),
    );
    for (const pair of [`${far?.id}/${row?.parcel.id}`, `999999/${row?.parcel.id}`, `${row?.park.id}/999999`]) {
      const answer = await get(`/api/leftover/${pair}/why`);
      expect(answer.statusCode, pair).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'plot-not-beside' });
    }
    expect((await get('/api/leftover/x/y/why')).statusCode).toBe(400);
  });
});
