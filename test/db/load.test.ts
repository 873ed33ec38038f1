import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../scripts/load-facts';
import { testDatabase } from '../support/database';

const db = await testDatabase({ sample: true });
const ask = async (text: string): Promise<Record<string, unknown>> => (await db.query({ text }))[0] ?? {};
const quiet = (): void => undefined;

describe('loading the facts of the plan', () => {
  it('changes nothing when it is done again', async () => {
    const count = () =>
      ask(`select (select count(*) from unit)::int as units, (select count(*) from segment)::int as segments,
             (select count(*) from unit_segment)::int as pairs, (select count(*) from carrier)::int as carriers,
             (select count(*) from platform)::int as platforms, (select count(*) from source)::int as sources`);
    const before = await count();
    await loadFacts(db, quiet);
    expect(await count()).toEqual(before);
    expect(before).toMatchObject({ units: 14, segments: 19, carriers: 16, platforms: 6 });
  });
});

describe('the sample city in the database', () => {
  it('marks every row as a sample', async () => {
    for (const table of ['parcel', 'park', 'firm', 'corridor', 'control_line'])
      expect(await ask(`select count(*)::int as plain from ${table} where not sample`), table).toEqual({ plain: 0 });
  });

  it('lets no unit read off a hand-drawn outline count as stored', async () => {
    const text = `select count(*)::int as wrong from parcel p join unit u on u.id = p.unit
                  where (u.kind = 'management-zone') <> (p.unit_basis = 'schematic')`;
    expect(await ask(text)).toEqual({ wrong: 0 });
  });

  it('keeps planar and ellipsoidal areas apart and close', async () => {
    const text = `select count(*)::int as off, (select count(distinct planar_crs) from parcel)::int as zones from parcel
                  where abs(area_planar_square_metres / area_square_metres - 1) not between 0.00001 and 0.001`;
    expect(await ask(text)).toEqual({ off: 0, zones: 2 });
  });

  it('has looked at every park and found leftover plots of every kind', async () => {
    const kinds = await db.query<{ kind: string }>({ text: 'select distinct kind from leftover_finding' });
    expect(kinds.map((row) => row.kind)).toEqual(
      expect.arrayContaining(['corner', 'scattered', 'enclosed', 'unknown']),
    );
    expect(
      await ask(`select count(*)::int as bare from park k where not exists
      (select from assessment a where a.subject_kind = 'park' and a.subject_id = k.id::text)`),
    ).toEqual({ bare: 0 });
  });
});
