import type { ClaimedImport } from '../db/imports/claim-import';
import type { Db } from '../db/pool';
import { readSummary } from '../db/state/read-summary';
import type { Whereabouts } from '../formats/crs/place';
import type { Failure } from '../formats/raw-file';
import type { Committing } from './committing';
import { type Listener, readInWorker } from './read-in-worker';
import { withFile } from './scratch';
import type { ImportSettings } from './settings';

/** What the job needs to know of its surroundings. */
export interface ImportPlace {
  db: Db;
  planningExtent: readonly [number, number, number, number];
  localMeridian: number;
  /** Where files at work lie; every job has a folder of its own in it. */
  scratchFolder: string;
  recordsAtMost: number;
  /** How long the reading or the writing of one file may take. */
  minutesAtMost: number;
  /** What is told of an import while its transaction runs. */
  committing: Committing;
  /** How long overlaps are looked for among what a file brought. */
  overlapSeconds: number;
}

/** Reads a job's file in a worker under some settings; what the listener leaves out is passed over. */
export async function readJob(
  place: ImportPlace,
  job: ClaimedImport,
  claim: string,
  settings: ImportSettings,
  listener: Pick<Listener, 'signal'> & Partial<Listener>,
): Promise<Failure | null> {
  const { fileName } = job;
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
