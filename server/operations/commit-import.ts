import { z } from 'zod';
import { finishWriting, makeReport } from '../db/imports/report-import';
import {
  batchStarts,
  holdTakenNumbers,
  insertImportSource,
  lockImports,
  writeBatchQuery,
} from '../db/imports/write-import-parcels';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';
import { readRulesets } from '../rules';
import type { Outcome } from './perform';

const importArgs = z.object({ import: z.uuid() });
const locked = z.object({ name: z.string(), phase: z.string(), undone: z.boolean() });
/** Short statements: the embedded database answers nobody else while one runs. */
const batchRecords = 1000;

/** Writes the staged records of an import: first after its reading, and again when its withdrawal is undone. */
export async function commitImport(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { import: id } = importArgs.parse(given);
  await lockImports(tx);
  const found = await lockImport(tx, id);
  const mayWrite = found.phase === 'writing' || (found.phase === 'done' && found.undone);
  if (!mayWrite) throw refusal('import-not-ready', { name: found.name });

  await holdTakenNumbers(tx, id);
  await insertImportSource(tx, id);
  const starts = await batchStarts(tx, id, batchRecords);
  for (const [n, first] of starts.entries()) await tx.query(writeBatchQuery(id, first, starts[n + 1] ?? null));
  const report = await makeReport(tx, id, disagreesAbove());
  await finishWriting(tx, id, report);
  return {
    subject: { kind: 'import', id, name: found.name },
    facts: { received: report.received, accepted: report.accepted, quarantined: report.received - report.accepted },
    inverse: { verb: 'withdraw-import', args: { import: id } },
    touches: ['parcels'],
  };
}

/** Locks an import for a verb, or refuses when there is none of that id. */
export async function lockImport(tx: Tx, id: string): Promise<z.infer<typeof locked>> {
  const [found] = await tx.query(
    { text: 'select file_name as name, phase, undone from import where id = $1 for update', values: [id] },
    locked,
  );
  if (!found) throw refusal('not-found', { what: 'import', id });
  return found;
}

const disagreesAbove = (): number => readRulesets().current.rules.measure.declaredAreaShare.value;
