import { removeImportSource } from '../db/imports/import-source';
import { laterImports, lockImports, markUndone } from '../db/imports/write-import';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';
import { kindOf } from '../imports/kinds/all';
import { importArgs, jobOf, openImport } from './commit-import';
import type { Outcome } from './perform';

/**
 * Takes a written import back whole and puts back what it wrote over. Refused where somebody stands on what it brought,
 * or where a later import has written over it; nothing else is taken with it.
 */
export async function withdrawImport(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { import: id } = importArgs.parse(given);
  await lockImports(tx);
  const found = await openImport(tx, id);
  if (found.phase !== 'done' || found.undone) throw refusal('import-not-ready', { name: found.name });
  if ((await laterImports(tx, id)).length > 0) throw refusal('undo-conflict', { name: found.name });
  const kind = kindOf(found.kind);
  const removed = await kind.withdraw(tx, jobOf(id, found));
  await removeImportSource(tx, id);
  await markUndone(tx, id);
  return {
    subject: { kind: 'import', id, name: found.name },
    facts: { removed },
    inverse: { verb: 'commit-import', args: { import: id } },
    touches: [...kind.touches],
  };
}
