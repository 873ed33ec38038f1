import { Worker } from 'node:worker_threads';
import { GivenUp } from '../../../jobs/given-up';

/** One conversion: a staged table read, a file written beside it. */
export interface GdalStep {
  /** Name of the staged file in the folder. */
  readonly input: string;
  readonly openOptions: readonly string[];
  /** As ogr2ogr takes them. */
  readonly options: readonly string[];
  /** Name of what is written, without its ending. */
  readonly output: string;
  /** How many records the file must hold when it is opened again; null = not asked. */
  readonly count: number | null;
}

export const STAGED: readonly string[] = ['EMPTY_STRING_AS_NULL=YES', 'KEEP_GEOM_COLUMNS=NO'];
const HEAP_MEGABYTES = 512;

/** Runs GDAL over a folder in a fresh thread; rejects when it reports any error, and ends with the signal. */
export function runGdal(folder: string, steps: readonly GdalStep[], signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(new GivenUp());
  const worker = new Worker(new URL('./gdal-thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: { folder, steps },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  const done = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread of GDAL ended early')));
    signal.addEventListener('abort', () => reject(new GivenUp()), { once: true });
  });
  return done.finally(() => worker.terminate());
}
