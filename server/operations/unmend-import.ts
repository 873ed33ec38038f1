import { readStates, recordsOfMend, swapMended } from '../db/imports/mend-records';
import { laterImports } from '../db/imports/write-import';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';
import { kindOf } from '../imports/kinds/all';
import { commitImport, jobOf } from './commit-import';
import { mendArgs, openWritten, reportAnew } from './mend-import';
import type { Outcome } from './perform';
import { withdrawImport } from './withdraw-import';

/**
 * Puts what a mend took in back into quarantine, and back on the map what it wrote over. A kind that cannot give back single
 * records gives back the whole import and writes it again without them; every row keeps its id.
 */
export async function unmendImport(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { import: id, mend } = mendArgs.parse(given);
  const found = await openWritten(tx, id);
  const kind = kindOf(found.kind);
  const records = await recordsOfMend(tx, mend, id);
  if ((await readStates(tx, id, records)).some(({ mended }) => !mended))
    throw refusal('undo-conflict', { name: found.name });
  if (kind.withdrawRecords) {
    if ((await laterImports(tx, id, records)).length > 0) throw refusal('undo-conflict', { name: found.name });
    await kind.withdrawRecords(tx, jobOf(id, found), records);
    await swapMended(tx, mend, records);
    await reportAnew(tx, id, found);
  } else {
    await withdrawImport(tx, { import: id });
    await swapMended(tx, mend, records);
    await commitImport(tx, { import: id });
  }
  return {
    subject: { kind: 'import', id, name: found.name },
    facts: { mended: -records.length },
    inverse: { verb: 'mend-import', args: { import: id, mend } },
    touches: [...kind.touches],
  };
}
