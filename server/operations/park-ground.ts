import { z } from 'zod';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';

const found = z.object({ id: z.string() });
const MOST_NAMED = 20;

/** Locks the parcels against withdrawal, or refuses naming those that do not exist; answers each once. */
export async function holdParcels(tx: Tx, parcels: readonly string[]): Promise<string[]> {
  const ids = [...new Set(parcels)];
  const rows = await tx.query(
    { text: 'select id::text from parcel where id = any($1::bigint[]) order by id for share', values: [ids] },
    found,
  );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw refusal('parcels-unknown', { ids: unknown.slice(0, MOST_NAMED).join(', ') });
  return ids;
}

/**
 * SQL of what follows from a park's members ($1, parcel ids): its outline, in which common ground counts once, and the
 * unit on which most of its ground lies; where any of those members read its unit off a schematic outline, the park's
 * unit is suspected only.
 */
export const PARK_GROUND = `
  members as (select * from parcel where id = any($1::bigint[])),
  outline as (select st_multi(st_unaryunion(st_collect(geom))) as geom from members),
  home as (select unit, case when bool_or(unit_basis = 'schematic') then 'schematic' else min(unit_basis) end as basis
             from members where unit is not null
            group by unit order by sum(area_square_metres) desc, unit limit 1),
  ground as (select geom, st_area(geom::geography) as area, (select unit from home) as unit,
                    coalesce((select basis from home), 'none') as basis
               from outline)`;

/** Writes the members of a park that has none yet. */
export async function addMembers(tx: Tx, park: string, parcels: readonly string[]): Promise<void> {
  await tx.query({
    text: 'insert into park_member (park, parcel) select $1::bigint, id from unnest($2::bigint[]) id',
    values: [park, parcels],
  });
}
