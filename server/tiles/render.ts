import type { TileLayerName } from '../../data/contract';
import type { Queryable } from '../db/pool';
import type { TileFrame } from './address';
import { encodeLayer, type TileFeature } from './encode-layer';
import { type MendedRow, mendedRowsQuery, type TileLayer, type TileRow, tileLayer, tileRowsQuery } from './layers';
import { readWkb } from './read-wkb';
import { doubleArea, judgeRounded, windRings } from './rings';

/** No tile is larger than this before compression. */
const TILE_LIMIT_BYTES = 500_000;
const DEADLINE_MS = 15_000;
/** Ground that the database has already placed in the tile. */
const AS_IS = { west: 0, north: 0, unitsPerMetre: 1 };

/** Properties that do not come from a column of the layer, by feature id. */
export interface ExtraTags {
  readonly names: readonly string[];
  readonly byId: ReadonlyMap<number, readonly string[]>;
}

/** Draws one map layer of one tile as vector tile bytes; empty where there is nothing. */
export async function renderTile(
  tx: Queryable,
  layer: TileLayerName,
  frame: TileFrame,
  extra: ExtraTags | null,
): Promise<Uint8Array> {
  const asked = tileLayer(layer, frame.zoom);
  const names = Object.keys(asked.tags);
  const columns = names.map((name): `tag_${string}` => `tag_${name}`);
  const tagsOf = (row: TileRow): TileFeature['tags'] => {
    const own = columns.map((column) => row[column]);
    const more = row.id === null ? undefined : extra?.byId.get(row.id);
    return more ? [...own, ...more] : own;
  };
  const features: TileFeature[] = [];
  const broken = new Map<string, TileRow>();
  for (const row of await tx.query<TileRow>(tileRowsQuery(asked, frame), null, { deadlineMs: DEADLINE_MS })) {
    if (!row.wkb) continue;
    const { lines, polygons } = readWkb(row.wkb, frame);
    const rounded = judgeRounded(polygons);
    if (lines.length > 0) features.push({ id: row.id, type: 'line', lines, tags: tagsOf(row) });
    if (rounded.state === 'broken') broken.set(row.key, row);
    if (rounded.state === 'sound')
      features.push({ id: row.id, type: 'polygon', lines: rounded.rings, tags: tagsOf(row) });
  }
  for (const [row, lines] of await mended(tx, asked, frame, broken))
    features.push({ id: row.id, type: 'polygon', lines, tags: tagsOf(row) });
  return encodeWithinLimit(asked.source, [...names, ...(extra?.names ?? [])], features);
}

/** The rings of rows that rounding broke, as the database mends them. */
async function mended(
  tx: Queryable,
  layer: TileLayer,
  frame: TileFrame,
  broken: ReadonlyMap<string, TileRow>,
): Promise<[TileRow, TileFeature['lines']][]> {
  if (broken.size === 0) return [];
  const statement = mendedRowsQuery(layer, frame, [...broken.keys()]);
  const rows = await tx.query<MendedRow>(statement, null, { deadlineMs: DEADLINE_MS });
  return rows.flatMap(({ key, wkb }): [TileRow, TileFeature['lines']][] => {
    const row = broken.get(key);
    const rings = windRings(readWkb(wkb, AS_IS).polygons);
    return row && rings.length > 0 ? [[row, rings]] : [];
  });
}

/** Encodes the features; while the tile is too large, the smallest polygons are left out. */
function encodeWithinLimit(source: string, names: readonly string[], all: readonly TileFeature[]): Uint8Array {
  let features = all;
  while (features.length > 0) {
    const bytes = encodeLayer(source, names, features);
    if (bytes.length <= TILE_LIMIT_BYTES) return bytes;
    features = largest(features, Math.floor(features.length * (TILE_LIMIT_BYTES / bytes.length) * 0.97));
  }
  return new Uint8Array();
}

function largest(features: readonly TileFeature[], count: number): TileFeature[] {
  const sized = features.map((feature) => ({ feature, size: sizeOf(feature) }));
  return sized
    .toSorted((a, b) => b.size - a.size)
    .slice(0, count)
    .map(({ feature }) => feature);
}

function sizeOf({ type, lines }: TileFeature): number {
  return type === 'line' ? Number.POSITIVE_INFINITY : lines.reduce((sum, ring) => sum + doubleArea(ring), 0);
}
