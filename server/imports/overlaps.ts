import type { ImportKind } from '../../data/contract';
import { findParkOverlaps } from '../db/imports/kinds/parks/overlapping-parks';
import { findOverlapBatch, type OverlapLimits } from '../db/imports/overlap-batch';
import type { StoredOverlap } from '../db/imports/report-import';
import type { Tx } from '../db/pool';
import type { Warning } from '../formats/raw-file';

/** What is told of the parcels or parks that share ground. */
export interface Overlaps {
  overlaps: StoredOverlap[];
  overlapsCount: number;
  warnings: Warning[];
}

/** How one batch of an import's records is compared. */
type FindBatch = (
  tx: Tx,
  id: string,
  batch: { first: number; next: number | null },
  limits: OverlapLimits,
) => Promise<StoredOverlap[]>;

const overlapsNamed = 200;
const findParcels: FindBatch = async (tx, id, batch, limits) =>
  (await findOverlapBatch(tx, id, batch, limits)).map(({ otherParcel, otherNumber, sameFile, ...mine }) => ({
    ...mine,
    other: { parcel: otherParcel, number: otherNumber, sameFile },
  }));
/** The kinds whose records may share ground with one another, and how they are compared. */
export const overlapFinders: Partial<Record<ImportKind, FindBatch>> = { parcels: findParcels, parks: findParkOverlaps };

/**
 * Finds which parcels (or parks) that an import wrote share ground with another, batch by batch; the largest are named,
 * all are counted. After `secondsAtMost` the rest is left unlooked at, and a warning says how far it went.
 */
export async function findOverlaps(
  tx: Tx,
  id: string,
  starts: readonly number[],
  { batchRecords, secondsAtMost, ...limits }: OverlapLimits & { batchRecords: number; secondsAtMost: number },
  between: (done: number) => void,
  find: FindBatch = findParcels,
): Promise<Overlaps> {
  const until = performance.now() + secondsAtMost * 1000;
  let largest: StoredOverlap[] = [];
  let overlapsCount = 0;
  for (const [n, first] of starts.entries()) {
    between(n * batchRecords);
    if (performance.now() > until) {
      const warning: Warning = { code: 'overlaps-partly', args: { seconds: secondsAtMost, done: n * batchRecords } };
      return { overlaps: largest, overlapsCount, warnings: [warning] };
    }
    const found = await find(tx, id, { first, next: starts[n + 1] ?? null }, limits);
    overlapsCount += found.length;
    largest = [...largest, ...found]
      .sort((a, b) => b.areaSquareMetres - a.areaSquareMetres || a.record - b.record)
      .slice(0, overlapsNamed);
  }
  return { overlaps: largest, overlapsCount, warnings: [] };
}
