import type { Queryable, Statement } from '../pool';

/** Two imports that bring the same number must not pass each other. */
const commitLock = 4_490_002;

/** Lets one import be written at a time, until the transaction ends. */
export async function lockImports(tx: Queryable): Promise<void> {
  await tx.query({ text: 'select pg_advisory_xact_lock($1)', values: [commitLock] });
}

/** Holds back staged records whose number is already on the map from elsewhere; sample parcels do not count. */
export async function holdTakenNumbers(tx: Queryable, id: string): Promise<void> {
  await tx.query({
    text: `update import_record set code = null, args = '{}' where import = $1 and code = 'number-taken'`,
    values: [id],
  });
  await tx.query({
    text: `update import_record staged set code = 'number-taken', args = jsonb_build_object('file', coalesce(other.file_name, parcel.source))
           from parcel left join import other on other.id = parcel.import
           where staged.import = $1 and staged.code is null and parcel.number = staged.number and not parcel.sample`,
    values: [id],
  });
}

/** Enters the source that the parcels of an import name. */
export async function insertImportSource(tx: Queryable, id: string): Promise<void> {
  await tx.query({
    text: `insert into source (id, title, publisher, licence, retrieved, sha256, crs, coverage, schematic, sample)
           select $2, jsonb_build_object('zh', file_name, 'en', file_name), actor, 'as given by the sender', at::date, sha256,
                  coalesce(settings ->> 'crs', preview -> 'crs' ->> 'chosen', 'unknown'),
                  '{"zh": "导入文件的范围", "en": "the ground of the imported file"}', false, false
           from import where id = $1`,
    values: [id, sourceOf(id)],
  });
}

/** The source id of an import. */
export function sourceOf(id: string): string {
  return `import-${id}`;
}

/** Numbers of the accepted records, at which batches of `size` begin. */
export async function batchStarts(tx: Queryable, id: string, size: number): Promise<number[]> {
  const rows = await tx.query<{ record: number }>({
    text: `select record from (select record, row_number() over (order by record) as n from import_record
             where import = $1 and code is null) counted where (n - 1) % $2 = 0 order by record`,
    values: [id, size],
  });
  return rows.map((row) => row.record);
}

/**
 * Writes the accepted records from `first` up to, not including, `next`. The unit is the one that the file names,
 * else the management zone, else the county under the parcel's inner point; off a schematic outline it is suspected.
 * A parcel written before gets its old id again.
 */
export function writeBatchQuery(id: string, first: number, next: number | null): Statement {
  return {
    text: `with accepted as (
             select *, coalesce(parcel, nextval(pg_get_serial_sequence('parcel', 'id'))) as parcel_id
             from import_record where import = $1 and code is null and record >= $3 and ($4::int is null or record < $4)),
           placed as (
             select accepted.*, named.id as named, around.id as unit_id, around.kind, around.schematic
             from accepted
             left join lateral (
               select id from unit
               where accepted.fields ->> 'unit' in (id, adcode, name ->> 'zh', name ->> 'en') limit 1) named on true
             left join lateral (
               select id, kind, schematic from unit
               where named.id is null and st_intersects(unit.geom, st_pointonsurface(accepted.geom))
               order by kind = 'management-zone' desc, position limit 1) around on true),
           written as (
             insert into parcel (id, number, name, unit, unit_basis, use_group, use_code, status, tenure, plot_ratio, building_density,
               height_limit_metres, green_share, price_cny, farmland, declared_area_square_metres, area_square_metres,
               area_planar_square_metres, planar_crs, geom, original, source, import, import_record)
             select parcel_id, number, given.name,
               coalesce(named, case when kind <> 'context' then unit_id end),
               case when named is not null then 'stored' when kind is null or kind = 'context' then 'none'
                    when schematic then 'schematic' when kind = 'management-zone' then 'zone-layer' else 'county' end,
               given.use_group, given.use_code, given.status, given.tenure, given.plot_ratio, given.building_density,
               given.height_limit_metres, given.green_share, given.price_cny, given.farmland,
               given.declared_area_square_metres, given.area_square_metres, given.area_planar_square_metres, given.planar_crs,
               geom, original, $2, import, record
             from placed, lateral jsonb_to_record(fields) as given(
               name text, use_group text, use_code text, status text, tenure text, plot_ratio numeric, building_density numeric,
               height_limit_metres numeric, green_share numeric, price_cny numeric, farmland boolean,
               declared_area_square_metres float8, area_square_metres float8, area_planar_square_metres float8, planar_crs text)
             returning id, import_record)
           update import_record set parcel = written.id from written
           where import_record.import = $1 and import_record.record = written.import_record`,
    values: [id, sourceOf(id), first, next],
  };
}
