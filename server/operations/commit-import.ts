import { z } from 'zod';
import { insertImportSource, sourceOf } from '../db/imports/import-source';
import { finishWriting, makeReport } from '../db/imports/report-import';
import { batchStarts, clearOutcomes, lockImports, type OpenImport, readOpenImport } from '../db/imports/write-import';
import type { Tx } from '../db/pool';
import { refusal } from '../errors';
import { kindOf } from '../imports/kinds/all';
import type { WriteJob, Written } from '../imports/kinds/kind';
import { findOverlaps, type Overlaps, overlapFinders } from '../imports/overlaps';
import { readRulesets } from '../rules';
import type { Outcome } from './perform';

export const importArgs = z.object({ import: z.uuid() });
/** Short statements: the embedded database answers nobody else while one runs. */
const batchRecords = 1000;

/** How a writing is watched and bounded. */
export interface HowToWrite {
  /** Called between batches with how many records are done with; throws where the writing is to end. */
  between: (step: 'committing' | 'overlaps', done: number) => void;
  /** Called when all is written and only the import itself is left; rejects where nothing of it may stand. */
  beforeEnd?: () => Promise<void>;
  /** How long overlaps are looked for. */
  overlapSeconds: number;
}
const unwatched: HowToWrite = { between: () => undefined, overlapSeconds: 300 };

/** Writes the staged records of an import: first after its reading, and again when its withdrawal is undone. */
export async function commitImport(
  tx: Tx,
  given: Record<string, unknown>,
  how: HowToWrite = unwatched,
): Promise<Outcome> {
  const { import: id } = importArgs.parse(given);
  await lockImports(tx);
  const found = await openImport(tx, id);
  const mayWrite = found.phase === 'writing' || (found.phase === 'done' && found.undone);
  if (!mayWrite) throw refusal('import-not-ready', { name: found.name });

  const kind = kindOf(found.kind);
  const job = jobOf(id, found);
  await clearOutcomes(tx, id);
  await kind.holdBack(tx, job);
  await insertImportSource(tx, id);
  const removed = job.mode === 'replace' ? await kind.removeMissing(tx, job) : 0;
  const written: Written = { inserted: 0, updated: 0, unchanged: 0 };
  const starts = await batchStarts(tx, id, batchRecords);
  for (const [n, first] of starts.entries()) {
    how.between('committing', n * batchRecords);
    const done = await kind.write(tx, job, { first, next: starts[n + 1] ?? null });
    for (const key of ['inserted', 'updated', 'unchanged'] as const) written[key] += done[key];
  }
  const report = await makeReport(tx, id, disagreesAbove());
  const shared = await overlapsOf(tx, id, found, how, starts);
  await how.beforeEnd?.();
  await finishWriting(tx, id, { ...report, written: { ...written, removed }, ...shared });
  return {
    subject: { kind: 'import', id, name: found.name },
    facts: { received: report.received, accepted: report.accepted, quarantined: report.received - report.accepted },
    inverse: { verb: 'withdraw-import', args: { import: id } },
    touches: [...kind.touches],
  };
}

/** An import for a verb, or a refusal when there is none of that id. */
export async function openImport(tx: Tx, id: string): Promise<OpenImport> {
  const found = await readOpenImport(tx, id);
  if (!found) throw refusal('not-found', { what: 'import', id });
  return found;
}

/** An import as its kind is told of it. */
export function jobOf(id: string, { mode, replaces, complete }: OpenImport): WriteJob {
  return { import: id, source: sourceOf(id), mode, replaces, complete };
}

const noOverlaps: Overlaps = { overlaps: [], overlapsCount: 0, warnings: [] };

/** Which parcels or parks of an import share ground with another; nothing is asked of other kinds. */
export async function overlapsOf(
  tx: Tx,
  id: string,
  { kind }: OpenImport,
  how: HowToWrite,
  batches?: readonly number[],
): Promise<Overlaps> {
  const find = overlapFinders[kind];
  if (!find) return noOverlaps;
  const starts = batches ?? (await batchStarts(tx, id, batchRecords));
  const { contiguity, measure } = readRulesets().current.rules;
  const limits = {
    squareMetres: contiguity.overlapSquareMetres.value,
    thicknessMetres: contiguity.overlapThicknessMetres.value,
    plane: measure.cityCrs.value.proj4,
    batchRecords,
    secondsAtMost: how.overlapSeconds,
  };
  return findOverlaps(tx, id, starts, limits, (done) => how.between('overlaps', done), find);
}

/** The share by which a stated area may differ from the measured one, of the ruleset in force. */
export const disagreesAbove = (): number => readRulesets().current.rules.measure.declaredAreaShare.value;
