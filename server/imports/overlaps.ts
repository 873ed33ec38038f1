import { findOverlapBatch, type OverlapLimits } from '../db/imports/overlap-batch';
import type { StoredOverlap } from '../db/imports/report-import';
import type { Tx } from '../db/pool';
import type { Warning } from '../formats/raw-file';

/** What is told of the parcels that share ground. */
export interface Overlaps {
  overlaps: StoredOverlap[];
  overlapsCount: number;
  warnings: Warning[];
}

const overlapsNamed = 200;

/**
 * Finds which parcels that an import wrote share ground with another, batch by batch; the largest are named, all are
 * counted. After `secondsAtMost` the rest is left unlooked at, and a warning says how far it went.
 */
export async function findOverlaps(
  tx: Tx,
  id: string,
  starts: readonly number[],
  { batchRecords, secondsAtMost, ...limits }: OverlapLimits & { batchRecords: number; secondsAtMost: number },
  between: (done: number) => void,
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
    const found = await findOverlapBatch(tx, id, { first, next: starts[n + 1] ?? null }, limits);
    overlapsCount += found.length;
    const told = found.map(({ otherParcel, otherNumber, sameFile, ...mine }) => ({
      ...mine,
      other: { parcel: otherParcel, number: otherNumber, sameFile },
    }));
    largest = [...largest, ...told]
      .sort((a, b) => b.areaSquareMetres - a.areaSquareMetres || a.record - b.record)
      .slice(0, overlapsNamed);
  }
  return { overlaps: largest, overlapsCount, warnings: [] };
}
