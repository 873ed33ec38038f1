import type { ClaimedImport } from '../db/imports/claim-import';
import { recallMake } from '../db/imports/memory';
import { findInvalid } from '../db/imports/stage-import-records';
import type { Db } from '../db/pool';
import type { Args, Failure } from '../formats/raw-file';
import type { StoredPreview } from './build-preview';
import { makeOf, proposalOf } from './memory';
import { type ImportPlace, readJob } from './read-job';
import type { ImportSettings } from './settings';
import { findShift } from './shift';

/** A preview, and the encoding that it was read in where that was proposed and not chosen. */
interface Previewed {
  ok: true;
  preview: StoredPreview;
  encoding: string | null;
}

const judgedAtOnce = 1000;

/**
 * Reads a job's file for its preview. Where an earlier file of its make was written with other choices than this one
 * suggests by itself, it is read once more with those; they are proposed, and the preview names that file.
 */
export async function previewJob(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  signal: AbortSignal,
  onProgress: (seen: number) => void,
): Promise<Previewed | Failure> {
  const { db } = place;
  const read = (settings: ImportSettings) => readPreview(place, job, claim, settings, signal, onProgress);
  const first = await read(job.settings);
  if (!first.ok) return first;
  const known = await recallMake(db, makeOf(first.preview));
  const proposal = known ? proposalOf(first.preview, job.settings, known) : {};
  const again = Object.keys(proposal).length > 0 ? await read({ ...job.settings, ...proposal }) : first;
  const chosen = again.ok ? again : first;
  const preview = await judge(db, chosen.preview);
  return {
    ok: true,
    preview: {
      ...preview,
      make: makeOf(first.preview),
      remembered:
        known && again.ok ? { fileName: known.fileName, at: known.at.toISOString(), sender: known.sender } : null,
    },
    encoding: (again.ok && proposal.encoding) || null,
  };
}

async function readPreview(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  settings: ImportSettings,
  signal: AbortSignal,
  onProgress: (seen: number) => void,
): Promise<{ ok: true; preview: StoredPreview } | Failure> {
  let preview: StoredPreview | null = null;
  const failed = await readJob(place, job, claim, settings, {
    signal,
    onProgress,
    onPreview: async (told) => {
      preview = told;
    },
  });
  if (failed) return failed;
  if (!preview) throw new Error(`the reading of import ${job.id} gave no preview`);
  return { ok: true, preview };
}

/** What only the database knows of the outlines: which PostGIS calls invalid, and whether they seem shifted as a whole. */
async function judge(db: Db, preview: StoredPreview): Promise<StoredPreview> {
  const invalid = new Map<number, { code: string; args: Args }>();
  const unjudged = preview.outlines.filter((outline) => !outline.bad);
  for (let n = 0; n < unjudged.length; n += judgedAtOnce) {
    for (const { record, ...fault } of await findInvalid(db, unjudged.slice(n, n + judgedAtOnce)))
      invalid.set(record, fault);
  }
  const outlines = preview.outlines.map((each) => ({ ...each, bad: each.bad || invalid.has(each.record) }));
  const shift = await findShift(
    db,
    outlines.filter((outline) => !outline.bad).map(({ geometry }) => geometry),
  );
  const warnings = shift
    ? [{ code: 'gcj02-suspected' as const, args: { ...shift } }, ...preview.warnings]
    : preview.warnings;
  const rows = preview.rows.map((row) => ({ ...row, fault: row.fault ?? invalid.get(row.record) ?? null }));
  return { ...preview, outlines, rows, warnings };
}
