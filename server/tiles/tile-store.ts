import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { TileLayerName } from '../../data/contract';
import type { Db } from '../db/pool';
import { readVersions } from '../db/state/read-versions';
import type { TileFrame } from './address';
import { type ExtraTags, renderTile } from './render';
import { shownVersion } from './shown-version';

const KEPT_BYTES = 96 * 1024 * 1024;
/** Tiles are small: harder squeezing takes longer than it saves on the way. */
const gzipLevel = 4;
const squeeze = promisify(gzip);

/** A tile as it is kept and sent: compressed once. */
export interface StoredTile {
  version: number;
  gzip: Buffer;
  etag: string;
}
/** Which tile is asked for, and by which version of its layer if the caller names one. */
export interface TileAsked {
  layer: TileLayerName;
  x: number;
  y: number;
  frame: TileFrame;
  version: number | null;
}
export interface TileSettings {
  asOf: () => string;
  /** Properties of parks that come from the core, not from a column. */
  parkTags: () => Promise<ExtraTags>;
}

/** Gives the tile asked for. */
export type TileStore = (asked: TileAsked) => Promise<StoredTile>;

/**
 * Gives tiles from memory, keyed by the version of their layer: a caller who names a version that is kept is answered
 * without the database; all others get the version that is current in the database now.
 */
export function openTileStore(db: Db, settings: TileSettings): TileStore {
  const kept = new LRUCache<string, StoredTile>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (tile) => tile.gzip.length + 200,
  });
  const drawing = new Map<string, Promise<StoredTile>>();
  const keyOf = ({ layer, frame, x, y }: TileAsked, version: number) => `${layer}/${frame.zoom}/${x}/${y}/${version}`;

  // The version is read before what is drawn: a tile may be newer than its key, never older.
  const draw = async (asked: TileAsked, version: number): Promise<StoredTile> => {
    const extra = asked.layer === 'parks' ? await settings.parkTags() : null;
    const bytes = await renderTile(db, asked.layer, asked.frame, extra);
    const tile = { version, gzip: await squeeze(bytes, { level: gzipLevel }), etag: etagOf(bytes) };
    kept.set(keyOf(asked, version), tile);
    return tile;
  };

  return async (asked) => {
    const named = asked.version === null ? undefined : kept.get(keyOf(asked, asked.version));
    if (named) return named;
    const current = shownVersion(asked.layer, await readVersions(db), settings.asOf());
    const key = keyOf(asked, current);
    const found = kept.get(key) ?? drawing.get(key);
    if (found) return found;
    const mine = draw(asked, current).finally(() => drawing.delete(key));
    drawing.set(key, mine);
    return mine;
  };
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 24)}"`;
}
