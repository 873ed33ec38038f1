import { z } from 'zod';
import type { Queryable, Statement } from '../pool';

/** A moment of the database: what is visible, by its own word. */
export function readSnapshotQuery(): Statement {
  return { text: 'select pg_current_snapshot()::text as snapshot' };
}
const snapshotRow = z.object({ snapshot: z.string() });

/** Names the moment from which changes will be read. */
export async function readSnapshot(db: Queryable): Promise<string> {
  const [found] = await db.query(readSnapshotQuery(), snapshotRow);
  if (!found) throw new Error('the database named no snapshot');
  return found.snapshot;
}

/** Parcels written by transactions that a moment did not see yet, and the moment of this look. */
export function readParcelChangesQuery(since: string): Statement {
  return {
    text: `select pg_current_snapshot()::text as snapshot, coalesce((
             select array_agg(distinct parcel) from parcel_change
              where xact >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xact, $1::pg_snapshot)
           ), '{}') as parcels`,
    values: [since],
  };
}
const changesRow = z.object({ snapshot: z.string(), parcels: z.array(z.number()) });

/** What was written since a moment. */
export async function readParcelChanges(db: Queryable, since: string): Promise<z.output<typeof changesRow>> {
  const [found] = await db.query(readParcelChangesQuery(since), changesRow);
  if (!found) throw new Error('the database told no changes');
  return found;
}

/** Drops notes that nobody reads any more. */
export function pruneParcelChangesQuery(): Statement {
  return { text: `delete from parcel_change where at < now() - interval '1 day'` };
}
