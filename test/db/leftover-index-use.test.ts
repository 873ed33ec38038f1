import { describe, expect, it } from 'vitest';
import { listLeftoverQuery, sumLeftoverQuery } from '../../server/db/leftover/list-leftover';
import { listLooksQuery } from '../../server/db/leftover/park-look';
import { writeFindingsQuery } from '../../server/db/leftover/write-findings';
import { readParcelQuery } from '../../server/db/parcels/read-parcel';
import type { Statement } from '../../server/db/pool';
import { listRulingsQuery } from '../../server/db/rulings/list-rulings';
import { listRunChangesQuery } from '../../server/db/runs/list-run-changes';
import { listRunsQuery } from '../../server/db/runs/read-run';
import { testDatabase } from '../support/database';
import { scansOf } from './scans';

const db = await testDatabase({ sample: true });
const ruleset = (await db.query<{ id: string }>({ text: 'select id from ruleset' }))[0]?.id;
// A city's worth: twenty thousand findings, every other one ruled but few beside the last park, and years of searches.
await db.query({
  text: `insert into leftover_finding (park, parcel, kind, finding, ruleset, input_version)
         select k.id, p.id, 'manual', '{}', $1, 'x' from park k, parcel p
          where (k.id + p.id) % 10 = 0 on conflict do nothing`,
  values: [ruleset],
});
await db.query({
  text: `insert into ruling (subject_kind, subject_id, park, claim, reason, actor, found_as, standing)
         select 'plot', parcel::text, park, '{"decision": "reject"}', 'x', 'x', kind, null
           from leftover_finding where parcel % 2 = 0 and (parcel % 400 = 0 or park < (select max(id) from park))`,
});
await db.query({
  text: `insert into run (id, scope, ruleset, actor, parks_of, phase, finished_at)
         select gen_random_uuid(), 'city', $1, 'x', 0, 'done', now() from generate_series(1, 5000)`,
  values: [ruleset],
});
await db.query({
  text: `insert into run_change (run, park, parcel, after)
         select r.id, f.park, f.parcel, 'manual'
           from (select id from run limit 100) r, (select * from leftover_finding limit 200) f`,
});
await db.query({ text: 'analyze' });
const [one] = await db.query<{ park: string; parcel: string; run: string }>({
  text: `select park::text, parcel::text, (select id from run limit 1) as run from leftover_finding
         order by park desc, parcel limit 1`,
});
if (!one) throw new Error('nothing was found');
const page = { limit: 200, offset: 0 };

describe('searches and rulings are found through their indexes', () => {
  it.each<[string, Statement, string, string[]]>([
    [
      'the plots of one park',
      listLeftoverQuery({ ...page, park: one.park }),
      'leftover_finding',
      ['leftover_finding_pkey'],
    ],
    ['the card of a parcel', readParcelQuery(one.parcel), 'leftover_finding', ['leftover_finding_parcel']],
    ['rulings on a parcel', listRulingsQuery({ parcel: one.parcel }), 'ruling', ['ruling_subject', 'ruling_in_force']],
    ['rulings of a park', listRulingsQuery({ park: one.park }), 'ruling', ['ruling_in_force', 'ruling_subject']],
    ['the last look at some parks', listLooksQuery([one.park]), 'leftover_finding', ['leftover_finding_pkey']],
    [
      'findings written anew',
      writeFindingsQuery({ park: one.park, findings: [], ruleset: 'x', inputVersion: 'y' }),
      'leftover_finding',
      ['leftover_finding_pkey'],
    ],
    ['what a search found otherwise', listRunChangesQuery(one.run, page), 'run_change', ['run_change_pkey']],
    ['searches under way', listRunsQuery({ active: 'true', limit: 20 }), 'run', ['run_under_way', 'run_at']],
  ])('%s', async (_, statement, table, indexes) => {
    const scans = await scansOf(db, statement);
    const used = scans.flatMap((scan) => scan['Index Name'] ?? []);
    expect(
      used.some((name) => indexes.includes(name)),
      used.join(),
    ).toBe(true);
    expect(scans.map((scan) => `${scan['Node Type']} ${scan['Relation Name'] ?? ''}`)).not.toContain(
      `Seq Scan ${table}`,
    );
  });

  it('asks a parcel of a page by its key, not all parcels', async () => {
    for (const query of [
      {},
      { unit: 'jinjiang', ruled: 'none' as const },
      { ruled: 'rejected' as const, kind: 'manual' },
    ]) {
      const scans = await scansOf(db, listLeftoverQuery({ ...page, limit: 20, ...query }));
      expect(scans.some((scan) => scan['Index Name'] === 'parcel_pkey')).toBe(true);
      expect(await db.query(sumLeftoverQuery({ ...page, ...query }))).not.toEqual([]);
    }
  });
});
