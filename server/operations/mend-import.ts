import { z } from 'zod';
import { inChina } from '../clock';
import { countOutcomes } from '../db/imports/count-written';
import { holdMendedTwins, readStates, recordsOfMend, swapMended } from '../db/imports/mend-records';
import { readImport } from '../db/imports/read-import';
import { readWithdrawal } from '../db/imports/read-withdrawal';
import { finishWriting, makeReport } from '../db/imports/report-import';
import { lockImports, type OpenImport } from '../db/imports/write-import';
import type { Queryable, Tx } from '../db/pool';
import { refusal } from '../errors';
import { kindOf } from '../imports/kinds/all';
import { disagreesAbove, jobOf, openImport, overlapsOf } from './commit-import';
import type { Outcome } from './perform';

export const mendArgs = z.object({ import: z.uuid(), mend: z.uuid() });

/** Takes in again what a mend took in before it was undone; refused where the records have been mended otherwise since. */
export async function mendImport(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { import: id, mend } = mendArgs.parse(given);
  const found = await openWritten(tx, id);
  const records = await recordsOfMend(tx, mend, id);
  if ((await readStates(tx, id, records)).some(({ code }) => code === null))
    throw refusal('undo-conflict', { name: found.name });
  await swapMended(tx, mend, records);
  await holdMendedTwins(tx, id, records);
  await kindOf(found.kind).holdBack(tx, jobOf(id, found));
  if ((await readStates(tx, id, records)).some(({ code }) => code !== null))
    throw refusal('undo-conflict', { name: found.name });
  return takeIn(tx, id, found, mend, records);
}

/** Locks the imports and answers one that is on the map; a refusal where it is not. */
export async function openWritten(tx: Tx, id: string): Promise<OpenImport> {
  await lockImports(tx);
  const found = await openImport(tx, id);
  await mustBeOnMap(tx, { id, ...found });
  return found;
}

/** Refuses where the records of an import are not on the map; where it was withdrawn, says when and what to do. */
export async function mustBeOnMap(
  db: Queryable,
  { id, name, phase, undone }: Pick<OpenImport, 'name' | 'phase' | 'undone'> & { id: string },
): Promise<void> {
  const at = undone ? await readWithdrawal(db, id) : null;
  if (at) throw refusal('import-undone', { name, at: inChina(at) });
  if (phase !== 'done' || undone) throw refusal('import-not-ready', { name });
}

/** Writes mended records that have been staged and accepted, and counts the import anew. */
export async function takeIn(
  tx: Tx,
  id: string,
  found: OpenImport,
  mend: string,
  records: readonly number[],
): Promise<Outcome> {
  const kind = kindOf(found.kind);
  const job = jobOf(id, found);
  // The ground on which a file is complete is drawn with the last batch, and a mended record may widen it.
  const next = job.complete ? null : Math.max(...records) + 1;
  await kind.write(tx, job, { first: Math.min(...records), next });
  await reportAnew(tx, id, found);
  return {
    subject: { kind: 'import', id, name: found.name },
    facts: { mended: records.length },
    inverse: { verb: 'unmend-import', args: { import: id, mend } },
    touches: [...kind.touches],
  };
}

/** Somebody waits for a mend: beyond this the report says that not all overlaps were looked for. */
const lookAgain = { between: () => undefined, overlapSeconds: 10 };

/** Counts an import anew after some of its records have been taken in or put back, and looks for overlaps again. */
export async function reportAnew(tx: Tx, id: string, found: OpenImport): Promise<void> {
  const before = (await readImport(tx, id))?.report;
  if (!before) throw new Error(`import ${id} has no report`);
  const counts = await makeReport(tx, id, disagreesAbove());
  const written = { ...before.written, ...(await countOutcomes(tx, id)) };
  await finishWriting(tx, id, { ...before, ...counts, written, ...(await overlapsOf(tx, id, found, lookAgain)) });
}
