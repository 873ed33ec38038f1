import { z } from 'zod';
import { firmsOnImport, parksOnImport, removeImportParcels } from '../db/imports/withdraw-import';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';
import { lockImport } from './commit-import';
import type { Outcome } from './perform';

const importArgs = z.object({ import: z.uuid() });
const namesShown = 5;

/** Takes a written import off the map, unless a park or a firm stands on its parcels; nothing else is taken with it. */
export async function withdrawImport(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { import: id } = importArgs.parse(given);
  const found = await lockImport(tx, id);
  if (found.phase !== 'done' || found.undone) throw refusal('import-not-ready', { name: found.name });
  const holders = [...(await parksOnImport(tx, id)), ...(await firmsOnImport(tx, id))];
  if (holders.length > 0) {
    const more = holders.length > namesShown ? ' …' : '';
    throw refusal('import-in-use', { name: found.name, holders: holders.slice(0, namesShown).join('、') + more });
  }
  const removed = await removeImportParcels(tx, id);
  return {
    subject: { kind: 'import', id, name: found.name },
    facts: { removed },
    inverse: { verb: 'commit-import', args: { import: id } },
    touches: ['parcels', 'leftover'],
  };
}
