import type { ImportSettings } from '../../imports/settings';
import type { Queryable } from '../pool';
import { storable } from '../storable';
import { wholeFile } from './whole-file';

/** Orders a file to be read again under other settings; false when the import is past that. */
export async function orderReading(db: Queryable, id: string, settings: ImportSettings): Promise<boolean> {
  return order(db, id, 'reading', ['reading', 'ready', 'failed'], settings);
}

/** Orders an import to be written; false when it is not ready. */
export async function orderWriting(db: Queryable, id: string, settings: ImportSettings): Promise<boolean> {
  return order(db, id, 'writing', ['ready', 'failed'], settings);
}

async function order(db: Queryable, id: string, phase: string, from: string[], settings: ImportSettings) {
  const rows = await db.query({
    text: `update import set phase = $2, settings = $4, claim = null, heartbeat_at = null, attempts = 0, error = null, progress = null
           where id = $1 and phase = any($3) and (preview is not null or $2 = 'reading') and file_gone_at is null returning id`,
    values: [id, phase, from, storable(settings)],
  });
  return rows.length > 0;
}

/**
 * Gives an import up before it is written; its staged records go, its file stays. False when it is past that. Told first
 * and cleared after: a process that is writing holds the records, and lets go of them once it hears.
 */
export async function cancelImport(db: Queryable, id: string): Promise<boolean> {
  const given = await db.query({
    text: `update import set phase = 'cancelled', claim = null, heartbeat_at = null, progress = null
           where id = $1 and phase in ('reading', 'ready', 'writing', 'failed') returning id`,
    values: [id],
  });
  if (given.length === 0) return false;
  await db.query({ text: 'delete from import_record where import = $1', values: [id] }, null, wholeFile);
  return true;
}
