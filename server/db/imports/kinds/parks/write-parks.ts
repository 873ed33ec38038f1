import { z } from 'zod';
import type { WriteJob, Written } from '../../../../imports/kinds/kind';
import { addMembers, holdParcels, PARK_GROUND } from '../../../../operations/park-ground';
import type { Tx } from '../../../pool';
import { BATCH, type Batch } from '../batch';
import { countWritten, keepRows } from '../kept-rows';
import { parkMeant, parkRows } from './park-rows';

const staged = z.object({ record: z.number(), id: z.string() });
const inside = z.object({ id: z.string(), sample: z.boolean() });

/**
 * Writes official parks by their red lines. Members are the parcels whose inner point lies within the line, those of the
 * sample only where no other lies there; unit and outline follow from them, or from the line where it holds no parcel.
 */
export async function writeParks(tx: Tx, job: WriteJob, batch: Batch): Promise<Written> {
  const bounds = [batch.first, batch.next];
  await keepRows(tx, job, parkRows, `t.id in (select (select k.id ${parkMeant}) from (${BATCH}) s)`, bounds);
  const rows = await tx.query(
    {
      text: `select record, coalesce((select k.id ${parkMeant}), subject::bigint,
                                     nextval(pg_get_serial_sequence('park', 'id')))::text as id
             from (${BATCH}) s order by record`,
      values: [job.import, ...bounds],
    },
    staged,
  );
  for (const { record, id } of rows) {
    const members = await membersWithin(tx, job, record);
    await tx.query({ text: UPSERT, values: [members, id, job.import, record, job.source] });
    await tx.query({ text: 'delete from park_member where park = $1::bigint', values: [id] });
    await addMembers(tx, id, members);
  }
  return countWritten(tx, job, parkRows, batch);
}

async function membersWithin(tx: Tx, job: WriteJob, record: number): Promise<string[]> {
  const found = await tx.query(
    {
      text: `select p.id::text as id, p.sample from import_record s
             join parcel p on p.geom && s.geom and st_contains(s.geom, st_pointonsurface(p.geom))
             where s.import = $1 and s.record = $2 order by p.id`,
      values: [job.import, record],
    },
    inside,
  );
  const real = found.filter(({ sample }) => !sample);
  return holdParcels(
    tx,
    (real.length > 0 ? real : found).map(({ id }) => id),
  );
}

const UPSERT = `
  with ${PARK_GROUND},
  given as (
    select s.number as name, st_multi(s.geom) as red_line, g.*
    from import_record s, lateral jsonb_to_record(s.fields) as g(unit_id text, theme text, platform jsonb)
    where s.import = $3 and s.record = $4),
  around as (
    select u.id, u.kind, u.schematic from unit u, given
    where u.kind <> 'context' and st_intersects(u.geom, st_pointonsurface(given.red_line))
    order by u.kind = 'management-zone' desc, u.position limit 1)
  insert into park (id, name, kind, unit, unit_basis, theme, platform, red_line, surroundings_known, geom, area_square_metres,
    source, import, import_record)
  select $2::bigint, given.name, 'official', coalesce(given.unit_id, ground.unit, around.id),
    case when given.unit_id is not null then 'stored' when ground.unit is not null then ground.basis
         when around.id is null then 'none' when around.schematic then 'schematic'
         when around.kind = 'management-zone' then 'zone-layer' else 'county' end,
    coalesce(given.theme, old.theme), coalesce(given.platform, old.platform, '[]'), given.red_line,
    coalesce(old.surroundings_known, true), coalesce(ground.geom, given.red_line),
    coalesce(ground.area, st_area(given.red_line::geography)), $5, $3, $4
  from given cross join ground left join around on true left join park old on old.id = $2::bigint
  on conflict (id) do update set name = excluded.name, unit = excluded.unit, unit_basis = excluded.unit_basis,
    theme = excluded.theme, platform = excluded.platform, red_line = excluded.red_line, geom = excluded.geom,
    area_square_metres = excluded.area_square_metres, source = excluded.source, import = excluded.import,
    import_record = excluded.import_record, version = park.version + 1, changed_at = now()`;
