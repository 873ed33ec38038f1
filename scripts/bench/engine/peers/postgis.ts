import { z } from 'zod';
import type { Db } from '../../../../server/db/pool';
import { Contacts, type PieceCounts } from './answers';
import { type PeerPlot, wkbOf } from './peer-ground';

const table = 'bench_peer_plot';
const unlimited = { deadlineMs: 0 };

/** Puts the plots into a table of their own in metres, indexed and analysed. */
export async function layForPostgis(db: Db, plots: readonly PeerPlot[]): Promise<void> {
  await db.query({ text: `drop table if exists ${table}` });
  await db.query({
    text: `create table ${table} (place int primary key, park int not null, ground geometry not null)`,
  });
  await db.query({
    text: `insert into ${table} select * from unnest($1::int[], $2::int[], $3::bytea[]) as t(place, park, ground)`,
    values: [plots.map((_, i) => i), plots.map(({ park }) => park), plots.map(wkbOf)],
  });
  await db.query({ text: `create index on ${table} using gist (ground)` });
  await db.query({ text: `vacuum analyze ${table}` }, null, unlimited);
}

/** ST_ClusterDBSCAN over each park's plots. */
export async function postgisPieces(db: Db, metres: number): Promise<PieceCounts> {
  const text = `select count(distinct piece)::int as pieces from (
      select park, st_clusterdbscan(ground, eps := $1, minpoints := 1) over (partition by park) as piece from ${table}) p
    group by park order by park`;
  const rows = await db.query({ text, values: [metres] }, z.object({ pieces: z.number() }), unlimited);
  return rows.map(({ pieces }) => pieces);
}

/** How common boundary is measured: exactly, or as the boundary within the snap of the other plot's boundary. */
export type Measure = 'exact' | 'within-snap';

/** Length of the common boundary of adjoining plots of one park; of the parks up to `lastPark` only. */
export async function postgisContacts(
  db: Db,
  measure: Measure,
  metres: number,
  lastPark: number,
  plots: number,
): Promise<Contacts> {
  const length =
    measure === 'exact'
      ? 'st_length(st_intersection(st_boundary(a.ground), st_boundary(b.ground)))'
      : `greatest(st_length(st_intersection(st_boundary(a.ground), st_buffer(st_boundary(b.ground), $1, 'endcap=flat'))),
                  st_length(st_intersection(st_boundary(b.ground), st_buffer(st_boundary(a.ground), $1, 'endcap=flat'))))`;
  const text = `select a.place as a, b.place as b, ${length} as metres
    from ${table} a join ${table} b on b.park = a.park and b.place > a.place
      and b.ground && st_expand(a.ground, $1) and st_dwithin(a.ground, b.ground, $1)
    where a.park <= $2`;
  const rows = await db.query<{ a: number; b: number; metres: number }>(
    { text, values: [metres, lastPark] },
    null,
    unlimited,
  );
  const contacts = new Contacts(plots);
  for (const { a, b, metres: common } of rows) if (common > 0) contacts.add(a, b, common);
  return contacts;
}
