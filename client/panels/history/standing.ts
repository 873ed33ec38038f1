import type { EventRow } from '../../../data/contract';

export interface Standing {
  /** An undo takes a write back; a redo takes an undo back. */
  readonly role: 'write' | 'undo' | 'redo';
  /** Whether what it did still holds. */
  readonly holds: boolean;
}

/** What each event of the history is and whether it still holds: an undo that was itself taken back undoes nothing. */
export function standingOf(rows: readonly EventRow[]): Map<string, Standing> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const depth = (row: EventRow | undefined): number => (row?.undoes == null ? 0 : 1 + depth(byId.get(row.undoes)));
  const holds = (row: EventRow): boolean => {
    const taker = row.undoneBy === null ? undefined : byId.get(row.undoneBy);
    return row.undoneBy === null || (taker !== undefined && !holds(taker));
  };
  return new Map(
    rows.map((row) => {
      const steps = depth(row);
      return [row.id, { role: steps === 0 ? 'write' : steps % 2 === 1 ? 'undo' : 'redo', holds: holds(row) }];
    }),
  );
}

/** The event that a press of undo or redo takes back; rows come newest first. Redo ends where a new write begins. */
export function lastStep(rows: readonly EventRow[], step: 'undo' | 'redo'): EventRow | null {
  const standing = standingOf(rows);
  for (const row of rows) {
    if (row.undoneBy !== null || row.blocked !== null) continue;
    const isUndo = standing.get(row.id)?.role === 'undo';
    if (step === 'redo') return isUndo ? row : null;
    if (!isUndo) return row;
  }
  return null;
}
