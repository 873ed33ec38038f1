import type { Queryable, Statement } from '../../pool';

/**
 * Outline and unit of the parks in `touched`, as they follow from the members when a park is saved (`PARK_GROUND`): the unit
 * is that of most of the ground. One that is stored with the park stays, and so does one read off a red line where no
 * member has a unit. Both follow from the members alone, so that putting the plots back puts them back too.
 */
const REDRAWN = `
  update park set geom = drawn.geom, area_square_metres = st_area(drawn.geom::geography), changed_at = now(),
    unit = case when settled then park.unit else home.unit end,
    unit_basis = case when settled then park.unit_basis else coalesce(home.basis, 'none') end
  from touched
  cross join lateral (
    select st_multi(st_unaryunion(st_collect(parcel.geom))) as geom
    from park_member member join parcel on parcel.id = member.parcel where member.park = touched.park) drawn
  left join lateral (
    select parcel.unit, case when bool_or(parcel.unit_basis = 'schematic') then 'schematic' else min(parcel.unit_basis) end as basis
    from park_member member join parcel on parcel.id = member.parcel
    where member.park = touched.park and parcel.unit is not null
    group by parcel.unit order by sum(parcel.area_square_metres) desc, parcel.unit limit 1) home on true
  cross join lateral (
    select own.unit_basis = 'stored' or (home.unit is null and own.red_line is not null) as settled
    from park own where own.id = touched.park) held
  where park.id = touched.park`;

/** Draws the outlines of parks anew whose plots a batch of an import has written over, and settles their units anew. */
export async function redrawParks(
  tx: Queryable,
  id: string,
  { first, next }: { first: number; next: number | null },
): Promise<void> {
  await tx.query(
    redraw(
      `select distinct member.park from import_record staged join park_member member on member.parcel = staged.parcel
       where staged.import = $1 and staged.outcome = 'updated' and staged.record >= $2 and ($3::int is null or staged.record < $3)`,
      [id, first, next],
    ),
  );
}

/** Does the same for parks whose plots have been put back as they were; `parcels` are those that were written over. */
export async function redrawParksOf(tx: Queryable, parcels: readonly string[]): Promise<void> {
  await tx.query(redraw('select distinct park from park_member where parcel = any($1::bigint[])', [parcels]));
}

/** Parcels that an import, or some of its records, wrote over and that belong to a park. */
export async function parkPlotsWrittenOver(
  tx: Queryable,
  id: string,
  only: readonly number[] | null = null,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    text: `select kept.id from import_previous kept join park_member member on member.parcel = kept.id::bigint
           where kept.import = $1 and kept.target = 'parcel' and not kept.removed
             and ($2::int[] is null or kept.id in (select parcel::text from import_record where import = $1 and record = any($2)))`,
    values: [id, only],
  });
  return rows.map((row) => row.id);
}

function redraw(touched: string, values: unknown[]): Statement {
  return { text: `with touched as materialized (${touched}) ${REDRAWN}`, values };
}
