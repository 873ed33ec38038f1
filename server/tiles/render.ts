import { type Feature, fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { LayerName } from '../../data/contract';
import type { Queryable } from '../db/pool';
import { EXTENT, type TileFrame } from './address';
import { mendedRow, mendedRowsQuery, type TileLayer, type TileRow, tileLayer, tileRow, tileRowsQuery } from './layers';
import { readWkb, type TileGeometry } from './read-wkb';
import { doubleArea, judgeRounded, windRings } from './rings';

/** No tile is larger than this before compression. */
export const TILE_LIMIT_BYTES = 500_000;
const DEADLINE_MS = 15_000;
const LINE = 2;
const POLYGON = 3;

/** Properties that do not come from a column of the layer, by feature id. */
export type ExtraTags = ReadonlyMap<number, Record<string, string>>;

/** Draws one map layer of one tile as vector tile bytes; empty where there is nothing. */
export async function renderTile(
  tx: Queryable,
  layer: LayerName,
  frame: TileFrame,
  extra: ExtraTags | null,
): Promise<Uint8Array> {
  const asked = tileLayer(layer, frame.zoom);
  const rows = await tx.query(tileRowsQuery(asked, frame), tileRow, { deadlineMs: DEADLINE_MS });
  const features: Feature[] = [];
  const broken = new Map<string, TileRow>();
  for (const row of rows) {
    if (!row.wkb) continue;
    const geometry = readWkb(row.wkb, frame);
    const rounded = judgeRounded(geometry.polygons);
    if (geometry.polygons.length > 0 && rounded.state === 'broken') broken.set(row.key, row);
    else add(features, row, geometry, rounded.state === 'sound' ? rounded.rings : [], extra);
  }
  if (broken.size > 0) await mend(tx, asked, frame, broken, features, extra);
  return encode(asked.source, features);
}

async function mend(
  tx: Queryable,
  layer: TileLayer,
  frame: TileFrame,
  broken: ReadonlyMap<string, TileRow>,
  features: Feature[],
  extra: ExtraTags | null,
): Promise<void> {
  const asIs = { west: 0, north: 0, unitsPerMetre: 1 };
  const mended = await tx.query(mendedRowsQuery(layer, frame, [...broken.keys()]), mendedRow, {
    deadlineMs: DEADLINE_MS,
  });
  for (const { key, wkb } of mended) {
    const row = broken.get(key);
    const geometry = readWkb(wkb, asIs);
    if (row) add(features, row, geometry, windRings(geometry.polygons), extra);
  }
}

function add(
  features: Feature[],
  row: TileRow,
  ground: TileGeometry,
  rings: Feature['geometry'],
  extra: ExtraTags | null,
) {
  const more = row.id === null ? undefined : extra?.get(row.id);
  const tags = more ? { ...row.tags, ...more } : row.tags;
  const id = row.id === null ? {} : { id: row.id };
  if (rings.length > 0) features.push({ ...id, type: POLYGON, tags, geometry: rings } as Feature);
  if (ground.lines.length > 0) features.push({ ...id, type: LINE, tags, geometry: ground.lines } as Feature);
}

/** Encodes the features; while the tile is too large, the smallest polygons are left out. */
function encode(source: string, all: readonly Feature[]): Uint8Array {
  let features = all;
  while (features.length > 0) {
    const wrapper = new GeoJSONWrapper([...features], { version: 2, extent: EXTENT });
    wrapper.name = source;
    const bytes = fromVectorTileJs({ layers: { [source]: wrapper } });
    if (bytes.length <= TILE_LIMIT_BYTES) return bytes;
    const keep = Math.floor(features.length * (TILE_LIMIT_BYTES / bytes.length) * 0.97);
    features = largest(features, keep);
  }
  return new Uint8Array();
}

function largest(features: readonly Feature[], count: number): Feature[] {
  const sized = features.map((feature) => ({ feature, size: sizeOf(feature) }));
  return sized
    .toSorted((a, b) => b.size - a.size)
    .slice(0, count)
    .map(({ feature }) => feature);
}

function sizeOf({ type, geometry }: Feature): number {
  if (type !== POLYGON) return Number.POSITIVE_INFINITY;
  return (geometry as [number, number][][]).reduce((sum, ring) => sum + doubleArea(ring), 0);
}
