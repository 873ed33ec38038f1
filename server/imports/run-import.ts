import { beatImport, type ClaimedImport, holdsImport } from '../db/imports/claim-import';
import { failImport, finishReading, keepWarnings } from '../db/imports/finish-import';
import { holdTwins } from '../db/imports/hold-twins';
import { rememberMake } from '../db/imports/memory';
import { readImport } from '../db/imports/read-import';
import { analyseStaged, clearStaged, stageQuery } from '../db/imports/stage-import-records';
import type { Warning } from '../formats/raw-file';
import { GivenUp } from '../jobs/given-up';
import { startBeating } from '../jobs/start-beating';
import { commitImport } from '../operations/commit-import';
import { type Done, perform } from '../operations/perform';
import { previewJob } from './preview-job';
import { type ImportPlace, readJob } from './read-job';

/** How far a job is. */
interface JobProgress {
  step: string;
  done: number;
  of: number | null;
}

/** Does one claimed job to its end: a preview, a refusal or a written import. Rejects when it may be tried again. */
export async function runImport(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  stopping: AbortSignal,
): Promise<Done | null> {
  const { db, minutesAtMost } = place;
  const progress: JobProgress = { step: job.phase, done: 0, of: null };
  const beating = startBeating(() => beatImport(db, job.id, claim, progress));
  const late = AbortSignal.timeout(minutesAtMost * msPerMinute);
  const signal = AbortSignal.any([beating.lost, stopping, late]);
  try {
    return job.phase === 'reading'
      ? await preview(place, job, claim, progress, signal)
      : await write(place, job, claim, progress, signal);
  } catch (error) {
    // Out of time for good, not to be tried again; where the job is lost or the server closes, that counts first.
    if (!(error instanceof GivenUp) || !late.aborted || beating.lost.aborted || stopping.aborted) throw error;
    await failImport(db, job.id, claim, {
      code: 'took-too-long',
      args: { file: job.fileName, minutes: minutesAtMost },
    });
    return null;
  } finally {
    beating.stop();
  }
}
const msPerMinute = 60_000;

async function preview(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<null> {
  const { db } = place;
  const told = await previewJob(place, job, claim, signal, (seen) => {
    progress.done = seen;
  });
  if (told.ok) await finishReading(db, job.id, claim, told.preview, told.encoding);
  else await failImport(db, job.id, claim, { code: told.code, args: told.args });
  return null;
}

async function write(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<Done | null> {
  const { db } = place;
  let warnings: Warning[] = [];
  await db.transaction((tx) => guarded(tx, job, claim, () => clearStaged(tx, job.id)));
  const failed = await readJob(place, job, claim, job.settings, {
    signal,
    onCounted: (recordCount) => {
      progress.of = recordCount;
    },
    onRecords: async (count, rowsJson) => {
      await db.transaction((tx) => guarded(tx, job, claim, () => tx.query(stageQuery(job.id, rowsJson))));
      progress.done += count;
    },
    onEnd: (told) => {
      warnings = told;
    },
  });
  if (failed) {
    await failImport(db, job.id, claim, { code: failed.code, args: failed.args });
    return null;
  }
  await analyseStaged(db);
  const who = { actor: job.actor, reason: job.settings.reason ?? null };
  const verbs = {
    // The import itself is locked last: until then others may tell how far it is, or give it up.
    'commit-import': async (tx: Parameters<typeof commitImport>[0], args: Record<string, unknown>) => {
      await holdTwins(tx, job.id);
      const outcome = await commitImport(tx, args, {
        between: (step, done) => {
          if (signal.aborted) throw new GivenUp();
          Object.assign(progress, { step, done: Math.min(done, progress.of ?? done) });
        },
        beforeEnd: () => guarded(tx, job, claim, () => keepWarnings(tx, job.id, warnings)),
        overlapSeconds: place.overlapSeconds,
      });
      await rememberMake(tx, job.id);
      return outcome;
    },
  };
  const row = await readImport(db, job.id);
  const act = () => perform(db, verbs, who, { verb: 'commit-import', args: { import: job.id } });
  return row ? place.committing.during(job.id, () => ({ ...row, progress: { ...progress } }), act) : act();
}

/** Does something for a job only while its claim holds, so that a process thought dead cannot write after all. */
async function guarded<T>(
  tx: Parameters<typeof holdsImport>[0],
  job: ClaimedImport,
  claim: string,
  act: () => Promise<T>,
): Promise<T> {
  if (!(await holdsImport(tx, job.id, claim))) throw new GivenUp(`the claim on import ${job.id} is lost`);
  return act();
}
