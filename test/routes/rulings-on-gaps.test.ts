import { describe, expect, it } from 'vitest';
import type { Answer, listParks, readParkVerdict } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';
import { ruling } from './ruling';

const { app, db } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const { get } = asking(app);
const { make, inForce, undo } = ruling(app);
/** Loading the city into the engine takes its time on a busy machine. */
const long = { timeout: 240_000 };

describe('a ruling on a gap', long, () => {
  const verdictOf = async (park: string): Promise<Answer<typeof readParkVerdict>> =>
    (await get(`/api/parks/${park}/verdict`)).json();

  it('decides a park that nobody could judge, and undo takes that back', async () => {
    const { rows }: Answer<typeof listParks> = (await get('/api/parks')).json();
    const unknown = rows.filter(({ contiguity }) => contiguity === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    for (const park of unknown) {
      const before = await verdictOf(park.id);
      const open = before.contiguity.gaps.filter(({ bridged }) => bridged === null);
      expect(open.length, park.name).toBeGreaterThan(0);
      const events: string[] = [];
      for (const { from, to } of open) {
        const claim = { plots: [from, to], holds: ['road'] };
        events.push((await make({ subject: 'gap', park: park.id, claim })).event);
      }
      expect((await verdictOf(park.id)).contiguity.verdict, park.name).toBe('contiguous');
      const listed: Answer<typeof listParks> = (await get('/api/parks')).json();
      expect(listed.rows.find(({ id }) => id === park.id)?.contiguity).toBe('contiguous');
      const rulings = await inForce(`park=${park.id}`);
      expect(rulings).toHaveLength(open.length);
      expect(rulings[0]).toMatchObject({ subject: 'gap', claim: { holds: ['road'] }, event: events.at(-1) });
      expect(await inForce(`parcel=${open[0]?.from}`)).not.toEqual([]);
      const kept = await db.query<{ answer: { contiguity: { verdict: string } } }>({
        text: 'select answer from assessment where subject_id = $1 order by id desc limit 1',
        values: [park.id],
      });
      expect(kept[0]?.answer.contiguity.verdict).toBe('contiguous');
      for (const event of events.toReversed()) expect((await undo(event)).status).toBe(200);
      expect(await verdictOf(park.id)).toEqual(before);
    }
  });

  it('is one and the same whichever way round its plots are named', async () => {
    const [park] = ((await get('/api/parks')).json() as Answer<typeof listParks>).rows;
    const members = (await get(`/api/parks/${park?.id}`)).json().members.map(({ id }: { id: string }) => id);
    const between = (plots: string[]) => make({ subject: 'gap', park: park?.id, claim: { plots, holds: [] } });
    const one = await between([members[0], members[1]]);
    const other = await between([members[1], members[0]]);
    expect(await inForce(`park=${park?.id}`)).toMatchObject([{ id: other.id }]);
    await undo(other.event);
    expect(await inForce(`park=${park?.id}`)).toMatchObject([{ id: one.id }]);
    await undo(one.event);
  });
});
