import { z } from 'zod';
import { surroundingKind } from '../../data/contract';
import { listCityCorridors, listCoverage } from '../db/engine/list-city-corridors';
import { listCityFirms } from '../db/engine/list-city-firms';
import { listCityParks, listParkStamps } from '../db/engine/list-city-parks';
import { listGapRulings } from '../db/engine/list-gap-rulings';
import { pruneParcelChangesQuery, readParcelChanges, readSnapshot } from '../db/engine/read-parcel-changes';
import { readParcelChunk, readParcelChunkQuery, readParcelsByIdQuery } from '../db/engine/read-parcel-chunk';
import type { Queryable } from '../db/pool';
import { readVersions, type Versions } from '../db/state/read-versions';
import type { CityNews } from './city/city';
import type { PackedGround } from './city/ground';
import type { ParcelChunk } from './city/pack';

/** Where what has been read goes. */
export interface Listener {
  tell(news: CityNews): void;
  /** Adds parcels to the ground being packed. */
  chunk(chunk: ParcelChunk): void;
  /** Ends the ground being packed. */
  pack(removed: readonly number[]): Promise<PackedGround>;
  /** All grounds as one. */
  merge(): Promise<PackedGround>;
}

/** Keeps a city current with a database. */
export interface Sync {
  /** Resolves once everything that was committed before the call has been told. */
  bringUpToDate(): Promise<void>;
  /** How long the first load of the parcels took, and how often everything was read. */
  readonly loads: { milliseconds: number; full: number; updates: number };
}

const PARCELS_AT_ONCE = 10_000;
/** Beyond so many changed parcels reading everything anew is quicker than one by one. */
const MOST_CHANGES = 100_000;
/** Grounds are packed into one when there are more. */
const MOST_GROUNDS = 10;
/** Notes of changes are kept for a day; whoever has not looked for so long reads everything anew. */
const FORGOTTEN_MS = 20 * 3_600_000;

const ruled = z.object({ plots: z.tuple([z.string(), z.string()]), holds: z.array(surroundingKind) });

/** Opens the sync: reads everything at the first call and afterwards only what changed, by layer version. */
export function openSync(db: Queryable, listener: Listener): Sync {
  let known: Versions | null = null;
  let lookedAt = 0;
  let snapshot = '';
  let grounds = 0;
  const stamps = new Map<string, string>();
  const loads = { milliseconds: 0, full: 0, updates: 0 };
  let running: Promise<void> = Promise.resolve();

  const changed = (versions: Versions, ...layers: (keyof Versions)[]) =>
    known === null || layers.some((layer) => known?.[layer] !== versions[layer]);

  const catchUp = async (): Promise<void> => {
    const versions = await readVersions(db);
    const forgotten = Date.now() - lookedAt > FORGOTTEN_MS;
    lookedAt = Date.now();
    if (changed(versions, 'parcels')) await (known === null || forgotten ? readAll() : readChanges());
    if (changed(versions, 'parks', 'parcels')) await readParks();
    if (changed(versions, 'corridors'))
      listener.tell({ corridors: await listCityCorridors(db), coverage: await listCoverage(db) });
    if (changed(versions, 'firms')) listener.tell({ firms: await listCityFirms(db) });
    if (changed(versions, 'rulings', 'parks')) listener.tell({ rulings: await readRulings() });
    known = versions;
  };

  const readAll = async (): Promise<void> => {
    const began = performance.now();
    snapshot = await readSnapshot(db);
    for (let after = -1; ; ) {
      const chunk = await readParcelChunk(db, readParcelChunkQuery(after, PARCELS_AT_ONCE));
      if (!chunk) break;
      listener.chunk(chunk);
      after = Number(chunk.ids.readBigInt64BE(chunk.ids.length - 8));
    }
    listener.tell({ base: await listener.pack([]) });
    grounds = 1;
    loads.full++;
    loads.milliseconds = performance.now() - began;
  };

  const readChanges = async (): Promise<void> => {
    const found = await readParcelChanges(db, snapshot);
    if (found.parcels.length > MOST_CHANGES) return readAll();
    snapshot = found.snapshot;
    if (found.parcels.length === 0) return;
    const ids = found.parcels.sort((a, b) => a - b);
    const there = new Set<number>();
    for (let from = 0; from < ids.length; from += PARCELS_AT_ONCE) {
      const chunk = await readParcelChunk(db, readParcelsByIdQuery(ids.slice(from, from + PARCELS_AT_ONCE)));
      if (!chunk) continue;
      for (let at = 0; at < chunk.ids.length; at += 8) there.add(Number(chunk.ids.readBigInt64BE(at)));
      listener.chunk(chunk);
    }
    listener.tell({ update: await listener.pack(ids.filter((id) => !there.has(id))) });
    loads.updates++;
    if (++grounds <= MOST_GROUNDS) return;
    listener.tell({ base: await listener.merge() });
    grounds = 1;
    await db.query(pruneParcelChangesQuery());
  };

  const readParks = async (): Promise<void> => {
    const now = await listParkStamps(db);
    const news = now.filter(({ id, stamp }) => stamps.get(id) !== stamp).map(({ id }) => id);
    const there = new Set(now.map(({ id }) => id));
    const removed = [...stamps.keys()].filter((id) => !there.has(id));
    const rows = await listCityParks(db, news);
    for (const { id, stamp } of rows) stamps.set(id, stamp);
    for (const id of removed) stamps.delete(id);
    if (rows.length + removed.length > 0) listener.tell({ parks: { changed: rows, removed } });
  };

  const readRulings = async (): Promise<NonNullable<CityNews['rulings']>> =>
    (await listGapRulings(db)).flatMap(({ park, claim }) => {
      const ruling = ruled.safeParse(claim).data;
      return ruling ? [{ park, ruling }] : [];
    });

  return {
    loads,
    bringUpToDate: () => {
      running = running.then(catchUp, catchUp);
      return running;
    },
  };
}
