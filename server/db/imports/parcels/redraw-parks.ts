import type { Queryable, Statement } from '../../pool';

const REDRAWN = `
  update park set geom = drawn.geom, area_square_metres = st_area(drawn.geom::geography), changed_at = now()
  from touched, lateral (
    select st_multi(st_unaryunion(st_collect(parcel.geom))) as geom
    from park_member member join parcel on parcel.id = member.parcel where member.park = touched.park) drawn
  where park.id = touched.park`;

/** Draws the outlines of parks anew whose plots a batch of an import has written over. */
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

/** Draws the outlines of parks anew whose plots are about to be put back as they were; ask it after that, with what was kept. */
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
