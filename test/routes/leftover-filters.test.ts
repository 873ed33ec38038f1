import { describe, expect, it } from 'vitest';
import { testApp } from '../support/app';
import { asking } from './asking';
import { type LeftoverRow, ruling } from './ruling';

const { app } = await testApp({ sample: true, config: { asOf: '2026-11-23' } });
const { get } = asking(app);
const { list, rule, undo } = ruling(app);
/** Loading the city into the engine takes its time on a busy machine. */
const long = { timeout: 240_000 };

const all = await list();
const first = (kind: string): LeftoverRow => {
  const row = all.rows.find(({ finding }) => finding.kind === kind);
  if (!row) throw new Error(`the sample city has no ${kind}`);
  return row;
};
const corner = first('corner');
const enclosed = first('enclosed');

describe('the list of leftover plots', long, () => {
  it('answers every filter with rows, a total and sums that agree', async () => {
    const ruled = [
      await rule(corner, { decision: 'accept' }),
      await rule(enclosed, { decision: 'change', kind: 'corner' }),
    ];
    const queries = [
      '',
      '&ruled=none',
      '&ruled=accepted',
      '&ruled=changed',
      '&ruled=rejected',
      '&ruled=any',
      '&kind=corner,scattered',
      '&status=idle,none',
      '&tenure=state',
      '&minMu=1&maxMu=2.5',
      `&unit=${corner.parcel.unit}`,
      `&park=${corner.park.id}`,
      `&park=${corner.park.id}&ruled=any&kind=corner`,
    ];
    for (const query of queries) {
      const { rows, total, summary } = await list(query);
      expect(rows, query).toHaveLength(total);
      const counts = new Map<string, { count: number; areaMu: number }>();
      for (const { standing, finding, parcel } of rows) {
        const kind = standing ?? finding.kind;
        const sum = counts.get(kind) ?? { count: 0, areaMu: 0 };
        counts.set(kind, { count: sum.count + 1, areaMu: sum.areaMu + parcel.areaMu });
      }
      expect(summary.map(({ kind, count }) => [kind, count]).toSorted(), query).toEqual(
        [...counts].map(([kind, { count }]) => [kind, count]).toSorted(),
      );
      for (const { kind, areaMu } of summary) expect(areaMu, query).toBeCloseTo(counts.get(kind)?.areaMu ?? -1, 6);
    }
    expect((await list('&ruled=any')).total).toBe(2);
    expect((await list('&ruled=none')).total).toBe(all.total - 2);
    expect((await list('&ruled=changed')).rows[0]).toMatchObject({ standing: 'corner', finding: { kind: 'enclosed' } });
    const between = (await list('&minMu=1&maxMu=2.5')).rows;
    expect(between.length).toBeGreaterThan(0);
    expect(between.every(({ parcel }) => parcel.areaMu >= 1 && parcel.areaMu <= 2.5)).toBe(true);
    expect((await list('&tenure=state')).rows.every(({ parcel }) => parcel.tenure === 'state')).toBe(true);
    for (const { event } of ruled) await undo(event);
  });

  it('says nothing of what any firm puts out or pays', async () => {
    for (const url of ['/api/leftover?limit=500', '/api/rulings', '/api/runs'])
      expect((await get(url)).body).not.toMatch(/output|tax|uscc/i);
  });
});
