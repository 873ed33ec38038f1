import { releaseJob } from '../db/jobs/claim-job';
import { claimRun, failRun, runJobs } from '../db/runs/claim-run';
import { type Runner, startJobs } from '../jobs/start-jobs';
import { runSearch, type SearchPlace } from './run-search';

/** Works off searches for leftover plots one at a time for as long as the server lives. */
export function startSearches(place: SearchPlace, onError: (error: unknown) => void): Runner {
  const { db } = place;
  return startJobs(
    {
      claim: (claim) => claimRun(db, claim),
      run: (job, claim, stopping) => runSearch(place, job, claim, stopping),
      release: ({ id }, claim) => releaseJob(db, runJobs, id, claim),
      fail: ({ id }, claim) => failRun(db, id, claim, 'broke-off'),
    },
    onError,
  );
}
