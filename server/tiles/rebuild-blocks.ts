import type { Db, Queryable, Statement } from '../db/pool';

/** The paintings that blocks are melted for, and the column that gives the class. */
const schemes = { status: "coalesce(status, 'none')", use: 'use_group' } as const;
type Scheme = keyof typeof schemes;

/** Zoom bands from near to far, each melted from the one before: gaps that a reader at that scale would not see close. */
const bands = [
  { zoom: 12, from: null, meltMetres: 15, leastSquareMetres: 300 },
  { zoom: 10, from: 12, meltMetres: 40, leastSquareMetres: 5_000 },
  { zoom: 8, from: 10, meltMetres: 120, leastSquareMetres: 40_000 },
] as const;
type Band = (typeof bands)[number];

/** Metres of EPSG:3857 across a tile of zoom 0. */
const WORLD_METRES = 40_075_016.68557849;
/** Corners that bend less than this do not show on the nearest band. */
const FINE_METRES = 3;

/**
 * Melts neighbours of one class: grown by half the gap that is closed, joined, shrunk back, simplified to what the band
 * can show, thinned of specks. Cells of a quarter tile keep every block small. Nothing is measured here: count and area
 * come from the parcels themselves. Never shrunk with mitred joins: PGlite loses the statement there.
 */
export function meltBlocksQuery(scheme: Scheme, band: Band): Statement {
  const near = `select ${schemes[scheme]} as class, 1 as count, area_square_metres * 0.0015 as area_mu,
                       st_simplify(mercator, ${FINE_METRES}, true) as mercator from parcel`;
  const far = `select class, count, area_mu, mercator from parcel_block where scheme = $1 and zoom = ${band.from}`;
  return {
    text: `
      with part as (${band.from === null ? near : far}),
      cell as (
        select part.*, floor(st_x(st_centroid(st_envelope(mercator))) / $3::float8) as column_at,
               floor(st_y(st_centroid(st_envelope(mercator))) / $3::float8) as row_at from part),
      melted as (
        select class, sum(count)::int as count, sum(area_mu) as area_mu,
               st_simplifypreservetopology(st_buffer(
                 st_unaryunion(st_collect(st_buffer(mercator, $4::float8, 'quad_segs=1 join=mitre'))),
                 -$4::float8, 'quad_segs=1'), $4::float8 / 2) as ground
        from cell group by class, column_at, row_at),
      thinned as (
        select class, count, area_mu,
               (select st_collect(piece.geom) from st_dump(st_collectionextract(st_makevalid(ground), 3)) piece
                 where st_area(piece.geom) >= $5::float8) as ground
        from melted)
      insert into parcel_block (scheme, class, zoom, count, area_mu, mercator)
      select $1, class, $2::int, count, area_mu, st_makevalid(ground) from thinned where ground is not null`,
    values: [scheme, band.zoom, WORLD_METRES / 2 ** band.zoom / 4, band.meltMetres / 2, band.leastSquareMetres],
  };
}

/**
 * Rebuilds the generalised blocks that stand for the parcels at low zooms, where they are older than the parcels.
 * Called after bulk writes; two processes that call it at once do the work once.
 */
export async function rebuildBlocks(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query({ text: 'lock table parcel_block_version in exclusive mode' });
    const current = await parcelsVersion(tx);
    const [built] = await tx.query<{ parcels: number }>({ text: 'select parcels from parcel_block_version' });
    if (built?.parcels === current) return;
    await tx.query({ text: 'delete from parcel_block' });
    for (const scheme of Object.keys(schemes) as Scheme[])
      for (const band of bands) await tx.query(meltBlocksQuery(scheme, band), null, { deadlineMs: 0 });
    await tx.query({
      text: `insert into parcel_block_version (parcels) values ($1)
             on conflict (singleton) do update set parcels = excluded.parcels`,
      values: [current],
    });
    await tx.query({
      text: `insert into layer_version (layer) values ('blocks')
             on conflict (layer) do update set version = layer_version.version + 1`,
    });
  });
}

async function parcelsVersion(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ version: number }>({
    text: "select version from layer_version where layer = 'parcels'",
  });
  return row?.version ?? 0;
}
