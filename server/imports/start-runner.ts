import { claimImport } from '../db/imports/claim-import';
import { failImport, releaseImport } from '../db/imports/finish-import';
import { type Runner, startJobs } from '../jobs/start-jobs';
import type { Outcome } from '../operations/perform';
import type { ImportPlace } from './read-job';
import { runImport } from './run-import';

/** Reads and writes imports one at a time for as long as the server lives. */
export function startRunner(
  place: ImportPlace,
  onWritten: (outcome: Outcome) => Promise<void>,
  onError: (error: unknown) => void,
): Runner {
  const { db } = place;
  return startJobs(
    {
      claim: (claim) => claimImport(db, claim),
      run: async (job, claim, stopping) => {
        const done = await runImport(place, job, claim, stopping);
        if (done) await onWritten(done.outcome);
      },
      release: ({ id }, claim) => releaseImport(db, id, claim),
      fail: ({ id, fileName }, claim) =>
        failImport(db, id, claim, { code: 'reading-failed', args: { file: fileName } }),
    },
    onError,
  );
}
