import { beatImport, type ClaimedImport, holdsImport } from '../db/imports/claim-import';
import { failImport, finishReading, keepWarnings } from '../db/imports/finish-import';
import { holdTwins } from '../db/imports/hold-twins';
import { clearStaged, findInvalid, stageQuery } from '../db/imports/stage-import-records';
import type { Db } from '../db/pool';
import { readSummary } from '../db/state/read-summary';
import type { Whereabouts } from '../formats/crs/place';
import type { Failure, Warning } from '../formats/raw-file';
import { GivenUp } from '../jobs/given-up';
import { startBeating } from '../jobs/start-beating';
import { commitImport } from '../operations/commit-import';
import { type Done, perform } from '../operations/perform';
import type { StoredPreview } from './build-preview';
import { type Listener, readInWorker } from './read-in-worker';
import { withFile } from './scratch';

/** What the job needs to know of its surroundings. */
export interface ImportPlace {
  db: Db;
  planningExtent: readonly [number, number, number, number];
  localMeridian: number;
  /** Where files at work lie; every job has a folder of its own in it. */
  scratchFolder: string;
  recordsAtMost: number;
}

/** How far a job is. */
interface JobProgress {
  step: string;
  done: number;
  of: number | null;
}

const judgedAtOnce = 1000;

/** Does one claimed job to its end: a preview, a refusal or a written import. Rejects when it may be tried again. */
export async function runImport(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  stopping: AbortSignal,
): Promise<Done | null> {
  const { db } = place;
  const progress: JobProgress = { step: job.phase, done: 0, of: null };
  const beating = startBeating(() => beatImport(db, job.id, claim, progress));
  const signal = AbortSignal.any([beating.lost, stopping]);
  try {
    return job.phase === 'reading'
      ? await preview(place, job, claim, progress, signal)
      : await write(place, job, claim, progress, signal);
  } finally {
    beating.stop();
  }
}

async function preview(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<null> {
  const { db } = place;
  let found: StoredPreview | null = null;
  const failed = await read(place, job, claim, {
    signal,
    onProgress: (seen) => {
      progress.done = seen;
    },
    onPreview: async (told) => {
      found = await markInvalid(db, told);
    },
  });
  if (failed) await failImport(db, job.id, claim, { code: failed.code, args: failed.args });
  else if (found) await finishReading(db, job.id, claim, found);
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
  const failed = await read(place, job, claim, {
    signal,
    onCounted: (recordCount) => {
      progress.of = recordCount;
    },
    onRecords: async (rows) => {
      await db.transaction((tx) => guarded(tx, job, claim, () => tx.query(stageQuery(job.id, rows))));
      progress.done += rows.length;
    },
    onEnd: (told) => {
      warnings = told;
    },
  });
  if (failed) {
    await failImport(db, job.id, claim, { code: failed.code, args: failed.args });
    return null;
  }
  const who = { actor: job.actor, reason: job.settings.reason ?? null };
  const verbs = {
    'commit-import': (tx: Parameters<typeof commitImport>[0], args: Record<string, unknown>) =>
      guarded(tx, job, claim, async () => {
        await keepWarnings(tx, job.id, warnings);
        await holdTwins(tx, job.id);
        return commitImport(tx, args);
      }),
  };
  return perform(db, verbs, who, { verb: 'commit-import', args: { import: job.id } });
}

/** Reads the job's file in a worker; what the listener leaves out is passed over. */
async function read(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  listener: Pick<Listener, 'signal'> & Partial<Listener>,
): Promise<Failure | null> {
  const { settings, fileName } = job;
  const where = await whereabouts(place);
  return withFile(place, job, claim, (at) =>
    readInWorker(
      {
        file: { ...at, fileName, encoding: settings.encoding ?? null, layer: settings.layer ?? null },
        settings,
        where,
        recordsAtMost: place.recordsAtMost,
        wantRecords: job.phase === 'writing',
      },
      { ...deaf, ...listener },
    ),
  );
}

const deaf: Omit<Listener, 'signal'> = {
  onProgress: () => undefined,
  onPreview: async () => undefined,
  onCounted: () => undefined,
  onRecords: async () => undefined,
  onEnd: () => undefined,
};

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

/** Zone outlines are simplified and leave out islets, so the city is taken a little wider: better asked than guessed. */
const zoneMarginDegrees = 0.05;

/** The city by its stored zones; before any are stored, the planning extent. */
export async function whereabouts({
  db,
  planningExtent,
  localMeridian,
}: Pick<ImportPlace, 'db' | 'planningExtent' | 'localMeridian'>): Promise<Whereabouts> {
  const { extent } = await readSummary(db);
  const [west, south, east, north] = extent ?? planningExtent;
  const margin = extent ? zoneMarginDegrees : 0;
  const city = [west - margin, south - margin, east + margin, north + margin] as const;
  return { city, planning: planningExtent, localMeridian };
}

async function markInvalid(db: Db, preview: StoredPreview): Promise<StoredPreview> {
  const invalid = new Set<number>();
  const unjudged = preview.outlines.filter((outline) => !outline.bad);
  for (let n = 0; n < unjudged.length; n += judgedAtOnce) {
    for (const record of await findInvalid(db, unjudged.slice(n, n + judgedAtOnce))) invalid.add(record);
  }
  const outlines = preview.outlines.map((each) => ({ ...each, bad: each.bad || invalid.has(each.record) }));
  return { ...preview, outlines };
}
