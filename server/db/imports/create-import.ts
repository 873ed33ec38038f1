import type { ImportSettings } from '../../imports/settings';
import type { Queryable } from '../pool';
import { storable } from '../storable';

/** Enters an import whose file is stored; it waits to be read by whichever process comes first. */
export async function createImport(
  db: Queryable,
  entry: { id: string; actor: string; fileName: string; sha256: string; settings?: ImportSettings },
): Promise<void> {
  await db.query({
    text: `insert into import (id, actor, file_name, sha256, settings, phase) values ($1, $2, $3, $4, $5, 'reading')`,
    values: [entry.id, entry.actor, entry.fileName, entry.sha256, storable(entry.settings ?? {})],
  });
}
