import { z } from 'zod';
import { buildApp } from '../../server/app';
import type { Config } from '../../server/config';
import type { Db, Statement } from '../../server/db/pool';
import type { Rulesets } from '../../server/rules';
import { BUFFER, EXTENT, tileFrame } from '../../server/tiles/address';
import { tileLayer } from '../../server/tiles/layers';
import { untilQuiet } from './quiet';
import { type Measured, median } from './table';

export interface TileName {
  zoom: number;
  x: number;
  y: number;
}

const zooms = [14, 15, 16];
const tilesPerZoom = 24;
/** The best of so many rounds counts for a tile, so that a busy machine disturbs neither side. */
const rounds = 5;
const edgeMetres = 20_037_508.342789244;
const embeddedFactor = 2;

/** The tiles that hold most parcels at a zoom. */
export async function fullestTiles(db: Db, zoom: number): Promise<TileName[]> {
  const text = `
    select floor((st_x(c) + $1) / $2)::int as x, floor(($1 - st_y(c)) / $2)::int as y, count(*) as n
    from (select st_centroid(mercator) as c from parcel) p group by 1, 2 order by n desc, 1, 2 limit $3`;
  const side = (2 * edgeMetres) / 2 ** zoom;
  const row = z.object({ x: z.number(), y: z.number() });
  const rows = await db.query({ text, values: [edgeMetres, side, tilesPerZoom] }, row);
  return rows.map(({ x, y }) => ({ zoom, x, y }));
}

/**
 * Times tiles that no cache holds, drawn by the whole application over `db`, against the bare ST_AsMVT statement of the
 * same query on native PostGIS, one after the other, tile by tile.
 */
export async function benchColdTiles(
  parts: { db: Db; rulesets: Rulesets; config: Config },
  native: Db | null,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const zoom of zooms) {
    const tiles = await fullestTiles(parts.db, zoom);
    const ours = tiles.map(() => Number.POSITIVE_INFINITY);
    const theirs = tiles.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < rounds; round++) {
      const app = await buildApp(parts);
      await app.ready();
      await untilQuiet();
      for (const [n, tile] of tiles.entries()) {
        const url = `/tiles/parcels/${tile.zoom}/${tile.x}/${tile.y}`;
        const own = await time(() => app.inject({ url, headers: { 'accept-encoding': 'gzip' } }));
        const bare = native && (await time(() => native.query(bareStatement(tile))));
        ours[n] = Math.min(ours[n] ?? own, own);
        theirs[n] = Math.min(theirs[n] ?? Number.POSITIVE_INFINITY, bare ?? Number.POSITIVE_INFINITY);
      }
      await app.close();
    }
    measured.push(compare(zoom, parts.db.kind, median(ours), native ? median(theirs) : null));
  }
  return measured;
}

function compare(zoom: number, kind: Db['kind'], ours: number, theirs: number | null): Measured {
  const factor = kind === 'native' ? 1 : embeddedFactor;
  const text = kind === 'native' ? 'no slower' : `within ${embeddedFactor}x`;
  return {
    what: `cold parcel tile, z${zoom}, ${kind}`,
    ours,
    peer: theirs === null ? null : { name: 'bare ST_AsMVT, native', value: theirs },
    unit: 'ms',
    aim: theirs === null ? null : { text, reached: ours <= factor * theirs },
  };
}

/** The same rows, tags and window as the product's own statement, encoded by PostGIS. */
function bareStatement({ zoom, x, y }: TileName): Statement {
  const frame = tileFrame(zoom, x, y);
  if (!frame) throw new Error(`no tile ${zoom}/${x}/${y}`);
  const layer = tileLayer('parcels', zoom);
  const tags = Object.entries(layer.tags).map(([name, sql]) => `${sql} as "${name}"`);
  const inside = [
    frame.west,
    frame.north - EXTENT / frame.unitsPerMetre,
    frame.west + EXTENT / frame.unitsPerMetre,
    frame.north,
  ];
  return {
    text: `select st_asmvt(t, '${layer.source}', ${EXTENT}, 'ground', 'fid') as tile from (
      select ${layer.id} as fid, ${tags.join(', ')},
        st_asmvtgeom(${layer.ground}, st_makeenvelope($5, $6, $7, $8, 3857), ${EXTENT}, ${BUFFER}, true) as ground
      from ${layer.from} where ${layer.ground} && st_makeenvelope($1, $2, $3, $4, 3857)) t`,
    values: [...frame.window, ...inside],
  };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
