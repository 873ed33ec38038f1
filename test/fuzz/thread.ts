import { parentPort, workerData } from 'node:worker_threads';
import { tryMutant } from './try-mutant';

/** Tries mutants one after another and says each before and after, so that one that hangs is known by its number. */
const { seed, from, to, gdalShare } = workerData as { seed: number; from: number; to: number; gdalShare: number };
for (let number = from; number < to; number++) {
  parentPort?.postMessage({ trying: number });
  parentPort?.postMessage({ outcome: await tryMutant(seed, number, gdalShare) });
}
parentPort?.close();
