import type { ImportState } from '../../../data/contract';

/** Between one step and the next, or within one that takes long, the last share told says nothing any more. */
const STALE_SECONDS = 2;

/** The share of a step that is done; null where it cannot be told: no count, counted to the end, or not moved for a while. */
export function shareOf(progress: ImportState['progress'], stillSeconds: number): number | null {
  if (!progress?.of || progress.done >= progress.of || stillSeconds >= STALE_SECONDS) return null;
  return progress.done / progress.of;
}
