import { expect, it } from 'vitest';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: true });

it('melts every class of parcels into blocks of every band, and counts each parcel that was melted', async () => {
  const rows = await db.query<{ scheme: string; zoom: number; class: string; parcels: number; melted: number }>({
    text: `with wanted as (
             select 'status' as scheme, coalesce(status, 'none') as class, count(*)::int as parcels from parcel group by 2
             union all select 'use', use_group, count(*)::int from parcel group by 2)
           select w.scheme, b.zoom, w.class, w.parcels, coalesce(sum(k.count), 0)::int as melted
           from wanted w cross join (values (8), (10), (12)) b (zoom)
           left join parcel_block k on k.scheme = w.scheme and k.zoom = b.zoom and k.class = w.class
           group by 1, 2, 3, 4 order by 1, 2, 3`,
  });
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ zoom, melted, parcels }) => zoom === 12 && melted < parcels * 0.9)).toEqual([]);
  const far = rows.filter(({ zoom }) => zoom === 8).reduce((sum, { melted }) => sum + melted, 0);
  expect(far).toBeGreaterThan(0);
  expect(rows.every(({ melted, parcels }) => melted <= parcels)).toBe(true);
});
