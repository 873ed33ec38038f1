import { z } from 'zod';
import type { WriteJob } from '../../../../imports/kinds/kind';
import type { Tx } from '../../../pool';

/** Short statements: the embedded database answers nobody else while one runs. */
const parcelsAtOnce = 5000;
const looked = z.object({ last: z.number().nullable() });

/**
 * Gives the parcels on the changed ground (old outlines and new of the units written) the unit under their inner point, the
 * management zone before the county, as an import of parcels does; one whose unit was stored with it keeps it. Looks at
 * those written after `since`; what they had is kept.
 */
export async function assignUnits(tx: Tx, job: WriteJob, since: string): Promise<void> {
  for (let after = -1; ; ) {
    const [chunk] = await tx.query({ text: ASSIGN, values: [job.import, after, parcelsAtOnce, since] }, looked);
    if (!chunk || chunk.last === null) return;
    after = chunk.last;
  }
}

const ASSIGN = `
  with ground as (
    select (p.row ->> 'geom')::geometry(MultiPolygon, 4490) as geom from import_previous p where p.import = $1 and p.target = 'unit'
    union all
    select u.geom from import_previous p join unit u on u.id = p.id where p.import = $1 and p.target = 'unit'
    union all
    select st_multi(s.geom) from import_record s
     where s.import = $1 and s.code is null and exists (select from import_previous p
       where p.import = $1 and p.target = 'unit' and p.id = s.fields ->> 'unit_id')),
  box as (select st_setsrid(st_extent(geom)::geometry, 4490) as geom from ground),
  chunk as (
    select p.id, p.unit, p.unit_basis, st_pointonsurface(p.geom) as inner_point from parcel p
    where p.id > $2::bigint and p.unit_basis <> 'stored' and p.changed_at > $4::timestamptz and p.geom && (select geom from box)
    order by p.id limit $3),
  placed as (
    select chunk.*, case when around.kind <> 'context' then around.id end as new_unit,
      case when around.kind is null or around.kind = 'context' then 'none' when around.schematic then 'schematic'
           when around.kind = 'management-zone' then 'zone-layer' else 'county' end as new_basis
    from chunk left join lateral (
      select u.id, u.kind, u.schematic from unit u where st_intersects(u.geom, chunk.inner_point)
      order by u.kind = 'management-zone' desc, u.position limit 1) around on true),
  moved as (
    select * from placed
    where (unit, unit_basis) is distinct from (new_unit, new_basis)
      and exists (select from ground where st_intersects(ground.geom, inner_point))),
  kept as (
    insert into import_previous (import, target, id, row)
    select $1, 'parcel-unit', id::text, jsonb_build_object('unit', unit, 'unit_basis', unit_basis) from moved
    on conflict do nothing),
  written as (
    update parcel set unit = moved.new_unit, unit_basis = moved.new_basis from moved where parcel.id = moved.id)
  select max(id) as last from chunk`;

/** Lets the parks follow whose members have changed their units, as a saved park takes its unit from most of its ground. */
export async function followParks(tx: Tx, job: WriteJob): Promise<void> {
  await tx.query({
    text: `with homes as (
             select distinct on (park) park, unit, basis from (
               select m.park, p.unit, sum(p.area_square_metres) as area,
                      case when bool_or(p.unit_basis = 'schematic') then 'schematic' else min(p.unit_basis) end as basis
               from park_member m join parcel p on p.id = m.parcel
               where p.unit is not null and m.park in (
                 select own.park from park_member own join import_previous kept
                   on kept.import = $1 and kept.target = 'parcel-unit' and kept.id = own.parcel::text)
               group by m.park, p.unit) grounds
             order by park, area desc, unit),
           moved as (
             select k.id, k.unit, k.unit_basis, h.unit as new_unit, h.basis as new_basis from park k join homes h on h.park = k.id
             where k.unit_basis <> 'stored' and (k.unit, k.unit_basis) is distinct from (h.unit, h.basis)),
           kept as (
             insert into import_previous (import, target, id, row)
             select $1, 'park-unit', id::text, jsonb_build_object('unit', unit, 'unit_basis', unit_basis) from moved
             on conflict do nothing)
           update park set unit = moved.new_unit, unit_basis = moved.new_basis from moved where park.id = moved.id`,
    values: [job.import],
  });
}

/** Gives parcels and parks the units back that they had; one whose unit has been stored since keeps it. */
export async function putUnitsBack(tx: Tx, job: WriteJob): Promise<void> {
  for (const table of ['parcel', 'park']) {
    await tx.query({
      text: `update ${table} t set unit = p.row ->> 'unit', unit_basis = p.row ->> 'unit_basis' from import_previous p
             where p.import = $1 and p.target = '${table}-unit' and p.id = t.id::text and t.unit_basis <> 'stored'`,
      values: [job.import],
    });
  }
}
