import { describe, expect, it } from 'vitest';
import type { Answer, listLeftover, listUnits, readLegend, readUnit } from '../../data/contract';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true });
const { get } = asking(app);
const kinds = `('enclosed', 'scattered', 'corner', 'manual', 'unknown')`;
// A plot beside two parks, found to be of another kind at each.
await db.query({
  text: `insert into leftover_finding (park, parcel, kind, finding, ruleset, input_version)
         select (select min(k.id) from park k where k.id <> f.park), f.parcel, 'enclosed', f.finding, f.ruleset, f.input_version
         from leftover_finding f
         where f.kind = 'corner' and f.park <> (select min(id) from park)
         order by f.parcel limit 3 on conflict (park, parcel) do nothing`,
});
// As a look at the parks would leave it, so that none follows.
await db.query({
  text: 'update park_look l set findings = (select count(*) from leftover_finding f where f.park = l.park)',
});
const [plots] = await db.query<{ count: number; findings: number }>({
  text: `select count(distinct f.parcel)::int as count, count(*)::int as findings
         from leftover_finding f where f.kind in ${kinds}`,
});
const sumOf = (rows: readonly { count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);

describe('a plot beside two parks', () => {
  it('counts once in the list, its summary and the legend, and the classes add up', async () => {
    expect(plots?.findings).toBeGreaterThan(plots?.count ?? 0);
    const list: Answer<typeof listLeftover> = (await get('/api/leftover?limit=500')).json();
    expect(list.total).toBe(plots?.count);
    expect(sumOf(list.summary)).toBe(list.total);
    const seen = list.rows.map(({ parcel }) => parcel.id);
    expect(new Set(seen).size).toBe(seen.length);
    const shown: Answer<typeof readLegend> = (await get('/api/legend?bbox=117,24,120,27&layers=leftover')).json();
    expect(shown.layers.flatMap(({ classes }) => classes.map(({ class: kind, count }) => ({ kind, count })))).toEqual(
      expect.arrayContaining(list.summary.map(({ kind, count }) => ({ kind, count }))),
    );
    expect(sumOf(shown.layers.flatMap(({ classes }) => classes))).toBe(list.total);
  });

  it('counts once in its unit', async () => {
    const { units }: Answer<typeof listUnits> = (await get('/api/units')).json();
    const [inUnits] = await db.query<{ count: number }>({
      text: `select count(distinct f.parcel)::int as count from leftover_finding f join parcel p on p.id = f.parcel
             where f.kind in ${kinds} and p.unit is not null`,
    });
    expect(units.reduce((sum, { leftoverCount }) => sum + leftoverCount, 0)).toBe(inUnits?.count);
    for (const { id, leftoverCount } of units) {
      const card: Answer<typeof readUnit> = (await get(`/api/units/${id}`)).json();
      expect(sumOf(card.leftover), id).toBe(leftoverCount);
    }
  });

  it('stands under its leading finding, which its card lists among all of them', async () => {
    const list: Answer<typeof listLeftover> = (await get('/api/leftover?kind=enclosed&limit=500')).json();
    const cards = await Promise.all(
      list.rows.map(async ({ parcel }) => (await get(`/api/parcels/${parcel.id}`)).json()),
    );
    expect(cards.every(({ leftover }) => leftover === 'enclosed')).toBe(true);
    expect(cards.some(({ findings }) => findings.length > 1)).toBe(true);
  });
});
