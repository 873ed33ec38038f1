import { z } from 'zod';
import type { Queryable } from '../../pool';
import { sourceOf } from '../import-source';

interface Batch {
  first: number;
  next: number | null;
}

/** Columns that a file may fill, as they stand in `fields`; those that no column of the file fills are absent there. */
const GIVEN = `
  name text, use_group text, use_code text, status text, tenure text, plot_ratio numeric, building_density numeric,
  height_limit_metres numeric, green_share numeric, price_cny numeric, farmland boolean, declared_area_square_metres float8`;
const given = GIVEN.split(',').map((column) => column.trim().split(' ')[0] as string);
const MEASURED = 'area_square_metres float8, area_planar_square_metres float8, planar_crs text';

/**
 * Accepted records of a batch with their unit: the one that the file names, else the management zone, else the county
 * under the inner point; off a schematic outline it is suspected. Names are looked up in a list made once a batch: asked
 * of the units record by record, their outlines would be read each time.
 */
const PLACED = `
  accepted as (
    select * from import_record
    where import = $1 and code is null and outcome is null and record >= $3 and ($4::int is null or record < $4)),
  known as materialized (
    select key, min(id) as id from unit, unnest(array[id, adcode, name ->> 'zh', name ->> 'en']) key
    where key is not null group by key),
  placed as (
    select accepted.*, named.id is not null as unit_named,
      coalesce(named.id, case when around.kind <> 'context' then around.id end) as unit,
      case when named.id is not null then 'stored' when around.kind is null or around.kind = 'context' then 'none'
           when around.schematic then 'schematic' when around.kind = 'management-zone' then 'zone-layer' else 'county' end as unit_basis
    from accepted
    left join known named on named.key = accepted.fields ->> 'unit'
    left join lateral (
      select id, kind, schematic from unit
      where named.id is null and st_intersects(unit.geom, st_pointonsurface(accepted.geom))
      order by kind = 'management-zone' desc, position limit 1) around on true)`;

/** Keeps the marking of records to those of the batch, so that none looks through the whole file. */
const OF_BATCH =
  'import_record.import = $1 and import_record.record >= $3 and ($4::int is null or import_record.record < $4)';

const counted = z.object({ inserted: z.number(), updated: z.number(), unchanged: z.number() });

/** Writes the accepted records of a batch as new parcels; one written before gets its old id again. */
export async function insertParcels(tx: Queryable, id: string, { first, next }: Batch): Promise<number> {
  const columns = given.map((column) => {
    if (column === 'use_group') return `coalesce(given.use_group, 'other')`;
    return column === 'tenure' ? `coalesce(given.tenure, 'unknown')` : `given.${column}`;
  });
  const [row] = await tx.query<{ count: number }>({
    text: `with ${PLACED},
           numbered as (select *, coalesce(parcel, nextval(pg_get_serial_sequence('parcel', 'id'))) as parcel_id from placed),
           written as (
             insert into parcel (id, number, unit, unit_basis, ${given.join(', ')}, area_square_metres,
               area_planar_square_metres, planar_crs, geom, original, source, import, import_record)
             select parcel_id, number, unit, unit_basis, ${columns.join(', ')}, given.area_square_metres,
               given.area_planar_square_metres, given.planar_crs, geom, original, $2, import, record
             from numbered, lateral jsonb_to_record(fields) as given(${GIVEN}, ${MEASURED})
             returning id, import_record),
           noted as (
             update import_record set parcel = written.id, outcome = 'inserted' from written
             where ${OF_BATCH} and import_record.record = written.import_record returning record)
           select count(*)::int as count from noted`,
    values: [id, sourceOf(id), first, next],
  });
  return row?.count ?? 0;
}

/** Columns of a parcel that writing over changes, each with what it becomes. */
const BECOMES: readonly [string, string][] = [
  ...given.map((column): [string, string] => [
    column,
    `case when fields ? '${column}' then given.${column} else old.${column} end`,
  ]),
  ['unit', `case when not unit_named and old.unit_basis = 'stored' then old.unit else placed.unit end`],
  ['unit_basis', `case when not unit_named and old.unit_basis = 'stored' then 'stored' else placed.unit_basis end`],
  ['area_square_metres', 'given.area_square_metres'],
  ['area_planar_square_metres', 'given.area_planar_square_metres'],
  ['planar_crs', 'given.planar_crs'],
];
const becoming = BECOMES.map(([column]) => column);
const listOf = (table: string): string => becoming.map((column) => `${table}.${column}`).join(', ');

/**
 * Writes the accepted records of a batch over the parcels that carry their numbers, keeping what stood there before; a
 * field that no column of the file fills stays as it was. What is the same already is left alone, unless `takeOver`
 * makes it this import's own.
 */
export async function writeOverParcels(
  tx: Queryable,
  id: string,
  { first, next }: Batch,
  takeOver: boolean,
): Promise<{ updated: number; unchanged: number }> {
  const [row] = await tx.query(
    {
      text: `with ${PLACED},
             met as (
               select placed.record, placed.geom, placed.original, old.id,
                 ${BECOMES.map(([column, value]) => `${value} as ${column}`).join(', ')}
               from placed join parcel old on old.number = placed.number and not old.sample,
                 lateral jsonb_to_record(fields) as given(${GIVEN}, ${MEASURED})),
             compared as (
               select met.*, (${listOf('met')}) is not distinct from (${listOf('old')})
                   and st_asbinary(met.geom) = st_asbinary(old.geom) as same
               from met join parcel old using (id)),
             kept as (
               insert into import_previous (import, target, id, row, geom)
               select $1, 'parcel', old.id::text, ${keptRow('old')}, old.geom
               from compared join parcel old using (id) where $5 or not same
               on conflict do nothing),
             written as (
               update parcel set ${becoming.map((column) => `${column} = compared.${column}`).join(', ')},
                 geom = compared.geom, original = compared.original, source = $2, import = $1, import_record = compared.record,
                 changed_at = now()
               from compared where parcel.id = compared.id and ($5 or not same)),
             noted as (
               update import_record set parcel = compared.id, outcome = case when same then 'unchanged' else 'updated' end
               from compared where ${OF_BATCH} and import_record.record = compared.record returning outcome)
             select 0 as inserted, count(*) filter (where outcome = 'updated')::int as updated,
               count(*) filter (where outcome = 'unchanged')::int as unchanged from noted`,
      values: [id, sourceOf(id), first, next, takeOver],
    },
    counted,
  );
  return { updated: row?.updated ?? 0, unchanged: row?.unchanged ?? 0 };
}

const rowColumns = [
  'id',
  'number',
  ...becoming,
  'original',
  'source',
  'import',
  'import_record',
  'sample',
  'changed_at',
];

/** SQL of a parcel's row as it is kept, without its geometry. */
export function keptRow(table: string): string {
  return `(select to_jsonb(row) from (select ${rowColumns.map((column) => `${table}.${column}`).join(', ')}) row)`;
}

/** Columns that a kept row gives back. */
export const keptColumns: readonly string[] = rowColumns;
